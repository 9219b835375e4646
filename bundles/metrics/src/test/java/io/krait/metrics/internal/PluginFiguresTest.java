package io.krait.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PluginFiguresTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String HOOK = "{hook=\"MessageWillBePosted\",plugin=\"com.example.hello\"}";
  private static final String PLUGIN = "{plugin=\"com.example.hello\"}";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private List<ManagedPlugin> plugins = List.of(plugin(PluginState.RUNNING));
  private List<HookStatistics> statistics = List.of(statistics(4));
  private final PluginFigures figures =
      new PluginFigures(
          fake(PluginManager.class, Map.of("list", () -> plugins)),
          fake(HookDispatcher.class, Map.of("statistics", () -> statistics)),
          registry,
          InstantSource.fixed(NOW));

  @Test
  void figuresHaveTheNamesThatPrometheusExpects() {
    assertThat(registry.scrape().lines())
        .contains(
            "krait_plugins{state=\"running\"} 1.0",
            "krait_plugins{state=\"failed\"} 0.0",
            "krait_plugin_up" + PLUGIN + " 1.0",
            "krait_plugin_restarts_total" + PLUGIN + " 2.0",
            "krait_plugin_process_uptime_seconds" + PLUGIN + " 60.0",
            "krait_plugin_hook_calls_total" + HOOK + " 4.0",
            "krait_plugin_hook_errors_total" + HOOK + " 1.0",
            "krait_plugin_hook_decisions_total" + HOOK + " 2.0",
            "krait_plugin_hook_dropped_total" + HOOK + " 3.0",
            "krait_plugin_hook_duration_seconds_count" + HOOK + " 4",
            "krait_plugin_hook_duration_seconds_sum" + HOOK + " 0.01",
            "krait_plugin_hook_longest_seconds" + HOOK + " 0.007")
        .anyMatch(line -> line.startsWith("krait_plugin_process_cpu_seconds_total" + PLUGIN))
        .anyMatch(line -> line.startsWith("krait_plugin_process_resident_memory_bytes" + PLUGIN));
  }

  @Test
  void figuresFollowWhatHappens() {
    plugins = List.of(plugin(PluginState.FAILED));
    statistics = List.of(statistics(9));

    figures.lookAgain();

    assertThat(registry.scrape().lines())
        .contains(
            "krait_plugins{state=\"failed\"} 1.0",
            "krait_plugin_up" + PLUGIN + " 0.0",
            "krait_plugin_hook_calls_total" + HOOK + " 9.0");
  }

  @Test
  void figuresOfAPluginGoWithIt() {
    plugins = List.of();
    statistics = List.of();

    figures.lookAgain();

    assertThat(registry.scrape()).doesNotContain("com.example.hello");
  }

  @Test
  void nothingIsLeftInARegistryThatWasUsed() {
    figures.close();

    assertThat(registry.getMeters()).isEmpty();
  }

  private static HookStatistics statistics(long calls) {
    return new HookStatistics(
        "com.example.hello",
        HookName.MESSAGE_WILL_BE_POSTED,
        calls,
        1,
        2,
        3,
        Duration.ofMillis(10),
        Duration.ofMillis(7));
  }

  private static ManagedPlugin plugin(PluginState state) {
    long pid = ProcessHandle.current().pid();
    return ManagedPlugin.builder("com.example.hello", "1.0.0", Path.of("plugins"))
        .enabled(true)
        .state(state)
        .since(NOW)
        .process(
            Optional.of(new ProcessFacts("process " + pid, Optional.of(pid), NOW.minusSeconds(60))))
        .restarts(2)
        .build();
  }

  private static <T> T fake(Class<T> type, Map<String, java.util.function.Supplier<?>> answers) {
    var known = new TreeMap<>(answers);
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> known.get(method.getName()).get()));
  }
}
