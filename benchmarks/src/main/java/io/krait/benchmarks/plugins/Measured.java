package io.krait.benchmarks.plugins;

import java.time.Duration;
import java.util.Arrays;

/**
 * How a number of calls went.
 *
 * @param sortedMicros what each took, in microseconds, shortest first
 * @param time how long all took together
 */
record Measured(double[] sortedMicros, Duration time) {

  static Measured of(double[] micros, Duration time) {
    double[] sorted = micros.clone();
    Arrays.sort(sorted);
    return new Measured(sorted, time);
  }

  /** The time within which that part of the calls ended, in microseconds. */
  double quantile(double part) {
    if (sortedMicros.length == 0) {
      return Double.NaN;
    }
    return sortedMicros[
        (int) Math.min(sortedMicros.length - 1L, (long) (part * sortedMicros.length))];
  }

  double callsPerSecond() {
    return sortedMicros.length / (time.toNanos() / 1e9);
  }
}
