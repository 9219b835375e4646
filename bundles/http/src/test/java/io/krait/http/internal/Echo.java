package io.krait.http.internal;

import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpResponse;
import java.util.concurrent.Flow;

/** Answers with the body of the request, piece by piece, as it is asked for it. */
final class Echo implements Flow.Publisher<ServeHttpResponse> {

  private final Flow.Publisher<ServeHttpRequest> requests;

  Echo(Flow.Publisher<ServeHttpRequest> requests) {
    this.requests = requests;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ServeHttpResponse> subscriber) {
    requests.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
          }

          @Override
          public void onNext(ServeHttpRequest request) {
            ServeHttpResponse.Builder response =
                ServeHttpResponse.builder()
                    .bodyChunk(request.bodyChunk())
                    .bodyComplete(request.bodyComplete());
            if (request.init().isPresent()) {
              response.init(FakePlugin.status(200));
            }
            subscriber.onNext(response.build());
          }

          @Override
          public void onError(Throwable failure) {
            subscriber.onError(failure);
          }

          @Override
          public void onComplete() {
            subscriber.onComplete();
          }
        });
  }
}
