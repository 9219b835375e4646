package io.krait.supervisor.internal;

import java.time.Duration;
import java.time.Instant;

/** Time, for all that waits; tests have one of their own. */
interface Timers {

  Instant now();

  /** A clock for measuring, which nobody sets. */
  long nanoTime();

  /** Runs {@code task}, which must not block, after {@code delay}. */
  Timer after(Duration delay, Runnable task);

  /** A task that will be run. */
  @FunctionalInterface
  interface Timer {

    /** Has the task not run, unless it is too late for that. */
    void cancel();
  }
}
