package io.krait.runtime.internal.life;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookName;
import io.krait.api.HostedPlugin;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.PluginHooks;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginEvents;
import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginState;
import io.krait.api.model.OnInstallEvent;
import io.krait.api.model.PluginContext;
import io.krait.apiserver.ApiEndpoint;
import io.krait.protocol.SerialExecutor;
import io.krait.runtime.internal.dispatch.HookDispatch.Registration;
import io.krait.runtime.internal.life.Choices.Choice;
import io.krait.runtime.internal.life.Operations.Step;
import io.krait.runtime.internal.plugins.Installation;
import io.krait.runtime.manifest.Manifest;
import io.krait.runtime.manifest.ManifestException;
import io.krait.runtime.manifest.ManifestReader;
import io.krait.runtime.manifest.Platform;
import io.krait.runtime.manifest.ServerPart;
import io.krait.supervisor.OutputRecord;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.SupervisionStatus;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The life of one plugin, from its installation to its removal. One serial queue owns its state;
 * what was asked for is done step by step on it, and what the supervisor tells arrives in between.
 */
final class PluginLife {

  private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);
  private static final Runnable NOTHING = () -> {};
  private static final String API_TOKEN = "KRAIT_API_TOKEN";

  private final String id;
  private final LifeTools tools;
  private final System.Logger log;
  private final Executor queue;
  private final Operations operations;
  private final LiveSettings settings;

  /** What can be seen of it from outside. */
  private record View(
      Installation installation,
      boolean enabled,
      PluginState state,
      Instant since,
      String reason,
      Optional<ProcessFacts> process,
      int restarts,
      Set<HookName> hooks,
      Supplier<List<String>> lastLines) {}

  private volatile View view;
  private Surroundings surroundings;
  private Installation installation;
  private boolean enabled;
  private boolean gone;
  private int restarts;
  private List<String> lastLines = List.of();
  private @Nullable Attempt attempt;

  PluginLife(Installation installation, LifeTools tools, Surroundings surroundings) {
    this.installation = installation;
    this.tools = tools;
    this.surroundings = surroundings;
    id = installation.id();
    log = System.getLogger("io.krait.plugin." + id);
    // What comes after the end of everything has nobody left to wait for it.
    queue = new SerialExecutor(tools.executor(), "a step in the life of a plugin")::tell;
    operations = new Operations(id, queue, tools.executor(), this::managed);
    settings = new LiveSettings(id, tools.choices(), rules(installation));
    Choice choice = tools.choices().of(id);
    enabled = choice.enabled();
    take(choice.settings());
    view =
        new View(
            installation,
            enabled,
            enabled ? PluginState.WAITING : PluginState.DISABLED,
            tools.clock().instant(),
            enabled ? surroundings.missing() : "",
            Optional.empty(),
            0,
            Set.of(),
            List::of);
  }

  private static SettingsRules rules(Installation installation) {
    return new SettingsRules(installation.id(), installation.manifest().settingsSchema());
  }

  String id() {
    return id;
  }

  Installation installation() {
    return view.installation();
  }

  ManagedPlugin managed() {
    View now = view;
    Manifest manifest = now.installation().manifest();
    return new ManagedPlugin(
        id,
        manifest.name(),
        manifest.description(),
        manifest.homepageUrl(),
        manifest.version(),
        now.installation().folder(),
        now.enabled(),
        now.state(),
        now.since(),
        now.reason(),
        now.process(),
        now.restarts(),
        now.hooks(),
        now.lastLines().get(),
        now.installation().warnings(),
        manifest.settingsSchema());
  }

  // What administrators, hosts and this bundle ask for. Any thread.

  /** Lets it run. */
  CompletableFuture<ManagedPlugin> enable() {
    return ask(
        NOTHING,
        () -> {
          choose(true);
          return start("it was enabled");
        });
  }

  /** Stops it and keeps it from running. */
  CompletableFuture<ManagedPlugin> disable() {
    return ask(
        () -> breakOff("it was disabled"),
        () -> {
          choose(false);
          return stop("it was disabled").thenRunAsync(() -> rest("it was disabled"), queue);
        });
  }

  /** Stops it and starts it again. */
  CompletableFuture<ManagedPlugin> restart() {
    return ask(
        () -> breakOff("a restart was asked for"),
        () -> {
          if (!enabled) {
            throw new ManagementException(
                Problem.CONFLICT,
                "cannot restart plugin %s: it is disabled; enable it first".formatted(id));
          }
          return stop("a restart was asked for")
              .thenComposeAsync(nothing -> start("a restart was asked for"), queue);
        });
  }

  /** It has been installed, and runs if it was enabled before. */
  CompletableFuture<ManagedPlugin> installed() {
    return ask(
        NOTHING,
        () -> {
          tools.choices().change(id, choice -> choice.withInstalling(true));
          tell(PluginEvents.INSTALLED, Map.of());
          log.log(
              Level.INFO,
              "plugin {0}: version {1} is installed",
              id,
              installation.manifest().version());
          return enabled ? start("it was installed") : DONE;
        });
  }

  /** It runs if it is enabled. */
  CompletableFuture<ManagedPlugin> begin(String cause) {
    return ask(NOTHING, () -> enabled && attempt == null ? start(cause) : DONE);
  }

  /** Puts another version in place of this one: once that runs, if this one does. */
  CompletableFuture<ManagedPlugin> update(Installation next) {
    return ask(
        NOTHING,
        () -> {
          String cause = "version %s replaces it".formatted(next.manifest().version());
          if (view.state() != PluginState.RUNNING) {
            return stop(cause)
                .thenComposeAsync(
                    nothing ->
                        step(
                            () -> {
                              use(next);
                              return enabled ? start("it was updated") : rested("it was updated");
                            }),
                    queue);
          }
          Installation before = installation;
          return stop(cause)
              .thenComposeAsync(nothing -> tryOut(next), queue)
              .handleAsync(
                  (nothing, failure) ->
                      failure == null
                          ? step(
                              () -> {
                                use(next);
                                return DONE;
                              })
                          : goBack(before, next, failure),
                  queue)
              .thenCompose(stage -> stage);
        });
  }

  private CompletionStage<Void> tryOut(Installation next) {
    adopt(next);
    return start("it was updated to version %s".formatted(next.manifest().version()));
  }

  private void use(Installation next) throws IOException {
    tools.installed().use(next);
    adopt(next);
    tools.choices().change(id, choice -> choice.withInstalling(true));
    Attempt running = attempt;
    if (running != null && running.isPublished()) {
      callOnInstall(running.hooks());
    }
    tell(PluginEvents.UPDATED, Map.of());
    log.log(Level.INFO, "plugin {0}: version {1} is in use", id, next.manifest().version());
  }

  private CompletionStage<Void> goBack(Installation before, Installation next, Throwable failure) {
    Throwable cause = Operations.unwrapped(failure);
    String text =
        "plugin %s: version %s does not start, and version %s goes on: %s"
            .formatted(
                id, next.manifest().version(), before.manifest().version(), cause.getMessage());
    log.log(Level.ERROR, text);
    adopt(before);
    try {
      tools.installed().discard(next);
    } catch (IOException | RuntimeException e) {
      log.log(Level.WARNING, () -> "plugin %s: %s is left behind".formatted(id, next.folder()), e);
    }
    ManagementException result = new ManagementException(Problem.START_FAILED, text, cause);
    return start("version %s does not start".formatted(next.manifest().version()))
        .handle(
            (nothing, second) -> {
              if (second != null) {
                result.addSuppressed(Operations.unwrapped(second));
              }
              throw new CompletionException(result);
            });
  }

  /** Its folder holds something else than before. */
  CompletableFuture<ManagedPlugin> replaced(Installation next) {
    return ask(
        () -> breakOff("its folder has changed"),
        () ->
            stop("its folder has changed")
                .thenComposeAsync(
                    nothing -> {
                      adopt(next);
                      tell(PluginEvents.UPDATED, Map.of());
                      return enabled
                          ? start("its folder has changed")
                          : rested("its folder has changed");
                    },
                    queue));
  }

  /**
   * Stops it for good.
   *
   * @param cause why
   * @param deletion what is done when it is stopped
   */
  CompletableFuture<ManagedPlugin> end(String cause, Step deletion) {
    return ask(
        () -> breakOff(cause),
        () ->
            stop(cause)
                .thenComposeAsync(
                    nothing ->
                        step(
                            () -> {
                              deletion.begin();
                              gone = true;
                              become(
                                  enabled ? PluginState.WAITING : PluginState.DISABLED,
                                  cause,
                                  cause);
                              return DONE;
                            }),
                    queue));
  }

  /** Its files are deleted: it is not to run when it is installed again. */
  CompletableFuture<ManagedPlugin> remove(Step deletion) {
    return end(
        "it was removed",
        () -> {
          deletion.begin();
          choose(false);
          tools.choices().change(id, choice -> choice.withInstalling(false));
          tools.logs().forget(id);
          tell(PluginEvents.REMOVED, Map.of());
          return DONE;
        });
  }

  /**
   * What it needs has changed. Where something that it runs on is missing now, it stops.
   *
   * @return completes when it uses nothing any more that is not among these
   */
  CompletableFuture<ManagedPlugin> surroundings(Surroundings now) {
    String cause = now.complete().isEmpty() ? now.missing() : "its surroundings have changed";
    CompletableFuture<ManagedPlugin> changed =
        ask(
            () -> {
              // At once, so that nothing is started any more on what is about to go.
              surroundings = now;
              breakOffUnless(now, cause);
            },
            () -> {
              Attempt running = attempt;
              if (running == null
                  || now.complete().filter(running.surroundings::equals).isPresent()) {
                return view.state() == PluginState.FAILED ? DONE : rested(cause);
              }
              return stop(cause).thenRunAsync(() -> rest(cause), queue);
            });
    if (now.complete().isPresent()) {
      ask(
          NOTHING,
          () ->
              attempt == null && view.state() == PluginState.WAITING
                  ? start("all that it needs is there")
                  : DONE);
    }
    return changed;
  }

  private void breakOffUnless(Surroundings now, String cause) {
    Attempt running = attempt;
    if (running != null && now.complete().filter(running.surroundings::equals).isEmpty()) {
      breakOff(cause);
    }
  }

  /** Somebody else has changed what is chosen for it. */
  void chosen(Choice choice) {
    queue.execute(
        () -> {
          if (take(choice.settings())) {
            settingsChanged();
          }
        });
    CompletableFuture<ManagedPlugin> unused =
        ask(
            () -> {
              if (!choice.enabled()) {
                breakOff("its configuration says so");
              }
            },
            () -> {
              boolean now = tools.choices().of(id).enabled();
              if (now == enabled) {
                return DONE;
              }
              enabled = now;
              return now
                  ? start("its configuration says so")
                  : stop("its configuration says so")
                      .thenRunAsync(() -> rest("its configuration says so"), queue);
            });
  }

  Map<String, Object> settings() {
    return settings.all();
  }

  /** Saves settings and tells the plugin. */
  void saveSettings(Map<String, Object> newSettings) throws ManagementException {
    settings.save(newSettings);
    queue.execute(this::settingsChanged);
  }

  private CompletableFuture<ManagedPlugin> ask(Runnable first, Step step) {
    return operations.ask(
        first,
        () -> {
          if (gone) {
            throw new ManagementException(
                Problem.UNKNOWN_PLUGIN, "plugin not found: %s; it was removed".formatted(id));
          }
          return step.begin();
        });
  }

  // Its steps. All below runs on the queue, apart from the observer's methods.

  private static CompletionStage<Void> step(Step step) {
    try {
      return step.begin();
    } catch (Exception e) { // Every kind becomes the operation's failure.
      return CompletableFuture.failedStage(e);
    }
  }

  private void choose(boolean newEnabled) throws IOException {
    tools.choices().change(id, choice -> choice.withEnabled(newEnabled));
    enabled = newEnabled;
  }

  private boolean take(Map<String, Object> saved) {
    try {
      return settings.take(saved);
    } catch (ManagementException e) {
      log.log(Level.ERROR, "{0}; the settings in its configuration are not used", e.getMessage());
      return false;
    }
  }

  private void adopt(Installation next) {
    installation = next;
    try {
      settings.rules(rules(next));
    } catch (ManagementException e) {
      log.log(Level.WARNING, "{0}; correct its settings", e.getMessage());
    }
    show(view.state(), view.reason());
  }

  private CompletionStage<Void> start(String cause) {
    Attempt begun = attempt;
    if (begun == null) {
      Optional<Surroundings.Complete> complete = surroundings.complete();
      if (complete.isEmpty()) {
        become(PluginState.WAITING, surroundings.missing(), surroundings.missing());
        return DONE;
      }
      restarts = 0;
      lastLines = List.of();
      become(PluginState.STARTING, "", cause);
      try {
        begun = open(complete.get());
      } catch (ManagementException e) {
        become(PluginState.FAILED, e.getMessage(), e.getMessage());
        return CompletableFuture.failedStage(e);
      }
      attempt = begun;
    }
    Attempt current = begun;
    current.starting = !current.isPublished();
    return current
        .supervised
        .start()
        .handleAsync((nothing, failure) -> ending(current, failure), queue)
        .thenCompose(ending -> ending)
        .thenAcceptAsync(failure -> started(current, failure), queue);
  }

  /** Where the start was broken off: not before nothing is left of it. */
  private static CompletionStage<Optional<Throwable>> ending(
      Attempt current, @Nullable Throwable failure) {
    current.starting = false;
    CompletionStage<Void> end = current.interruption == null ? DONE : current.interruption;
    return end.handle((nothing, alsoFailed) -> Optional.ofNullable(failure));
  }

  private void started(Attempt current, Optional<Throwable> failure) {
    if (failure.isEmpty() && current.interruption == null) {
      return;
    }
    String text =
        failure
            .map(cause -> String.valueOf(Operations.unwrapped(cause).getMessage()))
            .orElse("cannot start plugin %s: it was stopped while it started".formatted(id));
    if (attempt == current) {
      release(current);
      if (current.interruption == null) {
        become(PluginState.FAILED, text, text);
      }
    }
    throw new CompletionException(
        new ManagementException(Problem.START_FAILED, text, failure.orElse(null)));
  }

  /** Ends a start that others would have to wait for in vain. */
  private void breakOff(String cause) {
    Attempt current = attempt;
    if (current != null && current.starting && current.interruption == null) {
      become(PluginState.STOPPING, "", cause);
      current.interruption = current.supervised.stop();
    }
  }

  private Attempt open(Surroundings.Complete complete) throws ManagementException {
    ManifestReader.Loaded loaded = load();
    ServerPart server = pythonPart();
    HostedPlugin hosted =
        new Hosted(
            id,
            installation.manifest().version(),
            installation.folder(),
            loaded.content(),
            settings,
            this::saveSettings);
    PluginApi api;
    try {
      api = complete.host().open(hosted);
    } catch (RuntimeException | LinkageError e) {
      throw startFailed("its host gives it no API: %s".formatted(e.getMessage()), e);
    }
    ApiEndpoint endpoint = null;
    try {
      checkServerVersion(api);
      endpoint = complete.apiServer().open(id, api);
      Attempt opened = new Attempt(complete, installation, hosted, endpoint);
      opened.supervised =
          complete
              .supervisor()
              .supervise(description(loaded, server, endpoint), new Observer(opened));
      return opened;
    } catch (IOException | RuntimeException | LinkageError e) {
      close(complete, hosted, endpoint);
      throw startFailed(e.getMessage(), e);
    } catch (ManagementException e) {
      close(complete, hosted, endpoint);
      throw e;
    }
  }

  // Read again at each start, as files that were put in place by hand may have changed.
  private ManifestReader.Loaded load() throws ManagementException {
    ManifestReader.Loaded loaded;
    try {
      loaded = tools.manifests().read(installation.folder());
    } catch (ManifestException e) {
      throw startFailed(e.getMessage(), e);
    }
    if (!loaded.manifest().id().equals(id)) {
      throw startFailed(
          "its manifest has another id now: %s; rename it back, or look for changes in the plugin"
                  .formatted(loaded.manifest().id())
              + " folder",
          null);
    }
    adopt(
        new Installation(
            loaded.manifest(), installation.folder(), loaded.warnings(), installation.managed()));
    loaded.warnings().forEach(warning -> log.log(Level.WARNING, "plugin {0}: {1}", id, warning));
    return loaded;
  }

  private ServerPart pythonPart() throws ManagementException {
    Manifest manifest = installation.manifest();
    ServerPart server =
        manifest
            .server()
            .orElseThrow(
                () ->
                    startFailed(
                        "it has no server part; add \"server\" to its manifest, or leave it"
                            + " disabled",
                        null));
    if (!manifest.isPython(Platform.current())) {
      throw startFailed(
          "it is not written in Python, and nothing else is run here; set \"runtime\": \"python\""
              + " if it is",
          null);
    }
    if (manifest.executableFor(Platform.current()).isEmpty()) {
      throw startFailed(
          "its manifest names no executable for %s; name its script in server.executable"
              .formatted(Platform.current().key()),
          null);
    }
    return server;
  }

  private void checkServerVersion(PluginApi api) throws ManagementException {
    String required = installation.manifest().minServerVersion();
    if (required.isEmpty()) {
      return;
    }
    String running;
    try {
      running = api.getServerVersion();
    } catch (RuntimeException e) {
      log.log(Level.DEBUG, "plugin {0}: the host does not tell its version", id);
      return;
    }
    Optional<ServerVersion> least = ServerVersion.of(required);
    Optional<ServerVersion> actual = ServerVersion.of(running == null ? "" : running);
    if (least.isPresent() && actual.isPresent() && actual.get().compareTo(least.get()) < 0) {
      throw startFailed(
          "it requires server version %s (min_server_version), and this is %s; install an older"
                  .formatted(required, running)
              + " version of the plugin, or a newer server",
          null);
    }
  }

  private PluginDescription description(
      ManifestReader.Loaded loaded, ServerPart server, ApiEndpoint endpoint) {
    PluginDescription.Builder description =
        PluginDescription.builder(
                id,
                installation.folder(),
                loaded.manifest().executableFor(Platform.current()).orElseThrow())
            .manifestName(String.valueOf(loaded.file().getFileName()))
            .pythonVersion(server.pythonVersion())
            .hookTimeout(tools.settings().hookTimeout())
            .logLevel(tools.settings().logLevel())
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

  private ManagementException startFailed(String problem, @Nullable Throwable cause) {
    return new ManagementException(
        Problem.START_FAILED, "cannot start plugin %s: %s".formatted(id, problem), cause);
  }

  /** The plugin answers and is activated: it takes part, unless it is gone already. */
  private void publish(
      Attempt current, int process, PluginConnection connection, AsyncPluginHooks hooks) {
    if (attempt != current || current.stopping || current.processes.get() != process) {
      return;
    }
    current.withdraw();
    Manifest manifest = current.installation.manifest();
    int priority = manifest.server().map(ServerPart::priority).orElse(0);
    Registration part = tools.dispatch().register(id, priority, connection.hooks(), hooks);
    Runnable unpublish;
    try {
      PluginHooks shared = tools.dispatch().blocking(id).orElseThrow();
      unpublish = tools.publisher().publish(id, manifest.version(), connection.hooks(), shared);
    } catch (RuntimeException e) {
      part.close();
      throw e;
    }
    current.published(connection, part, unpublish);
    become(PluginState.RUNNING, "", connection.process());
    callOnInstall(connection.hooks());
    if (current.told != settings.saved()) {
      tellSettings(current);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It goes on whatever the plugin makes of it.
  private void callOnInstall(Set<HookName> handled) {
    if (!tools.choices().of(id).installing()) {
      return;
    }
    try {
      tools.choices().change(id, choice -> choice.withInstalling(false));
    } catch (IOException | RuntimeException e) {
      log.log(Level.WARNING, () -> "plugin %s: its configuration cannot be kept".formatted(id), e);
    }
    if (!handled.contains(HookName.ON_INSTALL)) {
      return;
    }
    PluginContext context = PluginContext.builder().requestId(UUID.randomUUID().toString()).build();
    tools
        .dispatch()
        .async(id)
        .ifPresent(
            hooks ->
                hooks
                    .onInstall(context, OnInstallEvent.builder().build())
                    .whenComplete(
                        (nothing, failure) -> {
                          if (failure != null) {
                            log.log(
                                Level.ERROR,
                                "plugin {0} runs, but OnInstall failed: {1}",
                                id,
                                Operations.unwrapped(failure).getMessage());
                          }
                        }));
  }

  private void settingsChanged() {
    tell(PluginEvents.SETTINGS_CHANGED, Map.of());
    Attempt running = attempt;
    if (running != null && running.isPublished() && running.told != settings.saved()) {
      tellSettings(running);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // A notification: the dispatch logs what fails.
  private void tellSettings(Attempt running) {
    running.told = settings.saved();
    tools.dispatch().async(id).ifPresent(AsyncPluginHooks::onConfigurationChange);
  }

  private CompletionStage<Void> stop(String cause) {
    Attempt current = attempt;
    if (current == null) {
      return DONE;
    }
    current.stopping = true;
    become(PluginState.STOPPING, "", cause);
    CompletionStage<Void> drained =
        current.withdraw().map(part -> bounded(part.drained())).orElse(DONE);
    return drained
        .thenCompose(nothing -> current.supervised.stop())
        .handleAsync(
            (nothing, failure) -> {
              if (failure != null) {
                log.log(
                    Level.WARNING,
                    () -> "plugin %s: stopping it has failed".formatted(id),
                    failure);
              }
              if (attempt == current) {
                release(current);
              }
              return null;
            },
            queue);
  }

  /** Waits for running hooks, but not for ever. */
  @SuppressWarnings("FutureReturnValueIgnored") // Everything ends in the result.
  private CompletionStage<Void> bounded(CompletionStage<Void> stage) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    ScheduledFuture<?> limit;
    try {
      limit =
          tools
              .timer()
              .schedule(
                  () -> result.complete(null),
                  tools.settings().drain().toMillis(),
                  TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopping) {
      return DONE;
    }
    stage.whenComplete(
        (nothing, failure) -> {
          limit.cancel(false);
          result.complete(null);
        });
    return result;
  }

  /** Lets go of all that belongs to it, the endpoint last. */
  private void release(Attempt current) {
    current.withdraw();
    restarts = current.restarts;
    lastLines = current.lastLines();
    attempt = null;
    close(current.surroundings, current.hosted, current.endpoint);
  }

  private void close(
      Surroundings.Complete complete, HostedPlugin hosted, @Nullable ApiEndpoint endpoint) {
    try {
      if (endpoint != null) {
        endpoint.close();
      }
    } catch (RuntimeException | LinkageError e) {
      log.log(Level.WARNING, () -> "plugin %s: its API endpoint does not close".formatted(id), e);
    }
    try {
      complete.host().release(hosted);
    } catch (RuntimeException | LinkageError e) {
      log.log(Level.WARNING, () -> "plugin %s: its host does not release it".formatted(id), e);
    }
  }

  private CompletionStage<Void> rested(String cause) {
    rest(cause);
    return DONE;
  }

  /** It has no process: as it is not to run, or cannot. */
  private void rest(String cause) {
    if (attempt != null) {
      return;
    }
    if (enabled) {
      become(PluginState.WAITING, surroundings.missing(), cause);
    } else {
      become(PluginState.DISABLED, "", cause);
    }
  }

  private void become(PluginState state, String reason, String cause) {
    PluginState before = view.state();
    String reasonBefore = view.reason();
    show(state, reason);
    if (state == before && reason.equals(reasonBefore)) {
      return;
    }
    Level level =
        switch (state) {
          case FAILED -> Level.ERROR;
          case BACKING_OFF -> Level.WARNING;
          default -> Level.INFO;
        };
    log.log(level, "plugin {0}: {1} -> {2}: {3}", id, before, state, cause.isEmpty() ? "-" : cause);
    tell(
        PluginEvents.STATE_CHANGED,
        Map.of(
            PluginEvents.STATE, state.name(),
            PluginEvents.PREVIOUS_STATE, before.name(),
            PluginEvents.REASON, cause));
  }

  private void show(PluginState state, String reason) {
    Attempt current = attempt;
    Instant since = view.state() == state ? view.since() : tools.clock().instant();
    List<String> lines = lastLines;
    view =
        new View(
            installation,
            enabled,
            state,
            since,
            reason,
            current == null ? Optional.empty() : current.process(),
            restarts,
            current == null ? Set.of() : current.hooks(),
            current == null ? () -> lines : current::lastLines);
  }

  private void tell(String topic, Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(more);
    properties.put(PluginEvents.PLUGIN_ID, id);
    properties.put(PluginEvents.PLUGIN_VERSION, installation.manifest().version());
    try {
      tools.events().happened(topic, properties);
    } catch (RuntimeException | LinkageError e) {
      log.log(Level.WARNING, () -> "plugin %s: an event is lost".formatted(id), e);
    }
  }

  /** The supervisor tells how it goes. */
  private void supervised(Attempt current, SupervisionStatus status) {
    if (attempt != current || current.stopping || current.interruption != null) {
      return;
    }
    current.restarts = status.restarts();
    restarts = status.restarts();
    switch (status.state()) {
      case STARTING -> {
        current.withdraw();
        become(
            PluginState.STARTING,
            status.reason(),
            status.reason().isEmpty() ? "its process starts" : status.reason());
      }
      case BACKING_OFF -> {
        current.withdraw();
        become(PluginState.BACKING_OFF, status.reason(), status.reason());
      }
      case FAILED -> {
        release(current);
        become(PluginState.FAILED, status.reason(), status.reason());
      }
      case STOPPED -> {
        release(current);
        rest("its supervisor has ended");
      }
      case RUNNING -> {
        // It has been published already.
        current.runsIn(status.process());
        show(view.state(), view.reason());
      }
      case STOPPING -> {
        // It stops when it is asked to.
      }
    }
  }

  /** Takes part in the life of a process. Called by the supervisor, on its threads. */
  private final class Observer implements PluginObserver {

    private final Attempt current;

    Observer(Attempt current) {
      this.current = current;
    }

    @Override
    public CompletionStage<Void> opened(PluginConnection connection) {
      int process = current.processes.get();
      current.activated = false;
      current.told = settings.saved();
      AsyncPluginHooks hooks = tools.hooks().apply(connection);
      return configured(connection, hooks)
          .thenCompose(nothing -> activated(connection, hooks))
          .thenRunAsync(
              () -> {
                current.activated = true;
                publish(current, process, connection, hooks);
              },
              queue);
    }

    // As hosts do with plugins in other languages: what it makes of this does not keep it from
    // running.
    private CompletionStage<Void> configured(PluginConnection connection, AsyncPluginHooks hooks) {
      if (!connection.hooks().contains(HookName.ON_CONFIGURATION_CHANGE)) {
        return DONE;
      }
      return hooks
          .onConfigurationChange()
          .handle(
              (nothing, failure) -> {
                if (failure != null) {
                  log.log(
                      Level.ERROR,
                      "plugin {0} starts although it does not take its settings: {1}",
                      id,
                      Operations.unwrapped(failure).getMessage());
                }
                return null;
              });
    }

    private CompletionStage<Void> activated(PluginConnection connection, AsyncPluginHooks hooks) {
      if (!connection.hooks().contains(HookName.ON_ACTIVATE)) {
        return DONE;
      }
      return hooks
          .onActivate()
          .handle(
              (nothing, failure) -> {
                if (failure != null) {
                  Throwable cause = Operations.unwrapped(failure);
                  throw new IllegalStateException(
                      "OnActivate failed: " + cause.getMessage(), cause);
                }
                return null;
              });
    }

    @Override
    public CompletionStage<Void> closing(PluginConnection connection) {
      return current.activated && connection.hooks().contains(HookName.ON_DEACTIVATE)
          ? tools.hooks().apply(connection).onDeactivate()
          : DONE;
    }

    @Override
    public void lost(PluginConnection connection, String reason) {
      queue.execute(
          () -> {
            if (attempt == current) {
              current.withdraw();
              show(view.state(), view.reason());
            }
          });
    }

    @Override
    public void changed(SupervisionStatus status) {
      if (status.state() != SupervisionStatus.State.RUNNING) {
        current.processes.incrementAndGet();
      }
      queue.execute(() -> supervised(current, status));
    }

    @Override
    public void printed(OutputRecord line) {
      PluginLogs.Entry entry =
          new PluginLogs.Entry(
              tools.clock().instant(), line.level(), line.source(), line.message(), line.fields());
      tools.logs().write(id, entry);
      log.log(
          line.level(),
          line.source().isEmpty() ? line.message() : line.source() + ": " + line.message());
    }
  }
}
