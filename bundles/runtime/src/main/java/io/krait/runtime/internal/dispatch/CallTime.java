package io.krait.runtime.internal.dispatch;

import io.krait.api.Nullable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** How long one call takes, from its turn on, and what happens when that is too long. */
final class CallTime {

  private final CompletableFuture<Void> turn;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile long began = System.nanoTime();
  private volatile @Nullable Future<?> limit;

  /**
   * The time of a call that is being made.
   *
   * @param turn the call is begun when that is complete
   */
  CallTime(CompletableFuture<Void> turn) {
    this.turn = turn;
  }

  /**
   * Has {@code late} run, unless the call has ended before.
   *
   * @param schedule has a task run when the time is over, counted from when it is called
   */
  @SuppressWarnings("FutureReturnValueIgnored") // A turn never fails.
  void limit(Function<Runnable, @Nullable Future<?>> schedule, Runnable late) {
    Runnable ending =
        () -> {
          if (ended.compareAndSet(false, true)) {
            late.run();
          }
        };
    if (turn.isDone()) {
      limit = schedule.apply(ending);
      return;
    }
    turn.whenComplete(
        (nothing, failure) -> {
          began = System.nanoTime();
          if (!ended.get()) {
            limit = schedule.apply(ending);
            if (ended.get()) {
              stopTimer();
            }
          }
        });
  }

  /** The call has ended; false where its time was over before. */
  boolean end() {
    if (!ended.compareAndSet(false, true)) {
      return false;
    }
    stopTimer();
    return true;
  }

  private void stopTimer() {
    Future<?> running = limit;
    if (running != null) {
      running.cancel(false);
    }
  }

  /** How long the call has been running, or took. */
  long nanos() {
    return System.nanoTime() - began;
  }
}
