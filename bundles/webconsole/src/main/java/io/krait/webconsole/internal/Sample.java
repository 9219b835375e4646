package io.krait.webconsole.internal;

/**
 * What a plugin used and did during one interval. What is not known is NaN.
 *
 * @param cpu percent of one processor
 * @param memory bytes of main memory
 * @param calls hook calls a second
 * @param errors failed hook calls a second
 * @param latency mean milliseconds of a hook call
 */
record Sample(double cpu, double memory, double calls, double errors, double latency) {

  static final Sample UNKNOWN =
      new Sample(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
