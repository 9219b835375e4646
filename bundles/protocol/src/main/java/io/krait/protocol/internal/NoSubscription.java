package io.krait.protocol.internal;

import java.util.concurrent.Flow;

/** What a subscriber is given that gets nothing but an error. */
final class NoSubscription implements Flow.Subscription {

  private NoSubscription() {}

  static void refuse(Flow.Subscriber<?> subscriber, Throwable failure) {
    subscriber.onSubscribe(new NoSubscription());
    subscriber.onError(failure);
  }

  @Override
  public void request(long n) {}

  @Override
  public void cancel() {}
}
