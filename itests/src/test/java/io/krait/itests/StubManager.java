package io.krait.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A manager of plugins without files and processes; what is asked of it is written down. */
final class StubManager implements PluginManager {
  final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, ManagedPlugin> plugins = new ConcurrentSkipListMap<>();
  private final Function<byte[], String> idAndVersion;

  /**
   * A manager without plugins.
   *
   * @param idAndVersion reads them from an archive, with a blank between; empty if it is none
   */
  StubManager(Function<byte[], String> idAndVersion) {
    this.idAndVersion = idAndVersion;
  }

  /** Waits until exactly this has been asked. */
  void expect(String... expected) {
    Instant deadline = Instant.now().plusSeconds(30);
    while (!asked.equals(List.of(expected)) && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    assertThat(asked).containsExactly(expected);
    asked.clear();
  }

  StubManager with(String id, PluginState state) {
    plugins.put(id, plugin(id, "1.0.0", state));
    return this;
  }

  @Override
  public CompletableFuture<ManagedPlugin> install(InputStream archive, boolean replace) {
    String[] found;
    try {
      found = idAndVersion.apply(archive.readAllBytes()).split(" ");
    } catch (IOException e) {
      return CompletableFuture.failedFuture(
          new ManagementException(Problem.SYSTEM, "cannot read the archive", e));
    }
    if (found.length < 2) {
      return CompletableFuture.failedFuture(
          new ManagementException(Problem.INVALID, "the archive is no plugin"));
    }
    asked.add("install " + found[0] + " " + found[1]);
    PluginState state = find(found[0]).map(ManagedPlugin::state).orElse(PluginState.DISABLED);
    return changed(plugin(found[0], found[1], state));
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
    return Map.of();
  }

  @Override
  public void saveSettings(String id, Map<String, Object> settings) {}

  private CompletableFuture<ManagedPlugin> change(String what, String id, PluginState state) {
    asked.add(what + " " + id);
    ManagedPlugin plugin = plugins.get(id);
    return plugin == null ? unknown(id) : changed(plugin(id, plugin.version(), state));
  }

  private CompletableFuture<ManagedPlugin> changed(ManagedPlugin plugin) {
    plugins.put(plugin.id(), plugin);
    return CompletableFuture.completedFuture(plugin);
  }

  private static ManagedPlugin plugin(String id, String version, PluginState state) {
    return new ManagedPlugin(
        id,
        id,
        "",
        "",
        version,
        Path.of("plugins", id),
        state != PluginState.DISABLED,
        state,
        Instant.now(),
        "",
        Optional.empty(),
        0,
        Set.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static CompletableFuture<ManagedPlugin> unknown(String id) {
    return CompletableFuture.failedFuture(
        new ManagementException(Problem.UNKNOWN_PLUGIN, "there is no plugin " + id));
  }
}
