package io.krait.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  private final LatencyRecorder recorder = new LatencyRecorder();

  @Test
  void callsAreCountedBelowTheirBound() {
    recorder.record(1_000_000);
    recorder.record(1_000_001);
    recorder.record(Duration.ofHours(1).toNanos());

    Latencies latencies = recorder.latencies();

    assertThat(latencies.count()).isEqualTo(3);
    assertThat(within(latencies, Duration.ofMillis(1))).isEqualTo(1);
    assertThat(within(latencies, Duration.ofNanos(2_500_000))).isEqualTo(1);
    assertThat(latencies.withinBounds().get(Latencies.BOUNDS.size())).isEqualTo(1);
    assertThat(latencies.longest()).isEqualTo(Duration.ofHours(1));
    assertThat(latencies.total()).isEqualTo(Duration.ofHours(1).plusNanos(2_000_001));
  }

  @Test
  void percentilesAreAsExactAsTheBounds() {
    IntStream.rangeClosed(1, 1000).forEach(millis -> recorder.record(millis * 1_000_000L));

    Latencies latencies = recorder.latencies();

    assertThat(latencies.percentile(0.5)).isBetween(Duration.ofMillis(490), Duration.ofMillis(510));
    assertThat(latencies.percentile(0.95))
        .isBetween(Duration.ofMillis(940), Duration.ofMillis(960));
    assertThat(latencies.percentile(0.99))
        .isBetween(Duration.ofMillis(980), Duration.ofMillis(1000));
    assertThat(latencies.percentile(1)).isEqualTo(Duration.ofMillis(1000));
    assertThat(latencies.mean()).isEqualTo(Duration.ofNanos(500_500_000));
  }

  @Test
  void noPercentileIsLongerThanTheLongestCall() {
    recorder.record(1_200_000);

    assertThat(recorder.latencies().percentile(0.99))
        .isLessThanOrEqualTo(Duration.ofNanos(1_200_000));
  }

  @Test
  void withoutCallsAllIsZero() {
    Latencies none = recorder.latencies();

    assertThat(none.count()).isZero();
    assertThat(none.mean()).isZero();
    assertThat(none.percentile(0.99)).isZero();
  }

  private static long within(Latencies latencies, Duration bound) {
    return latencies.withinBounds().get(Latencies.BOUNDS.indexOf(bound));
  }
}
