package io.krait.apiserver.internal;

import io.krait.api.LatencyRecorder;
import io.krait.api.management.ApiStatistics;
import io.krait.protocol.calls.AnsweredCalls;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of one plugin, by method; there are as many as the contract has. */
final class CallCounters implements AnsweredCalls {

  private final String pluginId;
  private final Map<String, Counter> counters = new ConcurrentHashMap<>();

  private record Counter(LongAdder errors, LatencyRecorder latencies) {
    Counter() {
      this(new LongAdder(), new LatencyRecorder());
    }
  }

  CallCounters(String pluginId) {
    this.pluginId = pluginId;
  }

  @Override
  public void answered(String method, long nanos, boolean well) {
    Counter counter = counters.get(method);
    if (counter == null) {
      counter = counters.computeIfAbsent(method, name -> new Counter());
    }
    counter.latencies().record(nanos);
    if (!well) {
      counter.errors().increment();
    }
  }

  List<ApiStatistics.Method> statistics() {
    return counters.entrySet().stream()
        .map(
            entry ->
                new ApiStatistics.Method(
                    pluginId,
                    entry.getKey(),
                    entry.getValue().errors().sum(),
                    entry.getValue().latencies().latencies()))
        .toList();
  }
}
