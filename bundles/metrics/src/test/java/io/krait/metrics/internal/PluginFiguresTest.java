package io.krait.metrics.internal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.Latencies;
import io.krait.api.LatencyRecorder;
import io.krait.api.PluginCalls;
import io.krait.api.management.ApiStatistics;
import io.krait.api.management.HttpStatistics;
import io.krait.api.management.HttpStatistics.Outcome;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.krait.api.testing.Answering;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PluginFiguresTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String HOOK = "{hook=\"MessageWillBePosted\",plugin=\"com.example.hello\"}";
  private static final Latencies TIMES = latencies(4);
  private static final String PLUGIN = "{plugin=\"com.example.hello\"}";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private List<ManagedPlugin> plugins = List.of(plugin(PluginState.RUNNING));
  private List<NodePlugin> nodes =
      plugins.stream().map(plugin -> NodePlugin.of("", plugin)).toList();
  private final List<HttpStatistics.Requests> requests =
      Stream.of("", "com.example.hello", "com.example.removed")
          .map(
              id ->
                  new HttpStatistics.Requests(
                      id, 2, Map.of(Outcome.SUCCESS, 4L, Outcome.BROKEN, 1L), 100, 2000, TIMES))
          .toList();
  private List<HookStatistics> statistics = List.of(statistics(4));
  private List<PluginCalls> calls = List.of(new PluginCalls("com.example.hello", 7, true, 12));
  private List<ApiStatistics.Method> apiCalls =
      List.of(new ApiStatistics.Method("com.example.hello", "CreatePost", 1, TIMES));
  private final Sources sources =
      new Sources(
          Answering.service(
              PluginManager.class, Map.of("list", asked -> plugins, "nodes", asked -> nodes)),
          Answering.service(
              HookDispatcher.class,
              Map.of("statistics", asked -> statistics, "calls", asked -> calls)),
          () -> apiCalls,
          () -> requests);
  private final PluginFigures figures =
      new PluginFigures(sources, registry, InstantSource.fixed(NOW));

  @Test
  void whereThereAreSeveralNodesEachHasAFigureForItsVersion() {
    assertThat(registry.scrape()).doesNotContain("krait_plugin_node_up");
    nodes =
        List.of(
            NodePlugin.of("one", plugin(PluginState.RUNNING)),
            NodePlugin.of("two", plugin(PluginState.FAILED)));

    figures.lookAgain();

    assertThat(registry.scrape().lines())
        .filteredOn(line -> line.startsWith("krait_plugin_node_up"))
        .containsExactlyInAnyOrder(
            "krait_plugin_node_up{node=\"one\",plugin=\"com.example.hello\",version=\"1.0.0\"} 1.0",
            "krait_plugin_node_up{node=\"two\",plugin=\"com.example.hello\",version=\"1.0.0\"}"
                + " 0.0");
  }

  @Test
  void figuresHaveTheNamesThatPrometheusExpects() {
    assertThat(registry.scrape().lines())
        .contains(
            "krait_plugins{state=\"running\"} 1.0",
            "krait_plugins{state=\"failed\"} 0.0",
            "krait_plugin_up" + PLUGIN + " 1.0",
            "krait_plugin_debugging" + PLUGIN + " 0.0",
            "krait_plugin_restarts_total" + PLUGIN + " 2.0",
            "krait_plugin_process_uptime_seconds" + PLUGIN + " 60.0",
            "krait_plugin_hook_calls_total" + HOOK + " 4.0",
            "krait_plugin_hook_errors_total" + HOOK + " 1.0",
            "krait_plugin_hook_decisions_total" + HOOK + " 2.0",
            "krait_plugin_hook_dropped_total" + HOOK + " 3.0",
            "krait_plugin_hook_duration_seconds_count" + HOOK + " 4",
            "krait_plugin_hook_duration_seconds_sum" + HOOK + " 0.012",
            "krait_plugin_hook_duration_seconds_bucket{hook=\"MessageWillBePosted\",plugin=\"com.example.hello\",le=\"0.0025\"}"
                + " 0",
            "krait_plugin_hook_duration_seconds_bucket{hook=\"MessageWillBePosted\",plugin=\"com.example.hello\",le=\"0.005\"}"
                + " 4",
            "krait_plugin_hook_duration_seconds_bucket{hook=\"MessageWillBePosted\",plugin=\"com.example.hello\",le=\"+Inf\"}"
                + " 4",
            "krait_plugin_hook_longest_seconds" + HOOK + " 0.003",
            "krait_plugin_hook_waiting" + PLUGIN + " 7.0",
            "krait_plugin_hook_suspended" + PLUGIN + " 1.0",
            "krait_plugin_hook_refused_total" + PLUGIN + " 12.0")
        .anyMatch(line -> line.startsWith("krait_plugin_process_cpu_seconds_total" + PLUGIN))
        .anyMatch(line -> line.startsWith("krait_plugin_process_resident_memory_bytes" + PLUGIN));
  }

  @Test
  void figuresTellOfTheApiAndOfHttp() {
    String method = "{method=\"CreatePost\",plugin=\"com.example.hello\"}";

    assertThat(registry.scrape().lines())
        .contains(
            "krait_plugin_api_calls_total" + method + " 4.0",
            "krait_plugin_api_errors_total" + method + " 1.0",
            "krait_plugin_api_duration_seconds_count" + method + " 4",
            "krait_plugin_http_requests_total{plugin=\"com.example.hello\",status=\"2xx\"} 4.0",
            "krait_plugin_http_requests_total{plugin=\"com.example.hello\",status=\"broken\"} 1.0",
            "krait_plugin_http_requests_total{plugin=\"\",status=\"2xx\"} 4.0",
            "krait_plugin_http_requests_in_flight" + PLUGIN + " 2.0",
            "krait_plugin_http_received_bytes_total" + PLUGIN + " 100.0",
            "krait_plugin_http_sent_bytes_total" + PLUGIN + " 2000.0",
            "krait_plugin_http_request_duration_seconds_count" + PLUGIN + " 4")
        .noneMatch(line -> line.contains("com.example.removed"));
  }

  @Test
  void otherRegistriesGetCountsAndSums() {
    SimpleMeterRegistry other = new SimpleMeterRegistry();

    try (PluginFigures there = new PluginFigures(sources, other, InstantSource.fixed(NOW))) {
      assertThat(other.get("krait.plugin.hook.duration").functionTimer().count()).isEqualTo(4);
      assertThat(other.get("krait.plugin.api.duration").functionTimer().totalTime(SECONDS))
          .isEqualTo(0.012);
    }
    assertThat(other.getMeters()).isEmpty();
  }

  @Test
  void theDashboardAsksForNothingThatIsNotThere() throws Exception {
    String dashboard =
        Files.readString(
            Path.of("../../distribution/src/main/files/monitoring/grafana-krait-plugins.json"));
    Set<String> offered =
        registry
            .scrape()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replaceAll("[{ ].*", ""))
            .collect(Collectors.toSet());

    List<String> asked =
        Pattern.compile("krait_[a-z_]+")
            .matcher(dashboard)
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();

    assertThat(asked).hasSizeGreaterThan(10);
    assertThat(offered).containsAll(asked);
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
    calls = List.of();
    apiCalls = List.of();

    figures.lookAgain();

    assertThat(registry.scrape()).doesNotContain("com.example.hello");
  }

  @Test
  void nothingIsLeftInARegistryThatWasUsed() {
    figures.close();

    assertThat(registry.getMeters()).isEmpty();
    assertThat(registry.scrape()).doesNotContain("krait");
  }

  private static HookStatistics statistics(long calls) {
    return new HookStatistics(
        "com.example.hello", HookName.MESSAGE_WILL_BE_POSTED, 1, 2, 3, latencies(calls));
  }

  private static Latencies latencies(long calls) {
    LatencyRecorder recorder = new LatencyRecorder();
    for (long i = 0; i < calls; i++) {
      recorder.record(3_000_000);
    }
    return recorder.latencies();
  }

  private static ManagedPlugin plugin(PluginState state) {
    long pid = ProcessHandle.current().pid();
    return ManagedPlugin.builder("com.example.hello", "1.0.0", Path.of("plugins"))
        .enabled(true)
        .state(state)
        .since(NOW)
        .process(
            Optional.of(
                new ProcessFacts("process " + pid, Optional.of(pid), NOW.minusSeconds(60), "lane")))
        .restarts(2)
        .build();
  }
}
