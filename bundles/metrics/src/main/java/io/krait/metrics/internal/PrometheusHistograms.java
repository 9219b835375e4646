package io.krait.metrics.internal;

import io.krait.api.Latencies;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Histograms that were counted elsewhere, as Prometheus has them. */
final class PrometheusHistograms implements Times, MultiCollector {

  private static final List<Double> BOUNDS =
      Stream.concat(
              Latencies.BOUNDS.stream().map(PrometheusHistograms::seconds),
              Stream.of(Double.POSITIVE_INFINITY))
          .toList();

  private final PrometheusRegistry registry;
  private final Map<String, Histogram> histograms = new ConcurrentHashMap<>();

  private record Histogram(String description, Map<Labels, Supplier<Latencies>> series) {}

  PrometheusHistograms(PrometheusRegistry registry) {
    this.registry = registry;
    registry.register(this);
  }

  @Override
  public Runnable show(
      String name, String description, Tags tags, Object owner, Supplier<Latencies> latencies) {
    Labels labels =
        Labels.of(
            tags.stream().map(Tag::getKey).toList(), tags.stream().map(Tag::getValue).toList());
    Map<Labels, Supplier<Latencies>> series =
        histograms
            .computeIfAbsent(
                name.replace('.', '_') + "_seconds",
                ignored -> new Histogram(description, new ConcurrentHashMap<>()))
            .series();
    series.put(labels, latencies);
    return () -> series.remove(labels);
  }

  @Override
  public MetricSnapshots collect() {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    histograms.forEach(
        (name, histogram) -> {
          List<HistogramDataPointSnapshot> points = new ArrayList<>();
          histogram.series().forEach((labels, now) -> points.add(point(labels, now.get())));
          if (!points.isEmpty()) {
            all.metricSnapshot(
                new HistogramSnapshot(new MetricMetadata(name, histogram.description()), points));
          }
        });
    return all.build();
  }

  private static HistogramDataPointSnapshot point(Labels labels, Latencies latencies) {
    return HistogramDataPointSnapshot.builder()
        .labels(labels)
        .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS, latencies.withinBounds()))
        .sum(seconds(latencies.total()))
        .build();
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  @Override
  public void close() {
    registry.unregister(this);
  }
}
