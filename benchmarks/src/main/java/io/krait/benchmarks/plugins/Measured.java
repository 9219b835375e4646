package io.krait.benchmarks.plugins;

import java.time.Duration;
import java.util.Arrays;

/**
 * How a number of calls went.
 *
 * @param p50 half of them took no longer, in microseconds
 * @param p99 all but one in a hundred took no longer, in microseconds
 */
record Measured(double p50, double p99, double callsPerSecond) {

  /** What these times come to, in microseconds, of calls that took that time all together. */
  static Measured of(double[] micros, Duration time) {
    double[] sorted = micros.clone();
    Arrays.sort(sorted);
    return new Measured(
        quantile(sorted, 0.5), quantile(sorted, 0.99), sorted.length / (time.toNanos() / 1e9));
  }

  /** What words say that are the three figures. */
  static Measured parse(String words) {
    double[] figures = Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Measured(figures[0], figures[1], figures[2]);
  }

  private static double quantile(double[] sorted, double part) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1L, (long) (part * sorted.length))];
  }
}
