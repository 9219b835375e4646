package io.krait.hostkit;

import io.krait.api.AppError;
import io.krait.api.FailureCause;
import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.krait.api.model.Manifest;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What users and plugins can do about plugins, with the errors of the API. Safe for use from any
 * thread.
 */
@Component(service = PluginAdministration.class)
public final class PluginAdministration {

  private static final System.Logger LOGGER =
      System.getLogger(PluginAdministration.class.getName());

  /**
   * The manager is fetched for each use: whoever manages plugins waits for this host's API, so that
   * holding it would make a circle.
   */
  private final AtomicReference<@Nullable ComponentServiceObjects<PluginManager>> managers =
      new AtomicReference<>();

  /** Fetched for each use, for the same reason. */
  private final AtomicReference<@Nullable ComponentServiceObjects<PluginLogs>> books =
      new AtomicReference<>();

  /** From now on this one has what plugins log. */
  @Reference(
      service = PluginLogs.class,
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindLogs(ComponentServiceObjects<PluginLogs> bound) {
    books.set(bound);
  }

  /** This one has no logs any longer; another one may be bound already. */
  public void unbindLogs(ComponentServiceObjects<PluginLogs> gone) {
    books.compareAndSet(gone, null);
  }

  /** From now on plugins are managed by this one. */
  @Reference(
      service = PluginManager.class,
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindManager(ComponentServiceObjects<PluginManager> bound) {
    managers.set(bound);
  }

  /** This one manages plugins no longer; another one may be bound already. */
  public void unbindManager(ComponentServiceObjects<PluginManager> gone) {
    managers.compareAndSet(gone, null);
  }

  /**
   * All plugins, by identifier.
   *
   * @throws AppError with status 501 where nobody manages plugins
   */
  public List<ManagedPlugin> list() {
    return with(PluginManager::list);
  }

  /**
   * The plugins of all nodes of the server, by plugin and node.
   *
   * @throws AppError with status 501 where nobody manages plugins
   */
  public List<NodePlugin> nodes() {
    return with(PluginManager::nodes);
  }

  /**
   * One plugin.
   *
   * @throws AppError with status 404 where there is none
   */
  public ManagedPlugin get(String id) {
    return with(manager -> existing(manager, id));
  }

  /**
   * What a plugin has logged and printed lately, oldest first.
   *
   * @param most how many records at most
   * @throws AppError with status 404 where there is no such plugin, 501 where nobody keeps logs
   */
  public List<PluginLogs.Entry> logs(String id, int most) {
    String known = get(id).id();
    ComponentServiceObjects<PluginLogs> bound = books.get();
    PluginLogs logs = bound == null ? null : bound.getService();
    if (logs == null) {
      throw AppError.of("app.plugin.logs.app_error", "nobody keeps the logs of plugins here", 501);
    }
    try {
      return logs.recent(known, most);
    } finally {
      bound.ungetService(logs);
    }
  }

  /**
   * The settings of a plugin.
   *
   * @throws AppError with status 404 where there is no such plugin
   */
  public Map<String, Object> settings(String id) {
    return managed(manager -> manager.settings(id));
  }

  /**
   * Looks at settings of a plugin without saving them.
   *
   * @throws AppError with status 404 where there is no such plugin, 400 where it does not take them
   */
  public void checkSettings(String id, Map<String, Object> settings) {
    managed(
        manager -> {
          manager.checkSettings(id, settings);
          return settings;
        });
  }

  /**
   * Saves settings of a plugin in place of all it had, and tells it.
   *
   * @throws AppError as {@link #checkSettings} does
   */
  public void saveSettings(String id, Map<String, Object> settings) {
    managed(
        manager -> {
          manager.saveSettings(id, settings);
          return settings;
        });
  }

  @FunctionalInterface
  private interface Management<T> {
    T of(PluginManager manager) throws ManagementException;
  }

  private <T> T managed(Management<T> management) {
    return with(
        manager -> {
          try {
            return management.of(manager);
          } catch (ManagementException failure) {
            throw error(failure);
          }
        });
  }

  /**
   * Lets a plugin run.
   *
   * @return the plugin when that has been done; fails with an {@link AppError} with status 500
   *     where it does not start
   * @throws AppError with status 404 where there is none
   */
  public CompletionStage<ManagedPlugin> enabling(String id) {
    return existingThen(id, manager -> manager.enable(id));
  }

  /** Stops a plugin and keeps it from running, as {@link #enabling} lets it run. */
  public CompletionStage<ManagedPlugin> disabling(String id) {
    return existingThen(id, manager -> manager.disable(id));
  }

  /** Stops a plugin and deletes its files, as {@link #enabling} lets it run. */
  public CompletionStage<ManagedPlugin> removing(String id) {
    return existingThen(id, manager -> manager.remove(id));
  }

  /**
   * Installs a plugin from its archive, which is read before this returns.
   *
   * @return the plugin; fails with an {@link AppError} with status 400 where the archive is not
   *     usable, 409 where the plugin is there and may not be replaced, 500 where the new version
   *     does not run
   */
  public CompletionStage<ManagedPlugin> installing(InputStream archive, boolean replace) {
    return installing(archive, replace, "");
  }

  /** As {@link #installing(InputStream, boolean)}, in the name of a user. */
  public CompletionStage<ManagedPlugin> installing(
      InputStream archive, boolean replace, String userId) {
    return errorsOfApi(with(manager -> manager.install(archive, replace, userId)));
  }

  /**
   * As {@link #enabling}, waiting for it.
   *
   * @param patience how long to wait; nothing happens when it is over
   */
  public void enable(String id, Duration patience) {
    await(id, enabling(id), patience);
  }

  /** As {@link #disabling}, waiting for it as {@link #enable} does. */
  public void disable(String id, Duration patience) {
    await(id, disabling(id), patience);
  }

  /** As {@link #removing}, waiting for it as {@link #enable} does. */
  public void remove(String id, Duration patience) {
    await(id, removing(id), patience);
  }

  /**
   * As {@link #installing}, waiting for it.
   *
   * @throws AppError as that fails; with status 504 where it takes too long
   */
  public ManagedPlugin install(InputStream archive, boolean replace, Duration patience) {
    CompletionStage<ManagedPlugin> work = installing(archive, replace);
    try {
      return work.toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw AppError.of(
          "app.plugin.install.timeout.app_error",
          "the plugin is still being installed; look at its state later",
          504);
    } catch (ExecutionException failure) {
      throw error(FailureCause.of(failure));
    } catch (InterruptedException interrupted) {
      throw interrupted();
    }
  }

  /** What the contract tells of a plugin's manifest. */
  public static Manifest manifest(ManagedPlugin plugin) {
    return Manifest.builder()
        .id(plugin.id())
        .name(plugin.name())
        .description(plugin.description())
        .homepageUrl(plugin.homepageUrl())
        .supportUrl(plugin.supportUrl())
        .releaseNotesUrl(plugin.releaseNotesUrl())
        .iconPath(plugin.iconPath())
        .minServerVersion(plugin.minServerVersion())
        .version(plugin.version())
        .build();
  }

  /** The number by which the contract tells of a plugin's state. */
  public static int stateNumber(PluginState state) {
    return switch (state) {
      case DISABLED, WAITING -> 0;
      case STARTING -> 1;
      case RUNNING -> 2;
      case FAILED -> 3;
      case BACKING_OFF -> 4;
      case STOPPING -> 5;
    };
  }

  private CompletionStage<ManagedPlugin> existingThen(
      String id, Function<PluginManager, CompletableFuture<ManagedPlugin>> action) {
    return errorsOfApi(
        with(
            manager -> {
              existing(manager, id);
              return action.apply(manager);
            }));
  }

  private static CompletionStage<ManagedPlugin> errorsOfApi(CompletableFuture<ManagedPlugin> work) {
    return work.exceptionally(
        failure -> {
          throw error(FailureCause.of(failure));
        });
  }

  private static void await(String id, CompletionStage<ManagedPlugin> work, Duration patience) {
    if (patience.isZero()) {
      var unused =
          work.whenComplete(
              (plugin, failure) -> {
                if (failure != null) {
                  LOGGER.log(Level.WARNING, "plugin {0}: {1}", id, FailureCause.text(failure));
                }
              });
      return;
    }
    try {
      var unused = work.toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      LOGGER.log(Level.INFO, "plugin {0}: not done after {1}; it goes on", id, patience);
    } catch (ExecutionException failure) {
      throw error(FailureCause.of(failure));
    } catch (InterruptedException interrupted) {
      throw interrupted();
    }
  }

  private <T> T with(Function<PluginManager, T> use) {
    ComponentServiceObjects<PluginManager> bound = managers.get();
    PluginManager manager = bound == null ? null : bound.getService();
    if (manager == null) {
      throw AppError.of(
          "app.plugin.disabled.app_error",
          "plugins are switched off: the bundle that runs them is not there",
          501);
    }
    try {
      return use.apply(manager);
    } finally {
      bound.ungetService(manager);
    }
  }

  private static ManagedPlugin existing(PluginManager manager, String id) {
    return manager
        .find(id)
        .orElseThrow(
            () ->
                AppError.of(
                    "app.plugin.not_installed.app_error",
                    "plugin " + id + " is not installed",
                    404));
  }

  private static AppError error(Throwable cause) {
    if (cause instanceof AppError already) {
      return already;
    }
    if (!(cause instanceof ManagementException failure)) {
      return AppError.builder()
          .id("app.plugin.manager.app_error")
          .message("the plugin could not be dealt with; the server's log tells more")
          .statusCode(500)
          .cause(cause)
          .build();
    }
    AppError.Builder error =
        switch (failure.problem()) {
          case UNKNOWN_PLUGIN ->
              AppError.builder().id("app.plugin.not_installed.app_error").statusCode(404);
          case INVALID -> AppError.builder().id("app.plugin.invalid.app_error").statusCode(400);
          case CONFLICT -> AppError.builder().id("app.plugin.install_id.app_error").statusCode(409);
          case START_FAILED ->
              AppError.builder().id("app.plugin.activate.app_error").statusCode(500);
          case SYSTEM -> AppError.builder().id("app.plugin.system.app_error").statusCode(500);
        };
    return error.message(failure.getMessage()).cause(failure).build();
  }

  private static AppError interrupted() {
    Thread.currentThread().interrupt();
    return AppError.of(
        "app.plugin.interrupted.app_error", "the server is being stopped; look again later", 503);
  }
}
