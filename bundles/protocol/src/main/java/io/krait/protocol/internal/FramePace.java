package io.krait.protocol.internal;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Says when the next frame of calls may go out. A frame costs the peer much more than one more call
 * in it: while it has not answered anything of two frames, calls that come wait for each other.
 * They wait about as long as the peer is busy with those it has, but not longer than nobody
 * notices, as these may just be slow.
 *
 * <p>For one thread at a time.
 */
final class FramePace {

  private static final int AHEAD = 2;

  /** What a call takes a peer in Python at least. */
  private static final long CALL = TimeUnit.MICROSECONDS.toNanos(50);

  private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long MOST = TimeUnit.MILLISECONDS.toNanos(5);

  private final LongSupplier clock;
  private int unanswered;
  private long lastSent;

  /** A pace by a clock of nanoseconds, from any beginning. */
  FramePace(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * How many nanoseconds the next frame should wait, unless answers come; 0 or less for none.
   *
   * @param running how many calls have no answer yet
   */
  long nanosToWait(int running) {
    if (unanswered < AHEAD) {
      return 0;
    }
    long busy = Math.max(LEAST, Math.min(MOST, running * CALL));
    return lastSent + busy - clock.getAsLong();
  }

  void sent() {
    unanswered++;
    lastSent = clock.getAsLong();
  }

  void answered() {
    unanswered = 0;
  }
}
