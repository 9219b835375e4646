package io.krait.runtime.internal.life;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.Nullable;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginState;
import io.krait.protocol.FailureCause;
import io.krait.runtime.internal.dispatch.HookDispatch.Registration;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.SupervisionStatus;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Brings a plugin up and takes it down, one attempt at a time. All of it runs on the plugin's
 * queue.
 */
final class Attempts implements AttemptObserver.Listener {

  private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

  private final LifeContext context;
  private final LifeState state;
  private final AttemptOpener opener;
  private final Participation participation;

  Attempts(
      LifeContext context, LifeState state, AttemptOpener opener, Participation participation) {
    this.context = context;
    this.state = state;
    this.opener = opener;
    this.participation = participation;
  }

  /**
   * Has it run, if all that it needs is there; else it waits.
   *
   * @return completes when it runs or waits
   */
  CompletionStage<Void> start(String cause) {
    Attempt begun = state.attempt();
    if (begun == null) {
      Surroundings surroundings = state.surroundings();
      Optional<Surroundings.Complete> complete = surroundings.complete();
      if (complete.isEmpty()) {
        state.become(PluginState.WAITING, surroundings.missing(), surroundings.missing());
        return DONE;
      }
      state.startsAfresh(cause);
      try {
        begun = opener.open(complete.get(), opened -> new AttemptObserver(context, opened, this));
      } catch (ManagementException e) {
        state.become(PluginState.FAILED, e.getMessage(), e.getMessage());
        return CompletableFuture.failedStage(e);
      }
      state.attempt(begun);
    }
    Attempt current = begun;
    current.starting = !current.isPublished();
    return current
        .supervised
        .start()
        .handleAsync((nothing, failure) -> ending(current, failure), context.queue())
        .thenCompose(ending -> ending)
        .thenAcceptAsync(failure -> started(current, failure), context.queue());
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
            .map(cause -> String.valueOf(FailureCause.of(cause).getMessage()))
            .orElse(
                "cannot start plugin %s: it was stopped while it started".formatted(context.id()));
    if (state.isCurrent(current)) {
      release(current);
      if (current.interruption == null) {
        state.become(PluginState.FAILED, text, text);
      }
    }
    throw new CompletionException(
        new ManagementException(Problem.START_FAILED, text, failure.orElse(null)));
  }

  /** Ends a start that others would have to wait for in vain. */
  void breakOff(String cause) {
    Attempt current = state.attempt();
    if (current != null && current.starting && current.interruption == null) {
      state.become(PluginState.STOPPING, "", cause);
      current.interruption = current.supervised.stop();
    }
  }

  /**
   * Stops it, if it runs or is about to.
   *
   * @return completes when nothing is left of it; never fails
   */
  CompletionStage<Void> stop(String cause) {
    Attempt current = state.attempt();
    if (current == null) {
      return DONE;
    }
    current.stopping = true;
    state.become(PluginState.STOPPING, "", cause);
    CompletionStage<Void> drained = current.withdraw().map(this::drained).orElse(DONE);
    return drained
        .thenCompose(nothing -> current.supervised.stop())
        .handleAsync(
            (nothing, failure) -> {
              if (failure != null) {
                context.log().log(
                    Level.WARNING,
                    () -> "plugin %s: stopping it has failed".formatted(context.id()),
                    failure);
              }
              if (state.isCurrent(current)) {
                release(current);
              }
              return null;
            },
            context.queue());
  }

  /** Waits for running hooks and HTTP requests, and gives up those that take too long. */
  private CompletionStage<Void> drained(Registration part) {
    LifeTools tools = context.tools();
    CompletionStage<Void> drained = part.drained();
    ScheduledFuture<?> limit;
    try {
      limit =
          tools
              .timer()
              .schedule(
                  () -> tools.executor().execute(part::giveUp),
                  tools.settings().drain().toMillis(),
                  TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopping) {
      part.giveUp();
      return drained;
    }
    return drained.whenComplete((nothing, failure) -> limit.cancel(false));
  }

  /** Stops it and has it rest. */
  CompletionStage<Void> stopAndRest(String cause) {
    return stop(cause).thenRunAsync(() -> state.rest(cause), context.queue());
  }

  /** Starts it if it is enabled; else it rests. */
  CompletionStage<Void> startOrRest(String cause) {
    if (state.isEnabled()) {
      return start(cause);
    }
    state.rest(cause);
    return DONE;
  }

  /** Lets go of all that belongs to it. */
  private void release(Attempt current) {
    current.withdraw();
    state.attemptIsOver();
    opener.close(current);
  }

  @Override
  public void activated(
      Attempt attempt, int process, PluginConnection connection, AsyncPluginHooks hooks) {
    if (isOver(attempt) || attempt.processes.get() != process) {
      return;
    }
    attempt.withdraw();
    participation.begin(attempt, connection, hooks);
    state.become(PluginState.RUNNING, "", connection.process());
    participation.tellInstallation(connection.hooks());
    participation.tellSettings(attempt);
  }

  @Override
  public void lost(Attempt attempt) {
    if (state.isCurrent(attempt)) {
      attempt.withdraw();
      state.show();
    }
  }

  @Override
  public void supervised(Attempt attempt, SupervisionStatus status) {
    if (isOver(attempt)) {
      return;
    }
    state.restarts(status.restarts());
    String reason = status.reason();
    switch (status.state()) {
      case STARTING -> {
        attempt.withdraw();
        state.become(
            PluginState.STARTING, reason, reason.isEmpty() ? "its process starts" : reason);
      }
      case BACKING_OFF -> {
        attempt.withdraw();
        state.become(PluginState.BACKING_OFF, reason, reason);
      }
      case FAILED -> {
        release(attempt);
        state.become(PluginState.FAILED, reason, reason);
      }
      case STOPPED -> {
        release(attempt);
        state.rest("its supervisor has ended");
      }
      case RUNNING -> {
        // It takes part already.
        attempt.runsIn(status.process());
        state.show();
      }
      case STOPPING -> {
        // It stops when it is asked to.
      }
    }
  }

  /** Whether it is taken down already, or about to be. */
  private boolean isOver(Attempt attempt) {
    return !state.isCurrent(attempt) || attempt.stopping || attempt.interruption != null;
  }
}
