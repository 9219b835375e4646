package io.krait.supervisor.internal;

import java.time.Duration;
import java.time.Instant;

/**
 * Timers for which only that time counts in which this server runs: a plugin that has ten seconds
 * for something still has them when the server was stopped for a minute meanwhile.
 */
final class AwakeTimers implements Timers {

  private static final Duration STEP = Duration.ofMillis(500);

  /** How late a step may be on a busy machine and still count in full. */
  private static final Duration LATE = Duration.ofSeconds(1);

  private final Timers timers;

  AwakeTimers(Timers timers) {
    this.timers = timers;
  }

  @Override
  public Instant now() {
    return timers.now();
  }

  @Override
  public long nanoTime() {
    return timers.nanoTime();
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Countdown countdown = new Countdown(delay, task);
    countdown.next();
    return countdown;
  }

  private final class Countdown implements Timer {
    private final Runnable task;
    private long left;
    private long began;
    private Timer step = () -> {};
    private boolean over;

    Countdown(Duration delay, Runnable task) {
      this.task = task;
      left = delay.toNanos();
    }

    synchronized void next() {
      began = nanoTime();
      step = timers.after(Duration.ofNanos(Math.min(left, STEP.toNanos())), this::pass);
    }

    private void pass() {
      synchronized (this) {
        if (over) {
          return;
        }
        long most = Math.min(left, STEP.toNanos()) + LATE.toNanos();
        left -= Math.min(nanoTime() - began, most);
        if (left > 0) {
          next();
          return;
        }
        over = true;
      }
      task.run();
    }

    @Override
    public synchronized void cancel() {
      over = true;
      step.cancel();
    }
  }
}
