package io.krait.metrics.internal;

import io.krait.api.HookDispatcher;
import io.krait.api.HookStatistics;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The figures of plugins in one registry. Meters of a plugin that is gone, and of hooks that are
 * not called any longer, go with the next look.
 */
final class PluginFigures implements AutoCloseable {
  private final PluginManager manager;
  private final HookDispatcher dispatcher;
  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Map<String, HookStatistics> hooks = new ConcurrentHashMap<>();
  private final Map<String, ManagedPlugin> plugins = new ConcurrentHashMap<>();
  private final Map<String, List<Meter>> meters = new HashMap<>();
  private final List<Meter> always = new ArrayList<>();

  PluginFigures(
      PluginManager manager,
      HookDispatcher dispatcher,
      MeterRegistry registry,
      InstantSource clock) {
    this.manager = manager;
    this.dispatcher = dispatcher;
    this.registry = registry;
    this.clock = clock;
    for (PluginState state : PluginState.values()) {
      always.add(
          Gauge.builder("krait.plugins", plugins, all -> in(state))
              .tag("state", state.name().toLowerCase(Locale.ROOT))
              .description("Plugins in that state")
              .register(registry));
    }
    lookAgain();
  }

  /** Brings the figures up to now. */
  synchronized void lookAgain() {
    Map<String, ManagedPlugin> nowPlugins =
        manager.list().stream().collect(Collectors.toMap(ManagedPlugin::id, plugin -> plugin));
    Map<String, HookStatistics> nowHooks =
        dispatcher.statistics().stream()
            .filter(hook -> hook.calls() + hook.dropped() > 0)
            .collect(
                Collectors.toMap(
                    hook -> hook.pluginId() + "/" + hook.hook().hookName(), hook -> hook));
    plugins.keySet().retainAll(nowPlugins.keySet());
    plugins.putAll(nowPlugins);
    hooks.keySet().retainAll(nowHooks.keySet());
    hooks.putAll(nowHooks);
    meters
        .entrySet()
        .removeIf(
            entry -> {
              boolean isGone =
                  !plugins.containsKey(entry.getKey()) && !hooks.containsKey(entry.getKey());
              if (isGone) {
                entry.getValue().forEach(registry::remove);
              }
              return isGone;
            });
    plugins.keySet().forEach(id -> meters.computeIfAbsent(id, this::ofPlugin));
    hooks.forEach((key, hook) -> meters.computeIfAbsent(key, ignored -> ofHook(key, hook)));
  }

  @Override
  public synchronized void close() {
    meters.values().forEach(each -> each.forEach(registry::remove));
    meters.clear();
    always.forEach(registry::remove);
    always.clear();
  }

  private List<Meter> ofPlugin(String id) {
    Tags tags = Tags.of("plugin", id);
    return List.of(
        Gauge.builder("krait.plugin.up", plugins, all -> up(id))
            .tags(tags)
            .description("1 while the plugin runs, 0 otherwise")
            .register(registry),
        FunctionCounter.builder("krait.plugin.restarts", plugins, all -> restarts(id))
            .tags(tags)
            .description("Restarts after failures, since the plugin was last started by somebody")
            .register(registry),
        TimeGauge.builder(
                "krait.plugin.process.uptime", plugins, TimeUnit.SECONDS, all -> uptime(id))
            .tags(tags)
            .description("Time since the plugin's process was started")
            .register(registry),
        FunctionCounter.builder(
                "krait.plugin.process.cpu",
                plugins,
                all -> ofProcess(id, ProcessFigures::cpuSeconds))
            .tags(tags)
            .baseUnit("seconds")
            .description("Processor time that the plugin's process has used")
            .register(registry),
        Gauge.builder(
                "krait.plugin.process.resident.memory",
                plugins,
                all -> ofProcess(id, ProcessFigures::residentBytes))
            .tags(tags)
            .baseUnit("bytes")
            .description("Memory that the plugin's process has in use")
            .register(registry));
  }

  private List<Meter> ofHook(String key, HookStatistics hook) {
    Tags tags = Tags.of("plugin", hook.pluginId(), "hook", hook.hook().hookName());
    return List.of(
        counter(key, "calls", "Calls of hooks that have ended", tags, HookStatistics::calls),
        counter(
            key, "errors", "Calls of hooks that failed or were late", tags, HookStatistics::errors),
        counter(
            key,
            "decisions",
            "Calls of hooks that ended the pass, such as rejections",
            tags,
            HookStatistics::decisions),
        counter(
            key,
            "dropped",
            "Notifications for which the plugin's queue had no room",
            tags,
            HookStatistics::dropped),
        FunctionTimer.builder(
                "krait.plugin.hook.duration",
                hooks,
                all -> Optional.ofNullable(all.get(key)).map(HookStatistics::calls).orElse(0L),
                all ->
                    Optional.ofNullable(all.get(key))
                        .map(now -> now.totalTime().toNanos() / 1e9)
                        .orElse(0.0),
                TimeUnit.SECONDS)
            .tags(tags)
            .description("Time of the calls of hooks")
            .register(registry),
        TimeGauge.builder(
                "krait.plugin.hook.longest",
                hooks,
                TimeUnit.SECONDS,
                all ->
                    Optional.ofNullable(all.get(key))
                        .map(now -> now.longestTime().toNanos() / 1e9)
                        .orElse(0.0))
            .tags(tags)
            .description("Time of the longest call of the hook")
            .register(registry));
  }

  private Meter counter(
      String key,
      String what,
      String description,
      Tags tags,
      ToDoubleFunction<HookStatistics> value) {
    return FunctionCounter.builder(
            "krait.plugin.hook." + what,
            hooks,
            all -> all.containsKey(key) ? value.applyAsDouble(all.get(key)) : 0)
        .tags(tags)
        .description(description)
        .register(registry);
  }

  private double in(PluginState state) {
    return plugins.values().stream().filter(plugin -> plugin.state() == state).count();
  }

  private double up(String id) {
    ManagedPlugin plugin = plugins.get(id);
    return plugin != null && plugin.state() == PluginState.RUNNING ? 1 : 0;
  }

  private double restarts(String id) {
    ManagedPlugin plugin = plugins.get(id);
    return plugin == null ? 0 : plugin.restarts();
  }

  private double uptime(String id) {
    Instant now = clock.instant();
    return Optional.ofNullable(plugins.get(id))
        .flatMap(ManagedPlugin::process)
        .map(process -> java.time.Duration.between(process.started(), now).toMillis() / 1000.0)
        .orElse(0.0);
  }

  private double ofProcess(String id, java.util.function.LongToDoubleFunction figure) {
    return Optional.ofNullable(plugins.get(id))
        .flatMap(ManagedPlugin::process)
        .flatMap(ProcessFacts::pid)
        .map(figure::applyAsDouble)
        .orElse(0.0);
  }
}
