package io.krait.runtime.internal.dispatch;

import io.krait.api.Nullable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * What a plugin sends on its way to whom it is for. When the stream is over, or its subscriber has
 * cancelled it, so is a future; and a failure of that future, which somebody else has given it,
 * ends the stream.
 */
final class WatchedStream<T> implements Flow.Subscriber<T>, Flow.Subscription {

  private final Flow.Subscriber<? super T> subscriber;
  private final CompletableFuture<Void> end;
  private final Consumer<? super T> begins;
  private boolean begun;
  private volatile Flow.@Nullable Subscription upstream;
  private boolean over;

  /**
   * A stream that is over with {@code end}, and the other way round.
   *
   * @param begins gets the first message when the subscriber has got it
   */
  WatchedStream(
      Flow.Subscriber<? super T> subscriber,
      CompletableFuture<Void> end,
      Consumer<? super T> begins) {
    this.subscriber = subscriber;
    this.end = end;
    this.begins = begins;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // Everything ends in the stream.
  public void onSubscribe(Flow.Subscription subscription) {
    upstream = subscription;
    subscriber.onSubscribe(this);
    end.whenComplete(
        (nothing, failure) -> {
          if (failure != null) {
            giveUp(failure);
          }
        });
  }

  @Override
  public void request(long count) {
    upstream.request(count);
  }

  @Override
  public void cancel() {
    upstream.cancel();
    end.complete(null);
  }

  // The end that somebody else brings about must not overtake a message.
  @Override
  public synchronized void onNext(T message) {
    if (over) {
      return;
    }
    subscriber.onNext(message);
    if (!begun) {
      begun = true;
      begins.accept(message);
    }
  }

  @Override
  public void onError(Throwable failure) {
    ended(() -> subscriber.onError(failure));
    end.complete(null);
  }

  @Override
  public void onComplete() {
    ended(subscriber::onComplete);
    end.complete(null);
  }

  private void giveUp(Throwable failure) {
    upstream.cancel();
    ended(() -> subscriber.onError(failure));
  }

  private synchronized void ended(Runnable tell) {
    if (!over) {
      over = true;
      tell.run();
    }
  }
}
