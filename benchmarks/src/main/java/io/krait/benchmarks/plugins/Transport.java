package io.krait.benchmarks.plugins;

import java.util.Locale;
import java.util.Map;

/** What carries the calls between Krait and plugins that are measured. */
enum Transport {
  GRPC,
  LANE;

  private static final String VARIABLE = "KRAIT_BENCHMARK_TRANSPORT";

  /** The one that the environment names; without that the lane, as servers have it. */
  static Transport chosen() {
    return chosen(System.getenv());
  }

  private static Transport chosen(Map<String, String> environment) {
    String name = environment.getOrDefault(VARIABLE, "lane");
    return switch (name) {
      case "grpc" -> GRPC;
      case "lane" -> LANE;
      default -> throw new IllegalArgumentException(VARIABLE + " is grpc or lane, not " + name);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
