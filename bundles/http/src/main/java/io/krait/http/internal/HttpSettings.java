package io.krait.http.internal;

import java.time.Duration;
import java.util.List;

/** The configuration in the units that the code works with. Durations of zero mean no limit. */
record HttpSettings(
    int maxRequestsPerPlugin,
    Duration idle,
    Duration drain,
    long drainBytes,
    int maxHeaderBytes,
    List<String> trustedProxyHeaders,
    String sessionCookie,
    boolean strictCsrf,
    Duration pluginToPlugin,
    int pluginToPluginBytes) {

  /** Copies the list. */
  HttpSettings {
    trustedProxyHeaders = List.copyOf(trustedProxyHeaders);
  }

  /** What matters for metrics, and nothing of what they do not have, such as users. */
  static HttpSettings of(PluginMetricsConfiguration configuration) {
    return new HttpSettings(
        configuration.maxRequestsPerPlugin(),
        Duration.ofSeconds(configuration.idleSeconds()),
        Duration.ZERO,
        0,
        64 << 10,
        List.of(),
        "",
        false,
        Duration.ZERO,
        0);
  }

  static HttpSettings of(HttpConfiguration configuration) {
    return new HttpSettings(
        configuration.maxRequestsPerPlugin(),
        Duration.ofSeconds(configuration.idleSeconds()),
        Duration.ofSeconds(configuration.drainSeconds()),
        (long) configuration.drainMebibytes() << 20,
        configuration.maxHeaderKibibytes() << 10,
        List.of(configuration.trustedProxyHeaders()),
        configuration.sessionCookie(),
        configuration.strictCsrf(),
        Duration.ofSeconds(configuration.pluginToPluginSeconds()),
        configuration.pluginToPluginMebibytes() << 20);
  }
}
