package io.krait.runtime.internal.dispatch;

import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.FailureCause;
import io.krait.api.FailurePolicy;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.Nullable;
import io.krait.api.PluginCalls;
import io.krait.api.RepeatedFailures;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** A plugin that takes part. Every call of one of its hooks passes {@link #call}. */
class Participant {

  private static final Logger LOGGER = System.getLogger(Participant.class.getName());
  // Nothing is known of them here: of those of its life, and of the streams that HTTP goes over.
  private static final Set<HookName> CALLED_ELSEWHERE =
      EnumSet.of(
          HookName.IMPLEMENTED,
          HookName.ON_ACTIVATE,
          HookName.ON_DEACTIVATE,
          HookName.ON_CONFIGURATION_CHANGE,
          HookName.ON_INSTALL,
          HookName.SERVE_HTTP,
          HookName.SERVE_METRICS);

  /** How many notifications are under way to a plugin that keeps their order itself. */
  private static final int UNDER_WAY = 32;

  /** Failures by which the plugin's side tells that a call took too long. */
  private static final Set<String> LATE = Set.of("krait.call.deadline_exceeded");

  /** Failures of calls that the plugin has not heard of, or has no time left to answer. */
  private static final Set<String> UNHEARD =
      Set.of(HookDispatcher.STOPPED, "krait.call.unavailable", "krait.call.cancelled");

  /** Failures of which something is said when they begin and when they end, and not of each. */
  private static final Set<String> SAID_ONCE =
      Set.of(HookDispatcher.BUSY, HookDispatcher.SUSPENDED);

  private static final CompletableFuture<Void> NOTHING_BEFORE =
      CompletableFuture.completedFuture(null);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final int GATEWAY_TIMEOUT = 504;
  private static final int SERVICE_UNAVAILABLE = 503;
  private static final int INTERNAL_ERROR = 500;

  private final String id;
  private final int priority;
  private final AsyncPluginHooks hooks;
  private final AsyncPluginHooks told;
  private final Map<HookName, HookCounter> counters = new EnumMap<>(HookName.class);
  private final Function<HookName, Optional<Duration>> deadlines;
  private final ScheduledExecutorService timer;
  private final Executor executor;
  private final NotificationQueue notifications;
  private final Guards guards;
  private final Admission admission;
  private final Set<CompletableFuture<?>> running = ConcurrentHashMap.newKeySet();
  private final Set<CompletableFuture<?>> endless = ConcurrentHashMap.newKeySet();
  private final RepeatedFailures failures = new RepeatedFailures(LOGGER);
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private volatile boolean closed;
  private volatile @Nullable Participant successor;

  Participant(
      String id,
      int priority,
      Collection<HookName> handled,
      AsyncPluginHooks hooks,
      Optional<AsyncPluginHooks> inTurn,
      DispatchSettings settings,
      Guards guards,
      Consumer<String> notAsked,
      ScheduledExecutorService timer,
      Executor executor) {
    this.id = id;
    this.guards = guards;
    this.priority = priority;
    this.hooks = hooks;
    this.deadlines = settings.deadlines();
    this.timer = timer;
    this.executor = executor;
    told = inTurn.orElse(hooks);
    admission =
        new Admission(
            id, settings.waitingPerPlugin(), settings.breaker(), System::nanoTime, notAsked);
    notifications =
        new NotificationQueue(
            settings.notificationQueue(),
            inTurn.isPresent() ? UNDER_WAY : 1,
            executor,
            flood(settings));
    Set<HookName> all = EnumSet.of(HookName.IMPLEMENTED);
    all.addAll(handled);
    all.forEach(hook -> counters.put(hook, new HookCounter()));
  }

  String id() {
    return id;
  }

  int priority() {
    return priority;
  }

  AsyncPluginHooks hooks() {
    return hooks;
  }

  boolean handles(HookName hook) {
    return counters.containsKey(hook);
  }

  /** Whether the plugin itself is there. */
  boolean isThere() {
    return true;
  }

  /** How its calls go. */
  PluginCalls calls() {
    return new PluginCalls(id, admission.waiting(), admission.isSuspended(), admission.refused());
  }

  HookCounter counter(HookName hook) {
    return counters.get(hook);
  }

  List<HookStatistics> statistics() {
    return counters.entrySet().stream()
        .filter(entry -> !CALLED_ELSEWHERE.contains(entry.getKey()))
        .map(entry -> entry.getValue().statistics(id, entry.getKey()))
        .toList();
  }

  /**
   * Calls a hook that the plugin handles. It ends with the answer, or with an AppError that names
   * the plugin; within the deadline in any case. Cancelling it cancels the call.
   */
  <T> CompletableFuture<T> call(
      HookName hook, Function<AsyncPluginHooks, CompletionStage<T>> call) {
    Admission.Admitted admitted;
    try {
      admitted = admission.admit(hook);
    } catch (AppError refused) {
      return CompletableFuture.failedFuture(refused);
    }
    return call(hook, hooks, call, NOTHING_BEFORE, admitted);
  }

  /**
   * Calls a hook as {@link #call(HookName, Function)} does.
   *
   * @param before the plugin begins with it when that has ended, and so does its time
   * @param admitted is told how it ends
   */
  @SuppressWarnings("FutureReturnValueIgnored") // Everything ends in the result.
  private <T> CompletableFuture<T> call(
      HookName hook,
      AsyncPluginHooks called,
      Function<AsyncPluginHooks, CompletionStage<T>> call,
      CompletableFuture<Void> before,
      Admission.Admitted admitted) {
    CompletableFuture<T> result = new CompletableFuture<>();
    runsUntil(result);
    CallTime time = new CallTime(before);
    CompletionStage<T> stage = start(hook, called, call);
    deadlines
        .apply(hook)
        .ifPresent(
            deadline ->
                time.limit(
                    task -> schedule(deadline, task),
                    () -> {
                      counter(hook).ended(time.nanos(), false);
                      admitted.tooLate();
                      result.completeExceptionally(tooLate(hook, deadline));
                      stage.toCompletableFuture().cancel(true);
                    }));
    stage.whenComplete(
        (value, failure) -> {
          if (!time.end()) {
            return;
          }
          // First, so that whoever sees the result sees it counted.
          counter(hook).ended(time.nanos(), failure == null);
          tell(admitted, failure);
          if (failure == null) {
            result.complete(value);
          } else {
            result.completeExceptionally(error(hook, failure));
          }
        });
    result.whenComplete(
        (value, failure) -> {
          if (result.isCancelled()) {
            stage.toCompletableFuture().cancel(true);
          }
        });
    return result;
  }

  private static void tell(Admission.Admitted admitted, @Nullable Throwable failure) {
    if (failure == null) {
      admitted.answered();
      return;
    }
    Throwable cause = FailureCause.of(failure);
    if (cause instanceof AppError error && LATE.contains(error.id())) {
      admitted.tooLate();
    } else if (cause instanceof CancellationException
        || cause instanceof AppError error && UNHEARD.contains(error.id())) {
      admitted.givenUp();
    } else {
      admitted.answered();
    }
  }

  /** What it means for the operation that the plugin has failed so. */
  FailurePolicy policy(HookName hook, Throwable failure) {
    if (FailureCause.of(failure) instanceof AppError error) {
      if (error.id().equals(HookDispatcher.STOPPED)) {
        return guards.onStop(id, hook);
      }
      if (error.id().equals(HookDispatcher.BUSY)) {
        return guards.rules().onCrowd(id, hook);
      }
    }
    return guards.rules().onFailure(id, hook);
  }

  /**
   * Connects to the plugin. The stream runs from its subscription until it ends or is cancelled, a
   * stream of events at most until {@link #close}; one that is subscribed to after {@link #close}
   * has failed already, or goes to the next version.
   */
  <T> Flow.Publisher<T> stream(Function<AsyncPluginHooks, Flow.Publisher<T>> call) {
    Flow.Publisher<T> messages = call.apply(hooks);
    return subscriber -> {
      CompletableFuture<Void> end = new CompletableFuture<>();
      runsUntil(end);
      // Looked at when it counts as running already: either this sees it, or a stop waits for it.
      if (closed) {
        Participant next = successor;
        if (next != null) {
          end.complete(null);
          next.stream(call).subscribe(subscriber);
          return;
        }
        end.completeExceptionally(stopped());
      }
      messages.subscribe(
          new WatchedStream<>(
              subscriber,
              end,
              first -> {
                if (EventStream.beginsWith(first)) {
                  runsUntilClosed(end);
                }
              }));
    };
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It has two ends, and both are dealt with.
  private void runsUntilClosed(CompletableFuture<?> end) {
    endless.add(end);
    end.whenComplete((nothing, failure) -> endless.remove(end));
    // Looked at when it counts as endless already: either this sees it, or the closing does.
    if (closed) {
      end.completeExceptionally(stopped());
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It has two ends, and both are dealt with.
  private void runsUntil(CompletableFuture<?> end) {
    running.add(end);
    end.whenComplete(
        (nothing, failure) -> {
          running.remove(end);
          completeIfDrained();
        });
  }

  private <T> CompletionStage<T> start(
      HookName hook, AsyncPluginHooks called, Function<AsyncPluginHooks, CompletionStage<T>> call) {
    try {
      CompletionStage<T> stage = call.apply(called);
      return stage != null
          ? stage
          : CompletableFuture.failedFuture(
              new IllegalStateException(hook.hookName() + " returned no stage"));
    } catch (RuntimeException | LinkageError failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  // What waits for a late call must not hold up the one thread that watches all of them.
  private @Nullable Future<?> schedule(Duration deadline, Runnable task) {
    try {
      return timer.schedule(
          () -> {
            try {
              executor.execute(task);
            } catch (RejectedExecutionException busy) {
              task.run();
            }
          },
          deadline.toNanos(),
          TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException stopping) {
      task.run();
      return null;
    }
  }

  /** Queues a notification; the future completes when it was dealt with, well or not. */
  CompletableFuture<Void> tell(
      HookName hook, Function<AsyncPluginHooks, CompletionStage<Void>> call) {
    return tell(hook, call, failure -> passedOver(hook, failure));
  }

  /** Queues a notification of whose failure somebody hears, before the future completes. */
  CompletableFuture<Void> tell(
      HookName hook,
      Function<AsyncPluginHooks, CompletionStage<Void>> call,
      Consumer<Throwable> failed) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    NotificationQueue.Fate fate =
        notifications.offer(
            before ->
                call(hook, told, call, before, admission.told())
                    .handle((nothing, failure) -> heard(failure, failed)),
            done);
    if (fate == NotificationQueue.Fate.DROPPED) {
      counter(hook).dropped();
    }
    return done;
  }

  private NotificationQueue.Flood flood(DispatchSettings settings) {
    return new NotificationQueue.Flood() {
      @Override
      public void begins() {
        LOGGER.log(
            Level.WARNING,
            () ->
                "plugin %s does not keep up: %d notifications wait for it, and more are dropped"
                    .formatted(id, settings.notificationQueue()));
      }

      @Override
      public void ends(long dropped) {
        LOGGER.log(
            Level.WARNING,
            () -> "plugin %s keeps up again; %d notifications were dropped".formatted(id, dropped));
      }
    };
  }

  private static @Nullable Void heard(@Nullable Throwable failure, Consumer<Throwable> failed) {
    if (failure != null) {
      failed.accept(failure);
    }
    return null;
  }

  /** Logs that the plugin failed and that all else goes on. */
  void passedOver(HookName hook, Throwable failure) {
    if (FailureCause.of(failure) instanceof AppError error && SAID_ONCE.contains(error.id())) {
      return;
    }
    failures.log(
        Level.WARNING,
        hook.hookName() + FailureCause.of(failure).getClass(),
        "plugin %s failed in %s and is passed over: %s"
            .formatted(id, hook.hookName(), FailureCause.text(failure)),
        null);
  }

  void decided(HookName hook) {
    counter(hook).decided();
    LOGGER.log(Level.INFO, () -> "plugin %s decided %s".formatted(id, hook.hookName()));
  }

  private AppError tooLate(HookName hook, Duration deadline) {
    return AppError.builder()
        .id("plugin.hook.timeout")
        .message(
            "plugin %s did not answer %s within %d ms"
                .formatted(id, hook.hookName(), deadline.toMillis()))
        .where(hook.hookName())
        .params(Map.of("plugin_id", id))
        .statusCode(GATEWAY_TIMEOUT)
        .build();
  }

  /** The failure as an AppError that names the plugin. */
  AppError error(HookName hook, Throwable failure) {
    Throwable cause = FailureCause.of(failure);
    if (cause instanceof AppError error) {
      Map<String, Object> params = new LinkedHashMap<>(error.params());
      params.put("plugin_id", id);
      return error.toBuilder()
          .where(error.where().isEmpty() ? hook.hookName() : error.where())
          .params(params)
          .cause(error)
          .build();
    }
    return AppError.builder()
        .id("plugin.hook.failed")
        .message("plugin %s failed in %s".formatted(id, hook.hookName()))
        .detailedError(String.valueOf(cause))
        .where(hook.hookName())
        .params(Map.of("plugin_id", id))
        .statusCode(INTERNAL_ERROR)
        .cause(cause)
        .build();
  }

  /** Forgets what is queued, and sends streams that are not begun yet to that one. */
  void giveWay(Participant next) {
    successor = next;
    close();
  }

  /** Forgets what is queued, and gives up what would not end by itself. */
  void close() {
    notifications.close();
    closed = true;
    giveUp(endless);
    completeIfDrained();
  }

  private void completeIfDrained() {
    if (closed && running.isEmpty()) {
      drained.complete(null);
    }
  }

  /** Completes when this was closed and no call runs any more. */
  CompletionStage<Void> drained() {
    return drained.minimalCompletionStage();
  }

  /** Forgets what is queued and gives up what is running, streams included. */
  void abort() {
    close();
    giveUp(running);
  }

  private void giveUp(Set<CompletableFuture<?>> calls) {
    AppError stopped = stopped();
    calls.forEach(call -> call.completeExceptionally(stopped));
  }

  /** What calls fail with that do not end before the plugin does. */
  AppError stopped() {
    return AppError.builder()
        .id(HookDispatcher.STOPPED)
        .message("plugin %s was stopped meanwhile".formatted(id))
        .params(Map.of("plugin_id", id))
        .statusCode(SERVICE_UNAVAILABLE)
        .retryAfter(SOON)
        .build();
  }
}
