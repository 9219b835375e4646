package io.krait.protocol.calls;

import java.util.concurrent.Flow;
import java.util.function.Function;

/** A publisher whose elements are converted on their way. Demand and cancellation pass through. */
final class MappedPublisher<A, B> implements Flow.Publisher<B> {

  private final Flow.Publisher<A> source;
  private final Function<A, B> convert;

  MappedPublisher(Flow.Publisher<A> source, Function<A, B> convert) {
    this.source = source;
    this.convert = convert;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super B> subscriber) {
    source.subscribe(new Mapping<>(subscriber, convert));
  }

  private static final class Mapping<A, B> implements Flow.Subscriber<A> {
    private final Flow.Subscriber<? super B> subscriber;
    private final Function<A, B> convert;
    private Flow.Subscription subscription;
    private boolean done;

    Mapping(Flow.Subscriber<? super B> subscriber, Function<A, B> convert) {
      this.subscriber = subscriber;
      this.convert = convert;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
      subscription = newSubscription;
      subscriber.onSubscribe(newSubscription);
    }

    @Override
    public void onNext(A element) {
      if (done) {
        return;
      }
      B converted;
      try {
        converted = convert.apply(element);
      } catch (RuntimeException malformed) {
        subscription.cancel();
        onError(malformed);
        return;
      }
      subscriber.onNext(converted);
    }

    @Override
    public void onError(Throwable error) {
      if (!done) {
        done = true;
        subscriber.onError(error);
      }
    }

    @Override
    public void onComplete() {
      if (!done) {
        done = true;
        subscriber.onComplete();
      }
    }
  }
}
