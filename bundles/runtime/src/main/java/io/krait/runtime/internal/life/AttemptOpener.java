package io.krait.runtime.internal.life;

import io.krait.api.HostedPlugin;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.management.ManagementException;
import io.krait.apiserver.ApiEndpoint;
import io.krait.runtime.internal.plugins.Installation;
import io.krait.runtime.manifest.LimitsPart;
import io.krait.runtime.manifest.ManifestReader;
import io.krait.runtime.manifest.Platform;
import io.krait.runtime.manifest.ServerPart;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.ProcessLimits;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts together what an attempt to run a plugin consists of, and lets go of it: its API at the
 * host, the endpoint where it calls that, and its supervision.
 */
final class AttemptOpener {

  /** For plugins that look at no deadlines of calls: longer than anybody stays at a breakpoint. */
  private static final Duration WHILE_DEBUGGED = Duration.ofDays(365);

  private final LifeContext context;
  private final StartConditions conditions;
  private final Hosted.Saving saving;

  /**
   * The opener of one plugin.
   *
   * @param saving what hosts save settings with
   */
  AttemptOpener(LifeContext context, StartConditions conditions, Hosted.Saving saving) {
    this.context = context;
    this.conditions = conditions;
    this.saving = saving;
  }

  /** A version of the plugin, with its manifest as it is read when it is started. */
  record Startable(Installation installation, ManifestReader.Loaded loaded) {}

  /**
   * Reads the manifest of a version once more.
   *
   * @throws ManagementException where that cannot be started
   */
  Startable read(Installation installation) throws ManagementException {
    ManifestReader.Loaded loaded = conditions.manifest(installation);
    loaded
        .warnings()
        .forEach(
            warning -> context.log().log(Level.WARNING, "plugin {0}: {1}", context.id(), warning));
    return new Startable(
        new Installation(
            loaded.manifest(), installation.folder(), loaded.warnings(), installation.managed()),
        loaded);
  }

  /**
   * Opens all that an attempt needs; its process is not started yet.
   *
   * @param observer takes part in the life of its processes
   * @throws ManagementException where the plugin cannot be started; nothing stays open
   */
  Attempt open(
      Surroundings.Complete complete,
      Startable startable,
      Function<Attempt, PluginObserver> observer)
      throws ManagementException {
    conditions.pythonPart(startable.loaded().manifest());
    HostedPlugin hosted = hosted(startable);
    PluginApi api = apiOf(complete, hosted);
    try {
      Attempt opened = open(complete, startable, hosted, api, observer);
      opened.api = api;
      return opened;
    } catch (ManagementException e) {
      release(complete, hosted);
      throw e;
    }
  }

  /**
   * Opens what it takes to bring a version up beside the one that runs, whose API at the host it
   * shares: hosts know of one version at a time.
   *
   * @param observer takes part in the life of its processes
   * @throws ManagementException where the plugin cannot be started; nothing stays open
   */
  Attempt openBeside(
      Attempt running, Startable startable, Function<Attempt, PluginObserver> observer)
      throws ManagementException {
    return open(running.surroundings, startable, hosted(startable), running.api, observer);
  }

  /**
   * Gives it an API of its own, as there is no other version any more.
   *
   * @throws ManagementException where the host has none for it
   */
  void host(Attempt attempt) throws ManagementException {
    PluginApi api = apiOf(attempt.surroundings, attempt.hosted);
    attempt.api = api;
    attempt.endpoint.serve(api);
  }

  private Attempt open(
      Surroundings.Complete complete,
      Startable startable,
      HostedPlugin hosted,
      PluginApi api,
      Function<Attempt, PluginObserver> observer)
      throws ManagementException {
    ManifestReader.Loaded loaded = startable.loaded();
    ServerPart server = conditions.pythonPart(loaded.manifest());
    conditions.serverVersion(loaded.manifest(), api);
    ApiEndpoint endpoint = null;
    try {
      endpoint = complete.apiServer().open(context.id(), api);
      Optional<Integer> debugPort = context.tools().choices().of(context.id()).debugPort();
      Attempt opened = new Attempt(complete, startable.installation(), hosted, endpoint, debugPort);
      opened.supervised =
          complete
              .supervisor()
              .supervise(description(opened, loaded, server), observer.apply(opened));
      return opened;
    } catch (IOException | RuntimeException | LinkageError e) {
      close(endpoint);
      throw context.startFailed(e.getMessage(), e);
    }
  }

  private HostedPlugin hosted(Startable startable) {
    Installation installation = startable.installation();
    return new Hosted(
        context.id(),
        installation.manifest().version(),
        installation.folder(),
        startable.loaded().content(),
        context.settings(),
        saving,
        context.journal());
  }

  private PluginApi apiOf(Surroundings.Complete complete, HostedPlugin hosted)
      throws ManagementException {
    try {
      return context.tools().dispatch().callers().known(context.id(), complete.host().open(hosted));
    } catch (RuntimeException | LinkageError e) {
      throw context.startFailed("its host gives it no API: %s".formatted(e.getMessage()), e);
    }
  }

  private PluginDescription description(
      Attempt opened, ManifestReader.Loaded loaded, ServerPart server) {
    ApiEndpoint endpoint = opened.endpoint;
    LifeSettings limits = context.tools().settings();
    PluginDescription.Builder description =
        PluginDescription.builder(
                context.id(),
                opened.installation.folder(),
                loaded.manifest().executableFor(Platform.current()).orElseThrow())
            .manifestName(String.valueOf(loaded.file().getFileName()))
            .pythonVersion(server.pythonVersion())
            .hookTimeout(opened.isDebugged() ? WHILE_DEBUGGED : limits.hookTimeout())
            .logLevel(context.logLevel())
            .apiTarget(endpoint.target())
            .apiToken(endpoint.token())
            .limits(limits(server.limits()))
            .network(server.network());
    server
        .python()
        .ifPresent(
            python ->
                description
                    .dependencyMode(
                        PluginDescription.DependencyMode.valueOf(python.dependencyMode().name()))
                    .venvPath(python.venvPath())
                    .requirementsPath(python.requirementsPath()));
    endpoint.lane().ifPresent(description::apiLane);
    opened.debugPort.ifPresent(description::debugPort);
    return description.build();
  }

  private static ProcessLimits limits(LimitsPart limits) {
    return new ProcessLimits(
        (long) limits.memoryMegabytes() << 20, 0, limits.tasks(), limits.descriptors());
  }

  /** Lets go of all that was opened for an attempt whose process is gone, the endpoint first. */
  void close(Attempt attempt) {
    close(attempt.endpoint);
    if (attempt.api != null) {
      release(attempt.surroundings, attempt.hosted);
    }
  }

  private void close(@Nullable ApiEndpoint endpoint) {
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
  }

  private void release(Surroundings.Complete complete, HostedPlugin hosted) {
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
