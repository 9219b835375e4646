package io.krait.protocol.internal;

import java.util.concurrent.Flow;

/** The requests of a call that has none. */
public final class NoMessages<T> implements Flow.Publisher<T>, Flow.Subscription {

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    subscriber.onSubscribe(this);
    subscriber.onComplete();
  }

  @Override
  public void request(long n) {}

  @Override
  public void cancel() {}
}
