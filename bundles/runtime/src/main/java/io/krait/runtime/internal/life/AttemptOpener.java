package io.krait.runtime.internal.life;

import io.krait.api.HostedPlugin;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.management.ManagementException;
import io.krait.apiserver.ApiEndpoint;
import io.krait.runtime.internal.plugins.Installation;
import io.krait.runtime.manifest.ManifestReader;
import io.krait.runtime.manifest.Platform;
import io.krait.runtime.manifest.ServerPart;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginObserver;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.function.Function;

/**
 * Puts together what an attempt to run a plugin consists of, and lets go of it: its API at the
 * host, the endpoint where it calls that, and its supervision.
 */
final class AttemptOpener {

  private static final String API_TOKEN = "KRAIT_API_TOKEN";

  private final LifeContext context;
  private final LifeState state;
  private final StartConditions conditions;
  private final Hosted.Saving saving;

  /**
   * The opener of one plugin.
   *
   * @param saving what hosts save settings with
   */
  AttemptOpener(
      LifeContext context, LifeState state, StartConditions conditions, Hosted.Saving saving) {
    this.context = context;
    this.state = state;
    this.conditions = conditions;
    this.saving = saving;
  }

  /**
   * Opens all that an attempt needs; its process is not started yet.
   *
   * @param observer takes part in the life of its processes
   * @throws ManagementException where the plugin cannot be started; nothing stays open
   */
  Attempt open(Surroundings.Complete complete, Function<Attempt, PluginObserver> observer)
      throws ManagementException {
    ManifestReader.Loaded loaded = load();
    Installation installation = state.installation();
    ServerPart server = conditions.pythonPart(loaded.manifest());
    HostedPlugin hosted =
        new Hosted(
            context.id(),
            loaded.manifest().version(),
            installation.folder(),
            loaded.content(),
            context.settings(),
            saving);
    PluginApi api;
    try {
      api = complete.host().open(hosted);
    } catch (RuntimeException | LinkageError e) {
      throw context.startFailed("its host gives it no API: %s".formatted(e.getMessage()), e);
    }
    ApiEndpoint endpoint = null;
    try {
      conditions.serverVersion(loaded.manifest(), api);
      endpoint = complete.apiServer().open(context.id(), api);
      Attempt opened = new Attempt(complete, installation, hosted, endpoint);
      opened.supervised =
          complete
              .supervisor()
              .supervise(
                  description(installation, loaded, server, endpoint), observer.apply(opened));
      return opened;
    } catch (IOException | RuntimeException | LinkageError e) {
      close(complete, hosted, endpoint);
      throw context.startFailed(e.getMessage(), e);
    } catch (ManagementException e) {
      close(complete, hosted, endpoint);
      throw e;
    }
  }

  private ManifestReader.Loaded load() throws ManagementException {
    Installation installation = state.installation();
    ManifestReader.Loaded loaded = conditions.manifest(installation);
    state.adopt(
        new Installation(
            loaded.manifest(), installation.folder(), loaded.warnings(), installation.managed()));
    loaded
        .warnings()
        .forEach(
            warning -> context.log().log(Level.WARNING, "plugin {0}: {1}", context.id(), warning));
    return loaded;
  }

  private PluginDescription description(
      Installation installation,
      ManifestReader.Loaded loaded,
      ServerPart server,
      ApiEndpoint endpoint) {
    LifeSettings limits = context.tools().settings();
    PluginDescription.Builder description =
        PluginDescription.builder(
                context.id(),
                installation.folder(),
                loaded.manifest().executableFor(Platform.current()).orElseThrow())
            .manifestName(String.valueOf(loaded.file().getFileName()))
            .pythonVersion(server.pythonVersion())
            .hookTimeout(limits.hookTimeout())
            .logLevel(limits.logLevel())
            .apiTarget(endpoint.target());
    server
        .python()
        .ifPresent(
            python ->
                description
                    .dependencyMode(
                        PluginDescription.DependencyMode.valueOf(python.dependencyMode().name()))
                    .venvPath(python.venvPath())
                    .requirementsPath(python.requirementsPath()));
    endpoint.token().ifPresent(token -> description.variable(API_TOKEN, token));
    return description.build();
  }

  /** Lets go of all that was opened for an attempt whose process is gone, the endpoint first. */
  void close(Attempt attempt) {
    close(attempt.surroundings, attempt.hosted, attempt.endpoint);
  }

  private void close(
      Surroundings.Complete complete, HostedPlugin hosted, @Nullable ApiEndpoint endpoint) {
    try {
      if (endpoint != null) {
        endpoint.close();
      }
    } catch (RuntimeException | LinkageError e) {
      context.log().log(
          Level.WARNING,
          () -> "plugin %s: its API endpoint does not close".formatted(context.id()),
          e);
    }
    try {
      complete.host().release(hosted);
    } catch (RuntimeException | LinkageError e) {
      context.log().log(
          Level.WARNING,
          () -> "plugin %s: its host does not release it".formatted(context.id()),
          e);
    }
  }
}
