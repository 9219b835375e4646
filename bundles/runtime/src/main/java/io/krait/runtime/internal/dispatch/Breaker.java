package io.krait.runtime.internal.dispatch;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Knows whether it makes sense to ask a plugin. After several calls in a row to which it has not
 * answered in time it is not asked, for a pause; then one call is made to try it. An answer, be it
 * an error, ends that; none makes the pause twice as long, up to a bound.
 */
final class Breaker {

  private final Rules rules;
  private final LongSupplier nanoTime;
  private final Listener listener;
  private int late;
  private volatile boolean open;
  private volatile boolean blameless = true;
  private boolean probing;
  private Duration pause;
  private long openedAt;
  private long pauseBegan;

  /**
   * When a plugin is not asked.
   *
   * @param lateCalls after how many calls in a row that were not answered in time; 0 for never
   * @param pause how long at first
   * @param longestPause how long at most
   */
  record Rules(int lateCalls, Duration pause, Duration longestPause) {}

  /** Hears once of each beginning and each end. */
  interface Listener {

    /** The plugin is not asked from now on. */
    void opened(int lateCalls, Duration pause);

    /** The plugin is asked again; it was not for so long. */
    void closed(Duration openFor);
  }

  /** How a call comes about. */
  enum Passage {
    /** It is made. */
    FREE,
    /** It is made, to see whether the plugin answers. */
    PROBE,
    /** It is not made. */
    BARRED
  }

  /**
   * A breaker of one plugin, which is asked at first.
   *
   * @param nanoTime the time, as {@link System#nanoTime()} has it
   */
  Breaker(Rules rules, LongSupplier nanoTime, Listener listener) {
    this.rules = rules;
    this.nanoTime = nanoTime;
    this.listener = listener;
    pause = rules.pause();
  }

  /** Whether the plugin is not asked at present, but to try it. */
  boolean isOpen() {
    return open;
  }

  /** Somebody wants to ask the plugin. */
  Passage pass() {
    if (!open) {
      return Passage.FREE;
    }
    synchronized (this) {
      if (!open) {
        return Passage.FREE;
      }
      if (probing || left() > 0) {
        return Passage.BARRED;
      }
      probing = true;
      return Passage.PROBE;
    }
  }

  /** How long the plugin is not asked at least, where it is not. */
  synchronized Duration untilNextTry() {
    return Duration.ofNanos(Math.max(0, left()));
  }

  private long left() {
    return pause.toNanos() - (nanoTime.getAsLong() - pauseBegan);
  }

  /** The plugin has answered a call, well or not. */
  void answered() {
    if (blameless) {
      return;
    }
    Duration openFor;
    synchronized (this) {
      late = 0;
      blameless = true;
      if (!open) {
        return;
      }
      open = false;
      probing = false;
      pause = rules.pause();
      openFor = Duration.ofNanos(nanoTime.getAsLong() - openedAt);
    }
    listener.closed(openFor);
  }

  /** The plugin has not answered a call in time. */
  void tooLate(Passage passage) {
    Duration begun;
    synchronized (this) {
      blameless = false;
      if (open) {
        // Of the calls that were made before, all may come to their end now.
        if (passage == Passage.PROBE) {
          probing = false;
          pause = shorter(pause.multipliedBy(2), rules.longestPause());
          pauseBegan = nanoTime.getAsLong();
        }
        return;
      }
      late++;
      if (rules.lateCalls() == 0 || late < rules.lateCalls()) {
        return;
      }
      open = true;
      probing = false;
      pause = rules.pause();
      pauseBegan = nanoTime.getAsLong();
      openedAt = pauseBegan;
      begun = pause;
    }
    listener.opened(rules.lateCalls(), begun);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** A call has ended in a way that tells nothing: whoever made it has given it up. */
  synchronized void givenUp(Passage passage) {
    if (passage == Passage.PROBE) {
      probing = false;
    }
  }
}
