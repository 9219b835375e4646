package io.krait.protocol.internal;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says when the next frame of calls may go out. A frame costs the peer much more than one more call
 * in it: while it has not answered anything of two frames, calls that come wait for each other, but
 * not for long, as the answers may be slow ones.
 *
 * <p>For one thread at a time.
 */
final class FramePace {

  private static final int AHEAD = 2;
  private static final long LONGEST_WAIT = Duration.ofMillis(1).toNanos();

  private final LongSupplier clock;
  private int unanswered;
  private long lastSent;

  /** A pace by a clock of nanoseconds, from any beginning. */
  FramePace(LongSupplier clock) {
    this.clock = clock;
  }

  /** How many nanoseconds the next frame should wait, unless answers come; 0 or less for none. */
  long nanosToWait() {
    return unanswered < AHEAD ? 0 : lastSent + LONGEST_WAIT - clock.getAsLong();
  }

  void sent() {
    unanswered++;
    lastSent = clock.getAsLong();
  }

  void answered() {
    unanswered = 0;
  }
}
