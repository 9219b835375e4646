package io.krait.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.krait.testing.internal.PluginArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A manager of plugins that exist in memory alone, and do at once what is asked of them: for tests
 * of bundles that use the service. What was asked is written down when it is done. Safe for use
 * from any thread.
 *
 * <pre>{@code
 * PluginsInMemory plugins = new PluginsInMemory();
 * plugins.put(PluginsInMemory.plugin("com.example.hello", "1.0.0", PluginState.DISABLED));
 *
 * plugins.enable("com.example.hello").join();
 *
 * assertThat(plugins.find("com.example.hello").orElseThrow().state())
 *     .isEqualTo(PluginState.RUNNING);
 * assertThat(plugins.asked()).containsExactly("enable com.example.hello");
 * }</pre>
 *
 * <p>A subclass can be particular: what an archive is, how a plugin looks in a state, what has to
 * be through before anything is done.
 */
public class PluginsInMemory implements PluginManager {

  private final Map<String, ManagedPlugin> plugins = new TreeMap<>();
  private final Map<String, Map<String, Object>> saved = new HashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** What is done to a plugin. */
  @FunctionalInterface
  protected interface Work {
    ManagedPlugin done() throws ManagementException;
  }

  /** A plugin in a state, of that name and without a process. */
  public static ManagedPlugin plugin(String id, String version, PluginState state) {
    return in(state, ManagedPlugin.builder(id, version, Path.of("plugins", id)).build());
  }

  private static ManagedPlugin in(PluginState state, ManagedPlugin plugin) {
    return plugin.toBuilder()
        .enabled(state != PluginState.DISABLED)
        .state(state)
        .reason("")
        .build();
  }

  /** What was asked of it, in order, as in {@code enable com.example.hello}; may be cleared. */
  public final List<String> asked() {
    return asked;
  }

  /** The settings that were saved for a plugin; null where nobody has. */
  public final synchronized @Nullable Map<String, Object> savedSettings(String id) {
    return saved.get(id);
  }

  /** Adds a plugin, or changes one. */
  public final synchronized ManagedPlugin put(ManagedPlugin plugin) {
    plugins.put(plugin.id(), plugin);
    return plugin;
  }

  /**
   * Reads an archive, writes down what is asked, and installs what is in it: here of an archive
   * with a {@code plugin.json}, as {@link FakePlugin#archive()} is one, identifier and version.
   *
   * @throws IOException where it cannot be read; that is an invalid archive
   */
  protected CompletableFuture<ManagedPlugin> install(byte[] archive, boolean replace)
      throws IOException, ManagementException {
    JsonNode manifest = PluginArchive.manifest(archive);
    if (manifest == null) {
      throw new ManagementException(Problem.INVALID, "the archive has no plugin.json");
    }
    String id = manifest.path("id").asText();
    String version = manifest.path("version").asText();
    asked.add("install " + id + " " + version);
    if (!replace && find(id).isPresent()) {
      throw new ManagementException(Problem.CONFLICT, "there is a plugin " + id + " already");
    }
    return install(id, version);
  }

  /** A plugin that has just been installed. */
  protected ManagedPlugin fresh(String id, String version) {
    return plugin(id, version, PluginState.DISABLED);
  }

  /** The plugin as it is when it has been enabled, disabled or started again. */
  protected ManagedPlugin turned(ManagedPlugin before, PluginState state) {
    return in(state, before);
  }

  /** What has to be through before anything is done to that plugin; its failure is the answer. */
  protected CompletionStage<?> gate(String id) {
    return CompletableFuture.completedStage(null);
  }

  /** Installs a version, which does what the one before did. */
  protected final CompletableFuture<ManagedPlugin> install(String id, String version) {
    return inTurn(
        id,
        () ->
            put(
                find(id)
                    .map(before -> before.toBuilder().version(version).build())
                    .orElseGet(() -> fresh(id, version))));
  }

  /** Does something to a plugin as soon as its gate is open. */
  @SuppressWarnings("FutureReturnValueIgnored") // Everything ends in the result.
  protected final CompletableFuture<ManagedPlugin> inTurn(String id, Work work) {
    CompletableFuture<ManagedPlugin> result = new CompletableFuture<>();
    gate(id)
        .whenComplete(
            (open, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
                return;
              }
              try {
                result.complete(locked(work));
              } catch (ManagementException e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }

  private synchronized ManagedPlugin locked(Work work) throws ManagementException {
    return work.done();
  }

  private ManagedPlugin known(String id) throws ManagementException {
    return find(id)
        .orElseThrow(
            () -> new ManagementException(Problem.UNKNOWN_PLUGIN, "there is no plugin " + id));
  }

  private CompletableFuture<ManagedPlugin> turn(String what, String id, PluginState state) {
    CompletableFuture<ManagedPlugin> turned = inTurn(id, () -> put(turned(known(id), state)));
    asked.add(what + " " + id);
    return turned;
  }

  @Override
  public final CompletableFuture<ManagedPlugin> install(InputStream archive, boolean replace) {
    try {
      return install(archive.readAllBytes(), replace);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(
          new ManagementException(Problem.INVALID, "the archive is no plugin", e));
    } catch (ManagementException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public CompletableFuture<ManagedPlugin> enable(String id) {
    return turn("enable", id, PluginState.RUNNING);
  }

  @Override
  public final CompletableFuture<ManagedPlugin> disable(String id) {
    return turn("disable", id, PluginState.DISABLED);
  }

  @Override
  public final CompletableFuture<ManagedPlugin> restart(String id) {
    return turn("restart", id, PluginState.RUNNING);
  }

  @Override
  public final CompletableFuture<ManagedPlugin> remove(String id) {
    CompletableFuture<ManagedPlugin> removed =
        inTurn(
            id,
            () -> {
              ManagedPlugin last = known(id);
              plugins.remove(id);
              return last;
            });
    asked.add("remove " + id);
    return removed;
  }

  @Override
  public final CompletableFuture<Void> rescan() {
    asked.add("rescan");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized List<ManagedPlugin> list() {
    return List.copyOf(plugins.values());
  }

  @Override
  public final synchronized Optional<ManagedPlugin> find(String id) {
    return Optional.ofNullable(plugins.get(id));
  }

  @Override
  public final synchronized Map<String, Object> settings(String id) {
    Map<String, Object> values = new TreeMap<>();
    find(id)
        .flatMap(ManagedPlugin::settingsSchema)
        .ifPresent(
            schema ->
                schema.settings().stream()
                    .filter(setting -> setting.defaultValue() != null)
                    .forEach(
                        setting ->
                            values.put(
                                setting.key().toLowerCase(Locale.ROOT), setting.defaultValue())));
    values.putAll(saved.getOrDefault(id, Map.of()));
    return values;
  }

  @Override
  public synchronized void saveSettings(String id, Map<String, Object> settings)
      throws ManagementException {
    saved.put(id, new TreeMap<>(settings));
  }
}
