package io.krait.metrics.internal;

import io.krait.api.HookStatistics;
import io.krait.api.PluginCalls;
import io.krait.api.management.ApiStatistics;
import io.krait.api.management.HttpStatistics.Outcome;
import io.krait.api.management.HttpStatistics.Requests;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginState;
import io.krait.metrics.internal.Series.Latest;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The figures of plugins in one registry. Meters of a plugin that is gone, and of hooks and methods
 * that are not called any longer, go with the next look.
 */
final class PluginFigures implements AutoCloseable {
  private final Sources sources;
  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Times times;
  private final Series<ManagedPlugin> plugins = new Series<>(this::ofPlugin);
  private final Series<NodePlugin> nodes = new Series<>(this::ofNode);
  private final Series<HookStatistics> hooks = new Series<>(this::ofHook);
  private final Series<PluginCalls> calls = new Series<>(this::ofCalls);
  private final Series<ApiStatistics.Method> apiCalls = new Series<>(this::ofApiMethod);
  private final Series<Requests> httpRequests = new Series<>(this::ofHttp);
  private final List<Runnable> always = new ArrayList<>();
  private volatile Collection<ManagedPlugin> all = List.of();

  PluginFigures(Sources sources, MeterRegistry registry, InstantSource clock) {
    this.sources = sources;
    this.registry = registry;
    this.clock = clock;
    times = Times.in(registry);
    for (PluginState state : PluginState.values()) {
      always.add(
          removal(
              Gauge.builder("krait.plugins", this, figures -> figures.in(state))
                  .tag("state", state.name().toLowerCase(Locale.ROOT))
                  .description("Plugins in that state")
                  .register(registry)));
    }
    lookAgain();
  }

  /** Brings the figures up to now. */
  synchronized void lookAgain() {
    Map<String, ManagedPlugin> now = byKey(sources.manager().list(), ManagedPlugin::id);
    all = now.values();
    plugins.update(now);
    nodes.update(
        byKey(
            sources.manager().nodes().stream().filter(node -> !node.nodeId().isEmpty()).toList(),
            node -> node.pluginId() + "/" + node.nodeId() + "/" + node.version()));
    hooks.update(
        byKey(
            sources.dispatcher().statistics().stream()
                .filter(hook -> hook.calls() + hook.dropped() > 0)
                .toList(),
            hook -> hook.pluginId() + "/" + hook.hook().hookName()));
    calls.update(byKey(sources.dispatcher().calls(), PluginCalls::pluginId));
    apiCalls.update(
        byKey(sources.apiCalls().get(), method -> method.pluginId() + "/" + method.method()));
    // Those of plugins that were removed are still known where they were counted.
    httpRequests.update(
        byKey(
            sources.httpRequests().get().stream()
                .filter(http -> http.pluginId().isEmpty() || now.containsKey(http.pluginId()))
                .toList(),
            Requests::pluginId));
  }

  private static <T> Map<String, T> byKey(Collection<T> things, Function<T, String> key) {
    return things.stream().collect(Collectors.toMap(key, thing -> thing));
  }

  @Override
  public synchronized void close() {
    plugins.update(Map.of());
    nodes.update(Map.of());
    hooks.update(Map.of());
    calls.update(Map.of());
    apiCalls.update(Map.of());
    httpRequests.update(Map.of());
    always.forEach(Runnable::run);
    always.clear();
    times.close();
  }

  private List<Runnable> ofPlugin(Latest<ManagedPlugin> plugin) {
    Tags tags = Tags.of("plugin", plugin.value().id());
    return List.of(
        gauge(
            "krait.plugin.up",
            "1 while the plugin runs, 0 otherwise",
            tags,
            plugin,
            now -> now.state() == PluginState.RUNNING ? 1 : 0),
        gauge(
            "krait.plugin.debugging",
            "1 while the plugin is debugged, so that nothing about it has a deadline, 0 otherwise",
            tags,
            plugin,
            now -> now.debugging() ? 1 : 0),
        counter(
            "krait.plugin.restarts",
            "Restarts after failures, since the plugin was last started by somebody",
            tags,
            plugin,
            ManagedPlugin::restarts),
        seconds(
            "krait.plugin.process.uptime",
            "Time since the plugin's process was started",
            tags,
            plugin,
            this::uptime),
        counter(
            "krait.plugin.process.cpu.seconds",
            "Processor time that the plugin's process has used",
            tags,
            plugin,
            now -> ofProcess(now, ProcessFigures::cpuSeconds)),
        gauge(
            "krait.plugin.process.resident.memory.bytes",
            "Memory that the plugin's process has in use",
            tags,
            plugin,
            now -> ofProcess(now, ProcessFigures::residentBytes)));
  }

  private List<Runnable> ofNode(Latest<NodePlugin> plugin) {
    NodePlugin now = plugin.value();
    return List.of(
        gauge(
            "krait.plugin.node.up",
            "1 while the plugin runs in that version on that node, 0 otherwise",
            Tags.of("plugin", now.pluginId(), "node", now.nodeId(), "version", now.version()),
            plugin,
            one -> one.state() == PluginState.RUNNING ? 1 : 0));
  }

  private List<Runnable> ofHook(Latest<HookStatistics> hook) {
    Tags tags = Tags.of("plugin", hook.value().pluginId(), "hook", hook.value().hook().hookName());
    return List.of(
        counter(
            "krait.plugin.hook.calls",
            "Calls of hooks that have ended",
            tags,
            hook,
            HookStatistics::calls),
        counter(
            "krait.plugin.hook.errors",
            "Calls of hooks that failed or were late",
            tags,
            hook,
            HookStatistics::errors),
        counter(
            "krait.plugin.hook.decisions",
            "Calls of hooks that ended the pass, such as rejections",
            tags,
            hook,
            HookStatistics::decisions),
        counter(
            "krait.plugin.hook.dropped",
            "Notifications for which the plugin's queue had no room",
            tags,
            hook,
            HookStatistics::dropped),
        times.show(
            "krait.plugin.hook.duration",
            "Time of the calls of hooks",
            tags,
            hook,
            () -> hook.value().latencies()),
        seconds(
            "krait.plugin.hook.longest",
            "Time of the longest call of the hook",
            tags,
            hook,
            now -> inSeconds(now.longestTime())));
  }

  private List<Runnable> ofCalls(Latest<PluginCalls> calls) {
    Tags tags = Tags.of("plugin", calls.value().pluginId());
    return List.of(
        gauge(
            "krait.plugin.hook.waiting",
            "Calls of hooks that wait for the plugin's answer",
            tags,
            calls,
            PluginCalls::waiting),
        gauge(
            "krait.plugin.hook.suspended",
            "1 while the plugin is asked no hooks as it does not answer, 0 otherwise",
            tags,
            calls,
            now -> now.suspended() ? 1 : 0),
        counter(
            "krait.plugin.hook.refused",
            "Calls of hooks that were not made, as too many waited or the plugin was suspended",
            tags,
            calls,
            PluginCalls::refused));
  }

  private List<Runnable> ofApiMethod(Latest<ApiStatistics.Method> method) {
    Tags tags = Tags.of("plugin", method.value().pluginId(), "method", method.value().method());
    return List.of(
        counter(
            "krait.plugin.api.calls",
            "Calls of the API by plugins that were answered",
            tags,
            method,
            now -> now.latencies().count()),
        counter(
            "krait.plugin.api.errors",
            "Calls of the API by plugins that were answered with an error",
            tags,
            method,
            ApiStatistics.Method::errors),
        times.show(
            "krait.plugin.api.duration",
            "Time that the host took to answer plugins",
            tags,
            method,
            () -> method.value().latencies()));
  }

  private List<Runnable> ofHttp(Latest<Requests> http) {
    Tags tags = Tags.of("plugin", http.value().pluginId());
    List<Runnable> removals =
        new ArrayList<>(
            List.of(
                gauge(
                    "krait.plugin.http.requests.in.flight",
                    "HTTP requests to plugins that run now",
                    tags,
                    http,
                    Requests::running),
                counter(
                    "krait.plugin.http.received.bytes",
                    "Bytes of the bodies of HTTP requests to plugins",
                    tags,
                    http,
                    Requests::bytesReceived),
                counter(
                    "krait.plugin.http.sent.bytes",
                    "Bytes of the bodies of plugins' answers to HTTP requests",
                    tags,
                    http,
                    Requests::bytesSent),
                times.show(
                    "krait.plugin.http.request.duration",
                    "Time of HTTP requests to plugins, until all of the answer is out",
                    tags,
                    http,
                    () -> http.value().latencies())));
    for (Outcome outcome : Outcome.values()) {
      removals.add(
          counter(
              "krait.plugin.http.requests",
              "HTTP requests to plugins that have ended, by the class of their status",
              tags.and("status", status(outcome)),
              http,
              now -> now.ended().get(outcome)));
    }
    return removals;
  }

  private static String status(Outcome outcome) {
    return switch (outcome) {
      case INFORMATIONAL -> "1xx";
      case SUCCESS -> "2xx";
      case REDIRECTION -> "3xx";
      case CLIENT_ERROR -> "4xx";
      case SERVER_ERROR -> "5xx";
      case BROKEN -> "broken";
    };
  }

  private <T> Runnable counter(
      String name, String description, Tags tags, Latest<T> latest, ToDoubleFunction<T> figure) {
    return removal(
        FunctionCounter.builder(name, latest, now -> now.figure(figure))
            .tags(tags)
            .description(description)
            .register(registry));
  }

  private <T> Runnable gauge(
      String name, String description, Tags tags, Latest<T> latest, ToDoubleFunction<T> figure) {
    return removal(
        Gauge.builder(name, latest, now -> now.figure(figure))
            .tags(tags)
            .description(description)
            .register(registry));
  }

  private <T> Runnable seconds(
      String name, String description, Tags tags, Latest<T> latest, ToDoubleFunction<T> figure) {
    return removal(
        TimeGauge.builder(name, latest, TimeUnit.SECONDS, now -> now.figure(figure))
            .tags(tags)
            .description(description)
            .register(registry));
  }

  private Runnable removal(Meter meter) {
    return () -> registry.remove(meter);
  }

  private double in(PluginState state) {
    return all.stream().filter(plugin -> plugin.state() == state).count();
  }

  private double uptime(ManagedPlugin plugin) {
    return plugin
        .process()
        .map(process -> inSeconds(Duration.between(process.started(), clock.instant())))
        .orElse(0.0);
  }

  private static double ofProcess(ManagedPlugin plugin, LongToDoubleFunction figure) {
    return plugin.process().flatMap(ProcessFacts::pid).map(figure::applyAsDouble).orElse(0.0);
  }

  private static double inSeconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
