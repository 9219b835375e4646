package io.krait.runtime.internal.life;

import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginEvents;
import io.krait.api.management.PluginState;
import io.krait.protocol.FailureCause;
import io.krait.runtime.internal.plugins.Installation;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Puts another version of a plugin in place of the one in use. Where that runs it is stopped, and
 * the new one has to run before it is taken; if it does not, the old one is started again. All of
 * it runs on the plugin's queue.
 */
final class Update {

  private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

  private final LifeContext context;
  private final LifeState state;
  private final Attempts attempts;
  private final Participation participation;

  Update(LifeContext context, LifeState state, Attempts attempts, Participation participation) {
    this.context = context;
    this.state = state;
    this.attempts = attempts;
    this.participation = participation;
  }

  /**
   * Stops the version in use and puts the next one in its place.
   *
   * @return fails where the old version is back
   */
  CompletionStage<Void> to(Installation next) {
    boolean runs = state.current() == PluginState.RUNNING;
    Installation before = state.installation();
    CompletionStage<Void> stopped =
        attempts.stop("version %s replaces it".formatted(version(next)));
    if (!runs) {
      return stopped.thenComposeAsync(
          nothing -> Operations.begun(() -> useAndStart(next)), context.queue());
    }
    return stopped
        .thenComposeAsync(nothing -> tryOut(next), context.queue())
        .handleAsync(
            (nothing, failure) ->
                failure == null ? Operations.begun(() -> use(next)) : goBack(before, next, failure),
            context.queue())
        .thenCompose(stage -> stage);
  }

  private CompletionStage<Void> useAndStart(Installation next) throws IOException {
    use(next);
    return attempts.startOrRest("it was updated");
  }

  private CompletionStage<Void> tryOut(Installation next) {
    state.adopt(next);
    return attempts.start("it was updated to version %s".formatted(version(next)));
  }

  private CompletionStage<Void> use(Installation next) throws IOException {
    context.tools().installed().use(next);
    state.adopt(next);
    context.tools().choices().change(context.id(), choice -> choice.withInstalling(true));
    Attempt running = state.attempt();
    if (running != null && running.isPublished()) {
      participation.tellInstallation(running.hooks());
    }
    state.tell(PluginEvents.UPDATED, Map.of());
    context.log().log(Level.INFO, "plugin {0}: version {1} is in use", context.id(), version(next));
    return DONE;
  }

  private CompletionStage<Void> goBack(Installation before, Installation next, Throwable failure) {
    Throwable cause = FailureCause.of(failure);
    String text =
        "plugin %s: version %s does not start, and version %s goes on: %s"
            .formatted(context.id(), version(next), version(before), cause.getMessage());
    context.complain(Level.ERROR, text);
    state.adopt(before);
    try {
      context.tools().installed().discard(next);
    } catch (IOException | RuntimeException e) {
      context.log().log(
          Level.WARNING,
          () -> "plugin %s: %s is left behind".formatted(context.id(), next.folder()),
          e);
    }
    ManagementException result = new ManagementException(Problem.START_FAILED, text, cause);
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

  private static String version(Installation installation) {
    return installation.manifest().version();
  }
}
