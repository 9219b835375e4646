package io.krait.api.management;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks after the plugins of a server. A service, safe for use from any thread.
 *
 * <p>What is asked of one plugin is done in the order in which it was asked for; different plugins
 * do not wait for one another. Futures fail with a {@link ManagementException}, which {@link
 * io.krait.api.FailureCause} finds in what carries it, and complete with the plugin as it is when
 * the work is done. Cancelling one does not stop the work.
 *
 * <pre>{@code
 * CompletableFuture<String> installed(PluginManager plugins, InputStream archive) {
 *   return plugins
 *       .install(archive, true)
 *       .thenCompose(plugin -> plugins.enable(plugin.id()))
 *       .thenApply(plugin -> plugin.id() + " " + plugin.version() + " runs")
 *       .exceptionally(failure -> FailureCause.of(failure).getMessage());
 * }
 * }</pre>
 *
 * <p>Where several nodes share their plugins ({@link io.krait.api.host.SharedPlugins}), what is
 * asked of one of them goes for all, but for {@link #restart} and {@link #rescan}: futures tell how
 * it went on this node, {@link #nodes()} how it is on the others.
 */
@ProviderType
public interface PluginManager {

  /**
   * Installs a plugin from its archive ({@code tar.gz}). A new plugin is disabled. Where the plugin
   * is there and runs, it does so until the process of the new version answers; then it is stopped,
   * and the new version activated. If that does not answer, the old one goes on undisturbed; if it
   * is not activated, the old one is started again. In both cases the future fails with {@link
   * ManagementException.Problem#START_FAILED}.
   *
   * @param archive read by the calling thread, before this returns; not closed
   * @param replace whether another version may be there; if not, that is a {@link
   *     ManagementException.Problem#CONFLICT}
   */
  CompletableFuture<ManagedPlugin> install(InputStream archive, boolean replace);

  /**
   * As {@link #install(InputStream, boolean)}, in the name of a user, of whom the plugin is told by
   * OnInstall.
   *
   * @param userId identifier of the user; empty where none is known
   */
  default CompletableFuture<ManagedPlugin> install(
      InputStream archive, boolean replace, String userId) {
    return install(archive, replace);
  }

  /** Lets a plugin run, now and after restarts of the server. Completes when it runs. */
  CompletableFuture<ManagedPlugin> enable(String id);

  /** Stops a plugin, and keeps it from running. Completes when its process is gone. */
  CompletableFuture<ManagedPlugin> disable(String id);

  /** Stops an enabled plugin and starts it, also where it has failed. Completes when it runs. */
  CompletableFuture<ManagedPlugin> restart(String id);

  /** Stops a plugin and deletes its files; its settings are kept. Completes with its last state. */
  CompletableFuture<ManagedPlugin> remove(String id);

  /** Looks into the plugin folder again: what is new there is taken in, what is gone is stopped. */
  CompletableFuture<Void> rescan();

  /** All plugins, by identifier. */
  List<ManagedPlugin> list();

  /** One plugin. */
  Optional<ManagedPlugin> find(String id);

  /**
   * The plugins of all nodes of the server that are there, by plugin and node; of this one alone
   * where the server is a node by itself. What other nodes have told is at most seconds old.
   */
  default List<NodePlugin> nodes() {
    return list().stream().map(plugin -> NodePlugin.of("", plugin)).toList();
  }

  /**
   * The settings of a plugin, by lower-case key: what was saved, and the defaults of its schema
   * where nothing was.
   *
   * @throws ManagementException where there is no such plugin
   */
  Map<String, Object> settings(String id) throws ManagementException;

  /**
   * Saves the settings of a plugin in place of all it had, and tells the plugin if it runs.
   *
   * @param settings JSON values by key
   * @throws ManagementException where there is no such plugin, or a value is not what its schema
   *     asks for; the message names the key
   */
  void saveSettings(String id, Map<String, Object> settings) throws ManagementException;

  /**
   * Looks at settings as {@link #saveSettings} does, and saves nothing.
   *
   * @throws ManagementException where saving them would be refused
   */
  default void checkSettings(String id, Map<String, Object> settings) throws ManagementException {}

  /**
   * Saves the settings of a plugin as {@link #saveSettings} does, and hears what it makes of them.
   *
   * @return completes when the plugin, if it runs, has dealt with them: with the reason, in its own
   *     words, why it does not take them, which stay saved; empty where it takes them
   * @throws ManagementException as {@link #saveSettings} does
   */
  default CompletionStage<Optional<String>> applySettings(String id, Map<String, Object> settings)
      throws ManagementException {
    saveSettings(id, settings);
    return CompletableFuture.completedStage(Optional.empty());
  }
}
