package io.krait.runtime.internal.dispatch;

import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.LatencyRecorder;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of one hook in one plugin. */
final class HookCounter {

  private final LatencyRecorder latencies = new LatencyRecorder();
  private final LongAdder errors = new LongAdder();
  private final LongAdder decisions = new LongAdder();
  private final LongAdder dropped = new LongAdder();

  void ended(long nanos, boolean well) {
    latencies.record(nanos);
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
        pluginId, hook, errors.sum(), decisions.sum(), dropped.sum(), latencies.latencies());
  }
}
