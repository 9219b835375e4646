package io.krait.http.internal;

import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.model.HttpHeader;
import io.krait.api.model.ServeHttpResponse;
import io.krait.api.model.ServeHttpResponseInit;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Gathers an answer in memory, up to a bound. */
final class WholeAnswer implements Flow.Subscriber<ServeHttpResponse> {

  private static final int OK = 200;
  private static final int WINDOW = 4;

  private final int mostBytes;
  private final CompletableFuture<Answer> future = new CompletableFuture<>();
  private volatile Flow.@Nullable Subscription subscription;

  // Touched by signals only, which come one after the other.
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable Answer head;

  WholeAnswer(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** What has come: the body is empty until all has. */
  record Answer(int status, List<HttpHeader> headers, Bytes body) {

    static Answer of(ServeHttpResponse message) {
      ServeHttpResponseInit init =
          message.init().orElseGet(() -> ServeHttpResponseInit.builder().build());
      return new Answer(
          init.statusCode() == 0 ? OK : init.statusCode(), init.headers(), message.bodyChunk());
    }
  }

  /** The answer is larger than it may be. */
  static final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    TooLargeException(int limit) {
      super("the answer has more than %d bytes".formatted(limit));
    }
  }

  CompletableFuture<Answer> future() {
    return future;
  }

  /** Wants no more. */
  void cancel() {
    Flow.Subscription from = subscription;
    // Once all is there the call ends by itself.
    if (from != null && (!future.isDone() || future.isCompletedExceptionally())) {
      from.cancel();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(WINDOW);
  }

  @Override
  public void onNext(ServeHttpResponse message) {
    if (future.isDone()) {
      return;
    }
    if (head == null) {
      head = Answer.of(message);
    }
    if (body.size() + (long) message.bodyChunk().size() > mostBytes) {
      future.completeExceptionally(new TooLargeException(mostBytes));
      cancel();
      return;
    }
    body.writeBytes(message.bodyChunk().toByteArray());
    if (message.bodyComplete()) {
      finish();
    }
    Flow.Subscription from = subscription;
    if (from != null) {
      from.request(1);
    }
  }

  @Override
  public void onError(Throwable problem) {
    future.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    finish();
  }

  private void finish() {
    Answer begun = head;
    if (begun == null) {
      future.completeExceptionally(new IllegalStateException("the plugin has sent no answer"));
    } else {
      future.complete(
          new Answer(begun.status(), begun.headers(), Bytes.owning(body.toByteArray())));
    }
  }
}
