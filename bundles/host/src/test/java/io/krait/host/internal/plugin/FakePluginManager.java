package io.krait.host.internal.plugin;

import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin;
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
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

/** Plugins that exist in name alone: they do at once what they are asked for. */
public final class FakePluginManager implements PluginManager {
  private final Map<String, ManagedPlugin> plugins = new TreeMap<>();
  private final List<String> asked = new ArrayList<>();
  private @Nullable CompletableFuture<ManagedPlugin> answer;
  private int inUse;
  private final ComponentServiceObjects<PluginManager> objects =
      new ComponentServiceObjects<>() {
        @Override
        public PluginManager getService() {
          inUse++;
          return FakePluginManager.this;
        }

        @Override
        public void ungetService(PluginManager manager) {
          inUse--;
        }

        @Override
        public ServiceReference<PluginManager> getServiceReference() {
          throw new UnsupportedOperationException();
        }
      };

  /** What a component gets of it. */
  public ComponentServiceObjects<PluginManager> objects() {
    return objects;
  }

  /** How often it has been fetched and not been given back. */
  public int inUse() {
    return inUse;
  }

  /** What it was asked for, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** From now on every request is answered like this. */
  public void answersWith(CompletableFuture<ManagedPlugin> always) {
    answer = always;
  }

  /** There is a plugin in this state. */
  public ManagedPlugin has(String id, PluginState state) {
    ManagedPlugin plugin =
        new ManagedPlugin(
            id,
            "Name of " + id,
            "",
            "",
            "1.0.0",
            Path.of("plugins", id),
            state != PluginState.DISABLED,
            state,
            Instant.EPOCH,
            "",
            Optional.empty(),
            0,
            Set.of(),
            List.of(),
            List.of(),
            Optional.empty());
    plugins.put(id, plugin);
    return plugin;
  }

  @Override
  public CompletableFuture<ManagedPlugin> install(InputStream archive, boolean replace) {
    String id;
    try {
      id = new String(archive.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return done((replace ? "replace " : "install ") + id, id, PluginState.DISABLED);
  }

  @Override
  public CompletableFuture<ManagedPlugin> enable(String id) {
    return done("enable " + id, id, PluginState.RUNNING);
  }

  @Override
  public CompletableFuture<ManagedPlugin> disable(String id) {
    return done("disable " + id, id, PluginState.DISABLED);
  }

  @Override
  public CompletableFuture<ManagedPlugin> restart(String id) {
    return done("restart " + id, id, PluginState.RUNNING);
  }

  @Override
  public CompletableFuture<ManagedPlugin> remove(String id) {
    CompletableFuture<ManagedPlugin> done = done("remove " + id, id, PluginState.DISABLED);
    plugins.remove(id);
    return done;
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

  private CompletableFuture<ManagedPlugin> done(String request, String id, PluginState state) {
    asked.add(request);
    if (answer != null) {
      return answer;
    }
    return CompletableFuture.completedFuture(has(id, state));
  }
}
