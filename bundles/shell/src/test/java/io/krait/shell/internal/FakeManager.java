package io.krait.shell.internal;

import io.krait.api.HookName;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.krait.api.management.SettingsSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Plugins that change their state at once; what is asked is written down. */
final class FakeManager implements PluginManager {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final List<String> asked = new ArrayList<>();
  private final Map<String, ManagedPlugin> plugins = new TreeMap<>();
  private final Map<String, Map<String, Object>> saved = new HashMap<>();

  FakeManager with(ManagedPlugin plugin) {
    plugins.put(plugin.id(), plugin);
    return this;
  }

  static ManagedPlugin plugin(String id, PluginState state, String reason) {
    boolean runs = state == PluginState.RUNNING;
    return new ManagedPlugin(
        id,
        "The plugin " + id,
        "",
        "",
        "1.2.3",
        Path.of("/plugins", id),
        state != PluginState.DISABLED,
        state,
        NOW.minusSeconds(3 * 60 + 7),
        reason,
        runs
            ? Optional.of(
                new ProcessFacts(
                    "process " + ProcessHandle.current().pid(),
                    Optional.of(ProcessHandle.current().pid()),
                    NOW.minusSeconds(187)))
            : Optional.empty(),
        0,
        runs ? Set.of(HookName.ON_ACTIVATE, HookName.MESSAGE_WILL_BE_POSTED) : Set.of(),
        List.of("Traceback", "ImportError: no module named spam"),
        List.of(),
        Optional.empty());
  }

  static ManagedPlugin with(SettingsSchema schema, ManagedPlugin plugin) {
    return new ManagedPlugin(
        plugin.id(),
        plugin.name(),
        plugin.description(),
        plugin.homepageUrl(),
        plugin.version(),
        plugin.folder(),
        plugin.enabled(),
        plugin.state(),
        plugin.since(),
        plugin.reason(),
        plugin.process(),
        plugin.restarts(),
        plugin.hooks(),
        plugin.lastLines(),
        plugin.warnings(),
        Optional.of(schema));
  }

  Map<String, Object> savedSettings(String id) {
    return saved.get(id);
  }

  @Override
  public CompletableFuture<ManagedPlugin> install(InputStream archive, boolean replace) {
    try {
      String id = new String(archive.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      asked.add("install " + id + (replace ? " replacing" : ""));
      return CompletableFuture.completedFuture(
          plugins.computeIfAbsent(id, key -> plugin(key, PluginState.DISABLED, "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CompletableFuture<ManagedPlugin> enable(String id) {
    return change("enable", id, PluginState.RUNNING);
  }

  @Override
  public CompletableFuture<ManagedPlugin> disable(String id) {
    return change("disable", id, PluginState.DISABLED);
  }

  @Override
  public CompletableFuture<ManagedPlugin> restart(String id) {
    return change("restart", id, PluginState.RUNNING);
  }

  @Override
  public CompletableFuture<ManagedPlugin> remove(String id) {
    asked.add("remove " + id);
    ManagedPlugin removed = plugins.remove(id);
    return removed == null ? unknown(id) : CompletableFuture.completedFuture(removed);
  }

  @Override
  public CompletableFuture<Void> rescan() {
    asked.add("rescan");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public List<ManagedPlugin> list() {
    return List.copyOf(plugins.values());
  }

  @Override
  public Optional<ManagedPlugin> find(String id) {
    return Optional.ofNullable(plugins.get(id));
  }

  @Override
  public Map<String, Object> settings(String id) {
    var settings = new TreeMap<String, Object>();
    plugins
        .get(id)
        .settingsSchema()
        .ifPresent(
            schema ->
                schema.settings().stream()
                    .filter(setting -> setting.defaultValue() != null)
                    .forEach(setting -> settings.put(setting.key(), setting.defaultValue())));
    settings.putAll(saved.getOrDefault(id, Map.of()));
    return settings;
  }

  @Override
  public void saveSettings(String id, Map<String, Object> settings) {
    saved.put(id, Map.copyOf(settings));
  }

  private CompletableFuture<ManagedPlugin> change(String what, String id, PluginState state) {
    asked.add(what + " " + id);
    if (!plugins.containsKey(id)) {
      return unknown(id);
    }
    plugins.put(id, plugin(id, state, ""));
    return CompletableFuture.completedFuture(plugins.get(id));
  }

  private static CompletableFuture<ManagedPlugin> unknown(String id) {
    return CompletableFuture.failedFuture(
        new ManagementException(Problem.UNKNOWN_PLUGIN, "there is no plugin " + id));
  }
}
