package io.krait.protocol.internal;

import io.krait.api.Nullable;
import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * Looks at the first message of a publisher before it is known who gets all of them. Its one
 * subscriber is one that hands signals over to other threads, so that they may come with a lock
 * held, which keeps their order.
 */
final class FirstMessage<T> implements Flow.Subscriber<T>, Flow.Publisher<T> {

  private Flow.@Nullable Subscription upstream;
  private Flow.@Nullable Subscriber<? super T> downstream;
  private boolean passing;
  private @Nullable T first;
  private boolean ended;
  private @Nullable Throwable failure;

  /** The only message, where all of them is there; null where more may come, or the end. */
  synchronized @Nullable T whole() {
    return ended && failure == null ? first : null;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    Objects.requireNonNull(subscription, "subscription");
    synchronized (this) {
      if (upstream != null) {
        subscription.cancel();
        return;
      }
      upstream = subscription;
    }
    subscription.request(1);
  }

  @Override
  public synchronized void onNext(T message) {
    Objects.requireNonNull(message, "message");
    if (passing && downstream != null) {
      downstream.onNext(message);
    } else if (first == null) {
      first = message;
    } else {
      onError(new IllegalStateException("the publisher has sent more than it was asked for"));
    }
  }

  @Override
  public synchronized void onError(Throwable problem) {
    Objects.requireNonNull(problem, "problem");
    ended = true;
    failure = problem;
    if (passing && downstream != null) {
      downstream.onError(problem);
    }
  }

  @Override
  public synchronized void onComplete() {
    ended = true;
    if (passing && downstream != null) {
      downstream.onComplete();
    }
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    synchronized (this) {
      downstream = subscriber;
    }
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long n) {
            pass(subscriber, n);
          }

          @Override
          public void cancel() {
            Flow.Subscription from = upstream();
            if (from != null) {
              from.cancel();
            }
          }
        });
  }

  private synchronized Flow.@Nullable Subscription upstream() {
    return upstream;
  }

  private void pass(Flow.Subscriber<? super T> subscriber, long n) {
    long more = n;
    synchronized (this) {
      if (!passing) {
        passing = true;
        // The first one was asked for already.
        more--;
        if (first != null) {
          subscriber.onNext(first);
          first = null;
        }
        if (failure != null) {
          subscriber.onError(failure);
        } else if (ended) {
          subscriber.onComplete();
        }
        more = ended ? 0 : more;
      }
    }
    Flow.Subscription from = upstream();
    if (more > 0 && from != null) {
      from.request(more);
    }
  }
}
