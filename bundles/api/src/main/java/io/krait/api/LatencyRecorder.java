package io.krait.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Collects {@link Latencies}. Safe for use from many threads, which do not wait for one another.
 */
public final class LatencyRecorder {

  private static final long[] BOUND_NANOS =
      Latencies.BOUNDS.stream().mapToLong(Duration::toNanos).toArray();

  private final LongAdder[] withinBounds = new LongAdder[BOUND_NANOS.length + 1];
  private final LongAdder total = new LongAdder();
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

  /** A recorder that has seen no call. */
  public LatencyRecorder() {
    for (int i = 0; i < withinBounds.length; i++) {
      withinBounds[i] = new LongAdder();
    }
  }

  /** Notes that a call has ended. */
  public void record(long nanos) {
    int bound = 0;
    while (bound < BOUND_NANOS.length && nanos > BOUND_NANOS[bound]) {
      bound++;
    }
    withinBounds[bound].increment();
    total.add(nanos);
    longest.accumulate(nanos);
  }

  /** What was noted so far. Of a call that is being noted a part may be missing. */
  public Latencies latencies() {
    List<Long> counts = new ArrayList<>();
    for (LongAdder calls : withinBounds) {
      counts.add(calls.sum());
    }
    return new Latencies(counts, Duration.ofNanos(total.sum()), Duration.ofNanos(longest.get()));
  }
}
