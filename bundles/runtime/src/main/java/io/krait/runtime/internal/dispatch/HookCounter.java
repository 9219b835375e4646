package io.krait.runtime.internal.dispatch;

import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of one hook in one plugin. */
final class HookCounter {

  private final LongAdder calls = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final LongAdder decisions = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder totalNanos = new LongAdder();
  private final LongAccumulator longestNanos = new LongAccumulator(Math::max, 0);

  void ended(long nanos, boolean well) {
    calls.increment();
    totalNanos.add(nanos);
    longestNanos.accumulate(nanos);
    if (!well) {
      errors.increment();
    }
  }

  /** An answer came that could not be used. */
  void unusable() {
    errors.increment();
  }

  void decided() {
    decisions.increment();
  }

  void dropped() {
    dropped.increment();
  }

  HookStatistics statistics(String pluginId, HookName hook) {
    return new HookStatistics(
        pluginId,
        hook,
        calls.sum(),
        errors.sum(),
        decisions.sum(),
        dropped.sum(),
        Duration.ofNanos(totalNanos.sum()),
        Duration.ofNanos(longestNanos.get()));
  }
}
