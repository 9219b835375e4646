package io.krait.deploy.internal;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/**
 * A manager whose archives are compressed texts of an identifier and a version. What is asked of it
 * is written down, and done at once but for plugins that are held up.
 */
final class FakeManager implements PluginManager {
  final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, ManagedPlugin> plugins = new ConcurrentSkipListMap<>();
  private final Map<String, CompletableFuture<Void>> heldUp = new ConcurrentSkipListMap<>();

  /** Lets nothing that is asked of that plugin end before the future does. */
  CompletableFuture<Void> holdUp(String id) {
    return heldUp.computeIfAbsent(id, key -> new CompletableFuture<>());
  }

  @Override
  public CompletableFuture<ManagedPlugin> install(InputStream archive, boolean replace) {
    String[] found;
    try (var in = new GZIPInputStream(archive)) {
      found = new String(in.readAllBytes(), StandardCharsets.UTF_8).split(" ");
    } catch (IOException e) {
      return CompletableFuture.failedFuture(
          new ManagementException(Problem.INVALID, "the archive is no plugin", e));
    }
    asked.add("install " + found[0] + " " + found[1]);
    boolean enabled = find(found[0]).map(ManagedPlugin::enabled).orElse(false);
    return change(found[0], found[1], enabled);
  }

  @Override
  public CompletableFuture<ManagedPlugin> enable(String id) {
    // Written down when it is done, so that tests that wait for it find it so.
    CompletableFuture<ManagedPlugin> done = change(id, plugins.get(id).version(), true);
    asked.add("enable " + id);
    return done;
  }

  @Override
  public CompletableFuture<ManagedPlugin> disable(String id) {
    // Written down when it is done, so that tests that wait for it find it so.
    CompletableFuture<ManagedPlugin> done = change(id, plugins.get(id).version(), false);
    asked.add("disable " + id);
    return done;
  }

  @Override
  public CompletableFuture<ManagedPlugin> restart(String id) {
    throw new UnsupportedOperationException("restart");
  }

  @Override
  public CompletableFuture<ManagedPlugin> remove(String id) {
    asked.add("remove " + id);
    ManagedPlugin removed = plugins.remove(id);
    return removed == null
        ? CompletableFuture.failedFuture(
            new ManagementException(Problem.UNKNOWN_PLUGIN, "there is no plugin " + id))
        : CompletableFuture.completedFuture(removed);
  }

  @Override
  public CompletableFuture<Void> rescan() {
    throw new UnsupportedOperationException("rescan");
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
  public void saveSettings(String id, Map<String, Object> settings) {
    throw new UnsupportedOperationException("saveSettings");
  }

  private CompletableFuture<ManagedPlugin> change(String id, String version, boolean enabled) {
    return heldUp
        .getOrDefault(id, CompletableFuture.completedFuture(null))
        .thenApply(
            ignored -> {
              var plugin = plugin(id, version, enabled);
              plugins.put(id, plugin);
              return plugin;
            });
  }

  private static ManagedPlugin plugin(String id, String version, boolean enabled) {
    return new ManagedPlugin(
        id,
        id,
        "",
        "",
        version,
        Path.of("plugins", id),
        enabled,
        enabled ? PluginState.RUNNING : PluginState.DISABLED,
        Instant.EPOCH,
        "",
        Optional.empty(),
        0,
        Set.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
