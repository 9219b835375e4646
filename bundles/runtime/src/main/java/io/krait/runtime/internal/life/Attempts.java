package io.krait.runtime.internal.life;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.FailureCause;
import io.krait.api.Nullable;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginState;
import io.krait.runtime.internal.dispatch.HookDispatch.Registration;
import io.krait.runtime.internal.life.AttemptOpener.Startable;
import io.krait.runtime.internal.plugins.Installation;
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
import java.util.function.Function;

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
    Attempt current = state.attempt();
    if (current == null) {
      Surroundings surroundings = state.surroundings();
      Optional<Surroundings.Complete> complete = surroundings.complete();
      if (complete.isEmpty()) {
        state.become(PluginState.WAITING, surroundings.missing(), surroundings.missing());
        return DONE;
      }
      state.startsAfresh(cause);
      try {
        Startable startable = opener.read(state.installation());
        state.adopt(startable.installation());
        current =
            opener.open(
                complete.get(), startable, opened -> new AttemptObserver(context, opened, this));
      } catch (ManagementException e) {
        state.become(PluginState.FAILED, e.getMessage(), e.getMessage());
        return CompletableFuture.failedStage(e);
      }
      takeUp(current);
    }
    return untilItRuns(current, current.supervised.start());
  }

  /**
   * Opens what it takes to bring a version up beside the one that runs. Whoever does that starts
   * its process, and then has it {@linkplain #goOn go on} or {@linkplain #letGo lets go} of it.
   *
   * @param running the one that runs
   * @param listener told of it until it goes on; has to pass on what comes later
   * @throws ManagementException where it cannot be started
   */
  Attempt openBeside(Attempt running, Installation other, AttemptObserver.Listener listener)
      throws ManagementException {
    return opener.openBeside(
        running, opener.read(other), opened -> new AttemptObserver(context, opened, listener));
  }

  /**
   * What was brought up beside another version, which is gone now, is the plugin from now on.
   *
   * @param started its start, as its supervisor tells
   * @return completes when it runs; if it fails, nothing is left of it
   */
  CompletionStage<Void> goOn(Attempt next, CompletionStage<Void> started, String cause) {
    state.adopt(next.installation);
    state.startsAfresh(cause);
    try {
      opener.host(next);
    } catch (ManagementException e) {
      state.become(PluginState.FAILED, e.getMessage(), e.getMessage());
      return letGo(next).thenCompose(gone -> CompletableFuture.failedStage(e));
    }
    takeUp(next);
    return untilItRuns(next, started);
  }

  /**
   * Ends what was brought up beside another version.
   *
   * @return completes when nothing is left of it; never fails
   */
  CompletionStage<Void> letGo(Attempt other) {
    return stopped(other).thenRunAsync(() -> opener.close(other), context.queue());
  }

  private void takeUp(Attempt next) {
    state.attempt(next);
    next.turn.complete(null);
  }

  private CompletionStage<Void> untilItRuns(Attempt current, CompletionStage<Void> started) {
    current.starting = !current.isPublished();
    return started
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
      current.breakOff();
    }
  }

  /**
   * Stops it, if it runs or is about to.
   *
   * @return completes when nothing is left of it; never fails
   */
  CompletionStage<Void> stop(String cause) {
    return stop(cause, Attempt::withdraw);
  }

  /**
   * Stops it for another version, which HTTP requests wait for.
   *
   * @return completes when nothing is left of it; never fails
   */
  CompletionStage<Void> giveWay(String cause) {
    return stop(cause, Attempt::giveWay);
  }

  private CompletionStage<Void> stop(
      String cause, Function<Attempt, Optional<Registration>> withdrawal) {
    Attempt current = state.attempt();
    if (current == null) {
      return DONE;
    }
    current.stopping = true;
    state.become(PluginState.STOPPING, "", cause);
    CompletionStage<Void> drained = withdrawal.apply(current).map(this::drained).orElse(DONE);
    return drained
        .thenCompose(nothing -> stopped(current))
        .thenRunAsync(
            () -> {
              if (state.isCurrent(current)) {
                release(current);
              }
            },
            context.queue());
  }

  private CompletionStage<Void> stopped(Attempt attempt) {
    return attempt
        .supervised
        .stop()
        .exceptionally(
            failure -> {
              context.log().log(
                  Level.WARNING,
                  () -> "plugin %s: stopping it has failed".formatted(context.id()),
                  failure);
              return null;
            });
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
