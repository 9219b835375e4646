package io.krait.guard.internal;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Lets the first of many alike be said, and counts the others. */
final class Burst {

  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  private final LongSupplier clock;
  private boolean said;
  private long at;
  private long unsaid;

  Burst(LongSupplier clock) {
    this.clock = clock;
  }

  /** How many were not said since the last one, where this one is to be said; else empty. */
  synchronized OptionalLong next() {
    long now = clock.getAsLong();
    if (said && now - at < QUIET) {
      unsaid++;
      return OptionalLong.empty();
    }
    OptionalLong before = OptionalLong.of(unsaid);
    said = true;
    at = now;
    unsaid = 0;
    return before;
  }
}
