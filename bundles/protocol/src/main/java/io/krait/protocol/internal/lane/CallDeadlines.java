package io.krait.protocol.internal.lane;

import io.krait.api.Nullable;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends calls that take too long. Hardly any does, so those with a second or more are looked at now
 * and then, all together, and may end a tenth of a second late: a timer for each would cost more
 * than all else that is done for a call.
 */
final class CallDeadlines {

  private static final Duration LONG = Duration.ofSeconds(1);
  private static final long LOOK_MILLIS = 100;

  private final ScheduledExecutorService timer;
  private final Executor callbacks;
  private final Set<PendingCall<?>> watched = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean looking = new AtomicBoolean();

  CallDeadlines(ScheduledExecutorService timer, Executor callbacks) {
    this.callbacks = callbacks;
    this.timer = timer;
  }

  /** Has {@code call} fail when it is not over within {@code limit}. */
  void watch(PendingCall<?> call, Duration limit) {
    if (limit.compareTo(LONG) < 0) {
      alone(call, limit);
      return;
    }
    call.deadline(System.nanoTime() + limit.toNanos());
    watched.add(call);
    call.timer(() -> watched.remove(call));
    if (!looking.get() && looking.compareAndSet(false, true)) {
      lookLater();
    }
  }

  private void alone(PendingCall<?> call, Duration limit) {
    ScheduledFuture<?> due = later(() -> expire(call), limit.toNanos(), TimeUnit.NANOSECONDS);
    if (due != null) {
      call.timer(() -> due.cancel(false));
    }
  }

  private void lookLater() {
    if (later(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS) == null) {
      looking.set(false);
    }
  }

  private void look() {
    long now = System.nanoTime();
    for (PendingCall<?> call : watched) {
      if (now - call.deadline() >= 0 && watched.remove(call)) {
        expire(call);
      }
    }
    if (watched.isEmpty()) {
      looking.set(false);
      if (watched.isEmpty() || !looking.compareAndSet(false, true)) {
        return;
      }
    }
    lookLater();
  }

  // Who is told of it may take time, which the timer has not.
  private void expire(PendingCall<?> call) {
    if (call.isAwaited()) {
      // Nobody is told but a thread that waits, which may be one of those for callbacks.
      call.expire();
      return;
    }
    try {
      callbacks.execute(call::expire);
    } catch (RejectedExecutionException e) {
      call.expire();
    }
  }

  private @Nullable ScheduledFuture<?> later(Runnable task, long delay, TimeUnit unit) {
    try {
      return timer.schedule(task, delay, unit);
    } catch (RejectedExecutionException e) {
      // The transport is being closed, which ends all connections and with them their calls.
      return null;
    }
  }
}
