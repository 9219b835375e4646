package io.krait.http.internal;

import java.time.Duration;

/**
 * What requests may take.
 *
 * @param maxRequestsPerPlugin how many one plugin may have at once
 * @param idle after how much silence one is given up; zero for never
 * @param drain how long the rest of a request is read that its plugin does not want
 * @param drainBytes how much of such a rest is read
 * @param maxHeaderBytes how much all headers of a request or an answer may be together
 */
record ExchangeLimits(
    int maxRequestsPerPlugin, Duration idle, Duration drain, long drainBytes, int maxHeaderBytes) {

  static ExchangeLimits of(HttpConfiguration configuration) {
    return new ExchangeLimits(
        configuration.maxRequestsPerPlugin(),
        Duration.ofSeconds(configuration.idleSeconds()),
        Duration.ofSeconds(configuration.drainSeconds()),
        (long) configuration.drainMebibytes() << 20,
        configuration.maxHeaderKibibytes() << 10);
  }

  /** For requests without a body to speak of. */
  static ExchangeLimits of(PluginMetricsConfiguration configuration) {
    return new ExchangeLimits(
        configuration.maxRequestsPerPlugin(),
        Duration.ofSeconds(configuration.idleSeconds()),
        Duration.ZERO,
        0,
        64 << 10);
  }
}
