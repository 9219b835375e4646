package io.krait.http.internal;

import io.krait.api.LatencyRecorder;
import io.krait.api.management.HttpStatistics.Outcome;
import io.krait.api.management.HttpStatistics.Requests;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests, by plugin. */
final class Traffic {

  private final Map<String, Counter> counters = new ConcurrentHashMap<>();

  /** A request that has begun. */
  interface Running {
    /** It has ended. */
    void ended(Outcome outcome, long nanos, long received, long sent);
  }

  /**
   * Counts a request.
   *
   * @param pluginId a plugin that runs, so that there are only as many as were installed; or empty
   */
  Running began(String pluginId) {
    Counter counter = counters.get(pluginId);
    if (counter == null) {
      counter = counters.computeIfAbsent(pluginId, id -> new Counter());
    }
    counter.running.increment();
    return counter;
  }

  List<Requests> statistics() {
    return counters.entrySet().stream()
        .map(entry -> entry.getValue().statistics(entry.getKey()))
        .toList();
  }

  private static final class Counter implements Running {
    private final LongAdder running = new LongAdder();
    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LatencyRecorder latencies = new LatencyRecorder();

    Counter() {
      for (Outcome outcome : Outcome.values()) {
        outcomes.put(outcome, new LongAdder());
      }
    }

    @Override
    public void ended(Outcome outcome, long nanos, long bytesReceived, long bytesSent) {
      outcomes.get(outcome).increment();
      received.add(bytesReceived);
      sent.add(bytesSent);
      latencies.record(nanos);
      running.decrement();
    }

    Requests statistics(String pluginId) {
      Map<Outcome, Long> ended = new EnumMap<>(Outcome.class);
      outcomes.forEach((outcome, count) -> ended.put(outcome, count.sum()));
      return new Requests(
          pluginId, running.sum(), ended, received.sum(), sent.sum(), latencies.latencies());
    }
  }
}
