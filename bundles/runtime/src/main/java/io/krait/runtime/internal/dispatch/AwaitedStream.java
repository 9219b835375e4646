package io.krait.runtime.internal.dispatch;

import io.krait.api.Nullable;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/** A stream to a subscriber that has one from the start, although its publisher comes later. */
final class AwaitedStream<T> implements Flow.Subscriber<T>, Flow.Subscription {

  private final Flow.Subscriber<? super T> subscriber;
  private long requested;
  private boolean cancelled;
  private Flow.@Nullable Subscription upstream;

  AwaitedStream(Flow.Subscriber<? super T> subscriber) {
    this.subscriber = subscriber;
  }

  /** Lets the subscriber ask for messages, or cancel. */
  void begin() {
    subscriber.onSubscribe(this);
  }

  /** The publisher is there; it is not asked for where nobody listens any more. */
  void connect(Supplier<Flow.Publisher<T>> publisher) {
    synchronized (this) {
      if (cancelled) {
        return;
      }
    }
    try {
      publisher.get().subscribe(this);
    } catch (RuntimeException failure) {
      onError(failure);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    long asked;
    boolean over;
    synchronized (this) {
      upstream = subscription;
      asked = requested;
      over = cancelled;
    }
    if (over) {
      subscription.cancel();
    } else if (asked > 0) {
      subscription.request(asked);
    }
  }

  @Override
  public void request(long count) {
    Flow.Subscription there;
    synchronized (this) {
      there = upstream;
      if (there == null) {
        requested = count > Long.MAX_VALUE - requested ? Long.MAX_VALUE : requested + count;
      }
    }
    if (there != null) {
      there.request(count);
    }
  }

  @Override
  public void cancel() {
    Flow.Subscription there;
    synchronized (this) {
      cancelled = true;
      there = upstream;
    }
    if (there != null) {
      there.cancel();
    }
  }

  @Override
  public void onNext(T message) {
    subscriber.onNext(message);
  }

  @Override
  public void onError(Throwable failure) {
    subscriber.onError(failure);
  }

  @Override
  public void onComplete() {
    subscriber.onComplete();
  }
}
