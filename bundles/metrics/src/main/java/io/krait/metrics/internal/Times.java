package io.krait.metrics.internal;

import io.krait.api.Latencies;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How a registry shows how long calls took. */
interface Times extends AutoCloseable {

  /**
   * Shows them.
   *
   * @param name with dots, as Micrometer has it
   * @param owner held weakly; what is shown is of use as long as it is there
   * @return what takes them away
   */
  Runnable show(
      String name, String description, Tags tags, Object owner, Supplier<Latencies> latencies);

  @Override
  void close();

  /** Histograms where the registry can take them as they are, otherwise counts and sums. */
  static Times in(MeterRegistry registry) {
    return registry instanceof PrometheusMeterRegistry prometheus
        ? new PrometheusHistograms(prometheus.getPrometheusRegistry())
        : new Sums(registry);
  }

  /** Micrometer has no histogram that somebody else has counted. */
  record Sums(MeterRegistry registry) implements Times {
    @Override
    public Runnable show(
        String name, String description, Tags tags, Object owner, Supplier<Latencies> latencies) {
      FunctionTimer timer =
          FunctionTimer.builder(
                  name,
                  owner,
                  ignored -> latencies.get().count(),
                  ignored -> latencies.get().total().toNanos(),
                  TimeUnit.NANOSECONDS)
              .tags(tags)
              .description(description)
              .register(registry);
      return () -> registry.remove(timer);
    }

    @Override
    public void close() {
      // What was shown has been taken away, one by one.
    }
  }
}
