package io.krait.welcome.internal;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Plugins without processes; an archive is a text, the identifier of the plugin in it. */
final class FakeManager implements PluginManager {

  final List<String> asked = new ArrayList<>();
  private final Map<String, ManagedPlugin> plugins = new TreeMap<>();
  private final List<Runnable> atLook = new ArrayList<>();
  private boolean later;

  /** Has something happen when the plugins are looked at the next time. */
  void atNextLook(Runnable happening) {
    atLook.add(happening);
  }

  void put(String id, boolean enabled, PluginState state, String reason) {
    plugins.put(
        id,
        new ManagedPlugin(
            id,
            id,
            "",
            "",
            "1.0.0",
            Path.of("plugins", id),
            enabled,
            state,
            Instant.EPOCH,
            reason,
            Optional.empty(),
            0,
            Set.of(),
            List.of(),
            List.of(),
            Optional.empty()));
  }

  /** Has the next plugin be enabled only after a while, and look disabled until then. */
  void enableLater() {
    later = true;
  }

  @Override
  public CompletableFuture<ManagedPlugin> install(InputStream archive, boolean replace) {
    String id;
    try {
      id = new String(archive.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
    asked.add("install " + id);
    if (id.isEmpty()) {
      return CompletableFuture.failedFuture(
          new ManagementException(ManagementException.Problem.INVALID, "the archive is empty"));
    }
    if (!plugins.containsKey(id)) {
      put(id, false, PluginState.DISABLED, "");
    }
    return CompletableFuture.completedFuture(plugins.get(id));
  }

  @Override
  public CompletableFuture<ManagedPlugin> enable(String id) {
    asked.add("enable " + id);
    if (later) {
      later = false;
      return CompletableFuture.supplyAsync(
          () -> enable(id).join(), CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
    }
    put(id, true, PluginState.RUNNING, "");
    return CompletableFuture.completedFuture(plugins.get(id));
  }

  @Override
  public List<ManagedPlugin> list() {
    List<Runnable> happenings = List.copyOf(atLook);
    atLook.clear();
    List<ManagedPlugin> seen = List.copyOf(plugins.values());
    happenings.forEach(Runnable::run);
    return seen;
  }

  @Override
  public Optional<ManagedPlugin> find(String id) {
    return Optional.ofNullable(plugins.get(id));
  }

  @Override
  public CompletableFuture<ManagedPlugin> disable(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<ManagedPlugin> restart(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<ManagedPlugin> remove(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<Void> rescan() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Object> settings(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void saveSettings(String id, Map<String, Object> settings) {
    throw new UnsupportedOperationException();
  }
}
