package io.krait.supervisor.internal;

import io.krait.api.FailureCause;
import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.protocol.SerialExecutor;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.PluginStartException;
import io.krait.supervisor.SupervisedPlugin;
import io.krait.supervisor.SupervisionStatus;
import io.krait.supervisor.SupervisionStatus.State;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Keeps one plugin running: starts it, watches its process and its health, starts it again when it
 * fails, and gives up when that happens too often. One serial queue owns all of its state. What
 * comes in late, from a process that is not the current one any more, is known by its run.
 */
final class Supervision implements SupervisedPlugin {

  private static final System.Logger LOG = System.getLogger(Supervision.class.getName());

  private final PluginDescription plugin;
  private final PluginObserver observer;
  private final Function<Consumer<String>, PluginLaunch> launches;
  private final ProcessTerminator terminator;
  private final SupervisionRules rules;
  private final Timers timers;
  private final Executor queue;
  private final RecentFailures failures;

  private int restarts;
  private volatile SupervisionStatus status;
  private volatile Supplier<List<String>> lastLines = List::of;
  private CompletableFuture<Void> starting = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> stopping = CompletableFuture.completedFuture(null);
  private @Nullable Run run;
  private Timers.@Nullable Timer timer;

  Supervision(
      PluginDescription plugin,
      PluginObserver observer,
      LaunchTools tools,
      ProcessTerminator terminator,
      SupervisionRules rules,
      RandomGenerator random) {
    this.plugin = plugin;
    this.observer = observer;
    this.terminator = terminator;
    this.rules = rules;
    failures = new RecentFailures(rules, random);
    timers = tools.timers();
    queue = new SerialExecutor(tools.executor(), "a step in the life of a plugin");
    launches = progress -> PluginLaunch.begin(plugin, tools, observer::printed, progress);
    status =
        new SupervisionStatus(State.STOPPED, timers.now(), "", 0, 0, Optional.empty(), List.of());
  }

  @Override
  public CompletableFuture<Void> start() {
    CompletableFuture<Void> started = new CompletableFuture<>();
    queue.execute(() -> start(started));
    return started;
  }

  @Override
  public CompletableFuture<Void> stop() {
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    queue.execute(() -> stop(stopped));
    return stopped;
  }

  @Override
  public SupervisionStatus status() {
    SupervisionStatus current = status;
    return new SupervisionStatus(
        current.state(),
        current.since(),
        current.reason(),
        current.failures(),
        current.restarts(),
        current.process(),
        lastLines.get());
  }

  private void start(CompletableFuture<Void> started) {
    switch (status.state()) {
      case RUNNING -> started.complete(null);
      case STARTING -> follow(starting, started);
      case STOPPING -> handle(stopping, (done, failure) -> queue.execute(() -> start(started)));
      default -> {
        cancelTimer();
        failures.clear();
        restarts = 0;
        starting = new CompletableFuture<>();
        follow(starting, started);
        begin(false);
      }
    }
  }

  private void begin(boolean again) {
    CompletableFuture<Run> known = new CompletableFuture<>();
    PluginLaunch launch =
        launches.apply(
            doing ->
                handle(known, (current, never) -> queue.execute(() -> progress(current, doing))));
    Run current = new Run(launch, again);
    run = current;
    lastLines = () -> launch.tail().lines();
    become(State.STARTING, "");
    known.complete(current);
    handle(
        launch.result(), (live, failure) -> queue.execute(() -> launched(current, live, failure)));
  }

  private void progress(Run current, String doing) {
    if (run == current && !current.stopped && current.live == null) {
      become(State.STARTING, doing);
    }
  }

  private void launched(Run current, @Nullable LivePlugin live, @Nullable Throwable failure) {
    if (current.stopped) {
      if (live == null) {
        finishStop();
      } else {
        terminate(live);
      }
      return;
    }
    if (live == null) {
      startFailed(current, startException(failure));
      return;
    }
    current.live = live;
    live.connection()
        .unknownHooks()
        .forEach(
            hook ->
                LOG.log(
                    Level.WARNING,
                    "plugin {0} implements a hook that is not known here: {1}",
                    plugin.id(),
                    hook));
    handle(
        live.process().onExit(),
        (code, unknown) -> queue.execute(() -> exited(current, code == null ? -1 : code)));
    handle(
        guarded(() -> observer.opened(live.connection())),
        (ignored, refusal) -> queue.execute(() -> opened(current, live, refusal)));
  }

  private void opened(Run current, LivePlugin live, @Nullable Throwable refusal) {
    if (run != current || current.stopped) {
      return;
    }
    if (refusal != null) {
      current.ending = true;
      PluginStartException failure = startException(refusal);
      handle(
          terminator.terminate(
              live.process(), () -> ShutdownCall.send(live.connection().channel())),
          (ending, unknown) ->
              queue.execute(
                  () -> {
                    live.release();
                    if (current.stopped) {
                      finishStop();
                    } else {
                      startFailed(current, failure);
                    }
                  }));
      return;
    }
    current.running = true;
    become(State.RUNNING, "", Optional.of(live.facts()));
    starting.complete(null);
    pingLater(current, rules.healthInterval(), 1);
  }

  private void startFailed(Run current, PluginStartException failure) {
    run = null;
    if (current.again) {
      failed(failure.getMessage());
    } else {
      become(State.FAILED, failure.getMessage());
    }
    starting.completeExceptionally(failure);
  }

  private void exited(Run current, int code) {
    LivePlugin live = current.live;
    if (run != current || current.stopped || current.ending || live == null) {
      return;
    }
    cancelTimer();
    live.release();
    String reason =
        live.process()
            .cause()
            .orElseGet(() -> "its process has ended with " + ExitCodes.text(code));
    if (current.running) {
      run = null;
      lost(live, reason);
      failed(reason);
    } else {
      startFailed(
          current,
          new PluginStartException(
              plugin.id(), reason + " before it was ready", live.tail().lines(), null));
    }
  }

  private void failed(String reason) {
    failures.add(timers.now());
    if (failures.areTooMany()) {
      become(
          State.FAILED,
          "it has failed %d times within %d minutes, the last time because %s"
              .formatted(failures.size(), rules.failureWindow().toMinutes(), reason));
      return;
    }
    Duration pause = failures.pause();
    timer = timers.after(pause, () -> queue.execute(this::restart));
    become(
        State.BACKING_OFF,
        "%s; it is started again after a pause of %s s".formatted(reason, inSeconds(pause)));
  }

  private static String inSeconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }

  private void restart() {
    if (status.state() == State.BACKING_OFF) {
      timer = null;
      restarts++;
      starting = new CompletableFuture<>();
      begin(true);
    }
  }

  private void pingLater(Run current, Duration delay, int attempt) {
    if (plugin.debugPort().isPresent()) {
      // At a breakpoint it stands still, and answers nobody.
      return;
    }
    timer = timers.after(delay, () -> queue.execute(() -> ping(current, attempt)));
  }

  private void ping(Run current, int attempt) {
    LivePlugin live = current.live;
    if (run != current || current.stopped || live == null) {
      return;
    }
    PauseWatch watch = new PauseWatch(timers);
    handle(
        live.connection().channel().isServing("plugin", rules.healthDeadline()),
        (serving, failure) -> {
          boolean paused = watch.end();
          queue.execute(
              () -> {
                if (failure != null && paused) {
                  pingAgain(current, attempt);
                } else {
                  pinged(current, live, attempt, serving, failure);
                }
              });
        });
  }

  // The answer may be there and unread: it is the server that was not.
  private void pingAgain(Run current, int attempt) {
    if (run == current && !current.stopped && !current.ending) {
      LOG.log(
          Level.INFO,
          "the server itself has paused; that plugin {0} has not said meanwhile how it is does not"
              + " count",
          plugin.id());
      pingLater(current, Duration.ofSeconds(1), attempt);
    }
  }

  private void pinged(
      Run current,
      LivePlugin live,
      int attempt,
      @Nullable Boolean serving,
      @Nullable Throwable failure) {
    if (run != current || current.stopped || current.ending) {
      return;
    }
    if (failure == null && serving) {
      pingLater(current, rules.healthInterval(), 1);
      return;
    }
    if (attempt < rules.healthTries()) {
      pingLater(current, Duration.ofSeconds(1), attempt + 1);
      return;
    }
    String reason =
        failure == null
            ? "its health service says that it does not serve"
            : "its health service does not answer: " + FailureCause.of(failure).getMessage();
    current.ending = true;
    lost(live, reason);
    handle(
        terminator.terminate(live.process(), () -> ShutdownCall.send(live.connection().channel())),
        (ending, unknown) ->
            queue.execute(
                () -> {
                  live.release();
                  run = null;
                  if (current.stopped) {
                    finishStop();
                  } else {
                    failed(reason);
                  }
                }));
  }

  private void stop(CompletableFuture<Void> stopped) {
    State state = status.state();
    if (state == State.STOPPING) {
      follow(stopping, stopped);
      return;
    }
    cancelTimer();
    stopping = new CompletableFuture<>();
    follow(stopping, stopped);
    Run current = run;
    if (current == null) {
      finishStop();
      return;
    }
    current.stopped = true;
    become(State.STOPPING, "", status.process());
    starting.completeExceptionally(
        new PluginStartException(plugin.id(), "it was stopped while it started"));
    LivePlugin live = current.live;
    if (live == null) {
      current.launch.abort("it was stopped while it started");
    } else if (!current.ending) {
      close(live);
    }
  }

  private void close(LivePlugin live) {
    CompletableFuture<Void> told = new CompletableFuture<>();
    Timers.Timer limit = timers.after(rules.closingLimit(), () -> told.complete(null));
    handle(
        guarded(() -> observer.closing(live.connection())),
        (ignored, failure) -> {
          if (failure != null) {
            LOG.log(
                Level.WARNING,
                "plugin {0} is stopped although it complains: {1}",
                plugin.id(),
                FailureCause.text(failure));
            LOG.log(Level.DEBUG, "what plugin " + plugin.id() + " complains about", failure);
          }
          told.complete(null);
        });
    // Who is gone cannot be told anything.
    handle(live.process().onExit(), (code, unknown) -> told.complete(null));
    handle(
        told,
        (ignored, unknown) ->
            queue.execute(
                () -> {
                  limit.cancel();
                  terminate(live);
                }));
  }

  private void terminate(LivePlugin live) {
    handle(
        terminator.terminate(live.process(), () -> ShutdownCall.send(live.connection().channel())),
        (ending, unknown) ->
            queue.execute(
                () -> {
                  live.release();
                  finishStop();
                }));
  }

  private void finishStop() {
    run = null;
    if (status.state() != State.STOPPED) {
      become(State.STOPPED, "");
    }
    stopping.complete(null);
  }

  private void lost(LivePlugin live, String reason) {
    // Whoever is told says so, once for each failure.
    LOG.log(Level.DEBUG, "plugin {0} has failed: {1}", plugin.id(), reason);
    try {
      observer.lost(live.connection(), reason);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "an observer of plugin " + plugin.id() + " has failed", e);
    }
  }

  private void become(State state, String reason) {
    become(state, reason, Optional.empty());
  }

  private void become(State state, String reason, Optional<ProcessFacts> process) {
    Instant since = state == status.state() ? status.since() : timers.now();
    status =
        new SupervisionStatus(state, since, reason, failures.size(), restarts, process, List.of());
    try {
      observer.changed(status());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "an observer of plugin " + plugin.id() + " has failed", e);
    }
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private PluginStartException startException(Throwable failure) {
    Throwable cause = FailureCause.of(failure);
    return cause instanceof PluginStartException known
        ? known
        : new PluginStartException(
            plugin.id(), String.valueOf(cause.getMessage()), lastLines.get(), cause);
  }

  private static CompletionStage<Void> guarded(Supplier<CompletionStage<Void>> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static void follow(CompletableFuture<Void> first, CompletableFuture<Void> second) {
    handle(
        first,
        (done, failure) -> {
          if (failure == null) {
            second.complete(null);
          } else {
            second.completeExceptionally(failure);
          }
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Whatever comes of it, the consumer has it.
  private static <T> void handle(
      CompletionStage<T> stage, BiConsumer<@Nullable T, @Nullable Throwable> consumer) {
    stage.whenComplete(consumer);
  }

  /** One process, from its launch to its end. */
  private static final class Run {
    final PluginLaunch launch;
    final boolean again;
    boolean running;
    boolean stopped;

    /** It is being terminated for a reason of its own, which is told when it is gone. */
    boolean ending;

    @Nullable LivePlugin live;

    Run(PluginLaunch launch, boolean again) {
      this.launch = launch;
      this.again = again;
    }
  }
}
