package io.krait.supervisor.internal;

import java.time.Duration;

/**
 * Tells whether this server itself has run all the time since a question was asked. While it was
 * stopped, swapped out or collecting garbage, nobody's answer could come.
 */
final class PauseWatch {

  static final Duration TICK = Duration.ofMillis(250);

  /** A tick that is later than this was held up by more than a busy machine. */
  private static final Duration LATE = Duration.ofSeconds(1);

  private final Timers timers;
  private Timers.Timer timer;
  private long last;
  private boolean paused;
  private boolean over;

  /** Watches from now on, until it is ended. */
  PauseWatch(Timers timers) {
    this.timers = timers;
    last = timers.nanoTime();
    timer = timers.after(TICK, this::tick);
  }

  /** Stops watching; returns whether there was a pause. */
  synchronized boolean end() {
    look();
    over = true;
    timer.cancel();
    return paused;
  }

  private synchronized void tick() {
    if (!over) {
      look();
      timer = timers.after(TICK, this::tick);
    }
  }

  private void look() {
    long now = timers.nanoTime();
    paused |= now - last > TICK.plus(LATE).toNanos();
    last = now;
  }
}
