package io.krait.runtime.internal.life;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.FailureCause;
import io.krait.api.Nullable;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginEvents;
import io.krait.api.management.PluginState;
import io.krait.runtime.internal.plugins.Installation;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.SupervisionStatus;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Puts another version of a plugin in place of the one in use. Where that runs, the process of the
 * new one is brought up beside it until it answers; only then the old one is stopped and the new
 * one activated, so that never two of them are active. If the new one does not get so far, the old
 * one has not been disturbed; if it is not activated, the old one is started again. All of it runs
 * on the plugin's queue.
 */
final class Update {

  private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

  private final LifeContext context;
  private final LifeState state;
  private final Attempts attempts;
  private final Participation participation;

  /** The new version, until the old one is gone. */
  private @Nullable Attempt beside;

  Update(LifeContext context, LifeState state, Attempts attempts, Participation participation) {
    this.context = context;
    this.state = state;
    this.attempts = attempts;
    this.participation = participation;
  }

  /**
   * Puts the next version in place of the one in use.
   *
   * @param isNews whether the plugin is told by OnInstall
   * @return fails where the old version goes on, or is back
   */
  CompletionStage<Void> to(Installation next, boolean isNews) {
    Attempt running = state.attempt();
    if (state.current() != PluginState.RUNNING
        || running == null
        || !running.runsOn(state.surroundings())) {
      return attempts
          .stop("version %s replaces it".formatted(version(next)))
          .thenComposeAsync(
              nothing -> Operations.begun(() -> useAndStart(next, isNews)), context.queue());
    }
    Attempt opened;
    try {
      opened = attempts.openBeside(running, next, new Onlooker(next));
    } catch (ManagementException e) {
      return discard(next, e);
    }
    return bringUp(opened, next, isNews);
  }

  private CompletionStage<Void> useAndStart(Installation next, boolean isNews) throws IOException {
    use(next, isNews);
    return attempts.startOrRest("it was updated");
  }

  private CompletionStage<Void> bringUp(Attempt opened, Installation next, boolean isNews) {
    beside = opened;
    state.remark("version %s starts beside it".formatted(version(next)));
    CompletableFuture<Void> started = opened.supervised.start();
    return CompletableFuture.anyOf(opened.answering, started)
        .handleAsync(
            (nothing, failure) -> {
              if (state.current() == PluginState.RUNNING) {
                state.remark("");
              }
              return failure == null
                  ? takeOver(opened, started, next, isNews)
                  : giveUp(opened)
                      .thenComposeAsync(gone -> discard(next, failure), context.queue());
            },
            context.queue())
        .thenCompose(Function.identity());
  }

  private CompletionStage<Void> takeOver(
      Attempt opened, CompletionStage<Void> started, Installation next, boolean isNews) {
    Installation before = state.installation();
    return attempts
        .giveWay("version %s replaces it".formatted(version(next)))
        .thenComposeAsync(nothing -> goOn(opened, started, next), context.queue())
        .handleAsync(
            (nothing, failure) ->
                failure == null
                    ? Operations.begun(() -> use(next, isNews))
                    : goBack(before, next, failure),
            context.queue())
        .thenCompose(Function.identity())
        .whenComplete((nothing, failure) -> context.tools().dispatch().awaitNoLonger(context.id()));
  }

  private CompletionStage<Void> goOn(
      Attempt opened, CompletionStage<Void> started, Installation next) {
    if (opened.interruption != null) {
      return giveUp(opened).thenCompose(gone -> started);
    }
    beside = null;
    return attempts.goOn(opened, started, "it was updated to version %s".formatted(version(next)));
  }

  private CompletionStage<Void> giveUp(Attempt opened) {
    beside = null;
    return attempts.letGo(opened);
  }

  /** Ends the start of a new version, if it is not the one in use yet. */
  void breakOff() {
    if (beside != null) {
      beside.breakOff();
    }
  }

  private CompletionStage<Void> use(Installation next, boolean isNews) throws IOException {
    context.tools().installed().use(next);
    state.adopt(next);
    if (isNews) {
      context.tools().choices().changeHere(context.id(), choice -> choice.withInstalling(true));
    }
    Attempt running = state.attempt();
    if (running != null && running.isPublished()) {
      participation.tellInstallation(running.hooks());
    }
    state.tell(PluginEvents.UPDATED, Map.of());
    context.log().log(Level.INFO, "plugin {0}: version {1} is in use", context.id(), version(next));
    return DONE;
  }

  private CompletionStage<Void> discard(Installation next, Throwable failure) {
    return CompletableFuture.failedStage(discarded(next, state.installation(), failure));
  }

  private CompletionStage<Void> goBack(Installation before, Installation next, Throwable failure) {
    state.adopt(before);
    ManagementException result = discarded(next, before, failure);
    return attempts
        .start("version %s does not start".formatted(version(next)))
        .handle(
            (nothing, second) -> {
              if (second != null) {
                result.addSuppressed(FailureCause.of(second));
              }
              throw new CompletionException(result);
            });
  }

  /** Deletes a version that does not start. */
  private ManagementException discarded(Installation next, Installation goesOn, Throwable failure) {
    Throwable cause = FailureCause.of(failure);
    String text =
        "plugin %s: version %s does not start, and version %s goes on: %s"
            .formatted(context.id(), version(next), version(goesOn), cause.getMessage());
    context.complain(Level.ERROR, text);
    try {
      context.tools().installed().discard(next);
    } catch (IOException | RuntimeException e) {
      context.log().log(
          Level.WARNING,
          () -> "plugin %s: %s is left behind".formatted(context.id(), next.folder()),
          e);
    }
    return new ManagementException(Problem.START_FAILED, text, cause);
  }

  private static String version(Installation installation) {
    return installation.manifest().version();
  }

  /**
   * Tells administrators how far a new version is; when it is the one in use, it only passes on.
   */
  private final class Onlooker implements AttemptObserver.Listener {

    private final Installation next;

    Onlooker(Installation next) {
      this.next = next;
    }

    @Override
    public void activated(
        Attempt attempt, int process, PluginConnection connection, AsyncPluginHooks hooks) {
      attempts.activated(attempt, process, connection, hooks);
    }

    @Override
    public void lost(Attempt attempt) {
      attempts.lost(attempt);
    }

    @Override
    public void supervised(Attempt attempt, SupervisionStatus status) {
      if (attempt != beside) {
        attempts.supervised(attempt, status);
      } else if (state.current() == PluginState.RUNNING && !status.reason().isEmpty()) {
        state.remark("version %s starts beside it: %s".formatted(version(next), status.reason()));
      }
    }
  }
}
