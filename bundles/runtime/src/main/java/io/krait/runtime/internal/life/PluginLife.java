package io.krait.runtime.internal.life;

import static java.util.function.Function.identity;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginEvents;
import io.krait.api.management.PluginState;
import io.krait.runtime.internal.life.Choices.Choice;
import io.krait.runtime.internal.life.Operations.Step;
import io.krait.runtime.internal.plugins.Installation;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The life of one plugin, from its installation to its removal: what administrators, hosts and this
 * bundle can ask for, from any thread. One serial queue owns the plugin's state; what was asked for
 * is done step by step on it, and what the supervisor tells arrives in between.
 */
final class PluginLife {

  private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);
  private static final Runnable NOTHING = () -> {};

  private final LifeContext context;
  private final LifeState state;
  private final Participation participation;
  private final Attempts attempts;
  private final Update update;
  private final Operations operations;
  private boolean gone;

  PluginLife(Installation installation, LifeTools tools, Surroundings surroundings) {
    context = LifeContext.of(installation, tools);
    Choice choice = tools.choices().of(context.id());
    take(choice.settings());
    state = new LifeState(context, installation, choice.enabled(), surroundings);
    participation = new Participation(context, state);
    AttemptOpener opener =
        new AttemptOpener(context, new StartConditions(context), this::saveSettings);
    attempts = new Attempts(context, state, opener, participation);
    update = new Update(context, state, attempts, participation);
    operations = new Operations(context.id(), context.queue(), tools.executor(), state::seen);
  }

  String id() {
    return context.id();
  }

  Installation installation() {
    return state.installation();
  }

  ManagedPlugin managed() {
    return state.seen();
  }

  /** Lets it run. */
  CompletableFuture<ManagedPlugin> enable() {
    return ask(
        NOTHING,
        () -> {
          choose(true);
          return attempts.start("it was enabled");
        });
  }

  /** Stops it and keeps it from running. */
  CompletableFuture<ManagedPlugin> disable() {
    String cause = "it was disabled";
    return ask(
        () -> breakOff(cause),
        () -> {
          choose(false);
          return attempts.stopAndRest(cause);
        });
  }

  /** Stops it and starts it again. */
  CompletableFuture<ManagedPlugin> restart() {
    String cause = "a restart was asked for";
    return ask(
        () -> breakOff(cause),
        () -> {
          if (!state.isEnabled()) {
            throw new ManagementException(
                Problem.CONFLICT,
                "cannot restart plugin %s: it is disabled; enable it first"
                    .formatted(context.id()));
          }
          return attempts
              .stop(cause)
              .thenComposeAsync(nothing -> attempts.start(cause), context.queue());
        });
  }

  /**
   * It has been installed, and runs if it was enabled before.
   *
   * @param isNews whether the plugin is told by OnInstall
   */
  CompletableFuture<ManagedPlugin> installed(boolean isNews) {
    return ask(
        NOTHING,
        () -> {
          if (isNews) {
            context
                .tools()
                .choices()
                .changeHere(context.id(), choice -> choice.withInstalling(true));
          }
          state.tell(PluginEvents.INSTALLED, Map.of());
          context.log().log(
              Level.INFO,
              "plugin {0}: version {1} is installed",
              context.id(),
              state.installation().manifest().version());
          return state.isEnabled() ? attempts.start("it was installed") : DONE;
        });
  }

  /** It runs if it is enabled. */
  CompletableFuture<ManagedPlugin> begin(String cause) {
    return ask(
        NOTHING, () -> state.isEnabled() && state.attempt() == null ? attempts.start(cause) : DONE);
  }

  /**
   * Puts another version in place of this one; if this one runs, it does so until that is up.
   *
   * @param isNews whether the plugin is told by OnInstall
   */
  CompletableFuture<ManagedPlugin> update(Installation next, boolean isNews) {
    return ask(NOTHING, () -> update.to(next, isNews));
  }

  /** Its folder holds something else than before. */
  CompletableFuture<ManagedPlugin> replaced(Installation next) {
    String cause = "its folder has changed";
    return ask(
        () -> breakOff(cause),
        () ->
            attempts
                .stop(cause)
                .thenComposeAsync(
                    nothing -> {
                      state.adopt(next);
                      state.tell(PluginEvents.UPDATED, Map.of());
                      return attempts.startOrRest(cause);
                    },
                    context.queue()));
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
            attempts
                .stop(cause)
                .thenComposeAsync(
                    nothing ->
                        Operations.begun(
                            () -> {
                              CompletionStage<Void> deleted = deletion.begin();
                              gone = true;
                              state.become(
                                  state.isEnabled() ? PluginState.WAITING : PluginState.DISABLED,
                                  cause,
                                  cause);
                              return deleted;
                            }),
                    context.queue()));
  }

  /** Its files are deleted: it is not to run when it is installed again. */
  CompletableFuture<ManagedPlugin> remove(Step deletion) {
    return end(
        "it was removed",
        () -> {
          CompletionStage<Void> deleted = deletion.begin();
          state.enabled(false);
          state.ends();
          // Other nodes decide for themselves, or have done so.
          context
              .tools()
              .choices()
              .changeHere(context.id(), choice -> choice.withEnabled(false).withInstalling(false));
          context.tools().logs().forget(context.id());
          state.tell(PluginEvents.REMOVED, Map.of());
          return deleted;
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
              state.surroundings(now);
              if (!runsOn(now)) {
                breakOff(cause);
              }
            },
            () -> {
              if (!runsOn(now)) {
                return attempts.stopAndRest(cause);
              }
              if (state.current() != PluginState.FAILED) {
                state.rest(cause);
              }
              return DONE;
            });
    if (now.complete().isPresent()) {
      ask(
          NOTHING,
          () ->
              state.attempt() == null && state.current() == PluginState.WAITING
                  ? attempts.start("all that it needs is there")
                  : DONE);
    }
    return changed;
  }

  /** Ends what others would have to wait for in vain. */
  private void breakOff(String cause) {
    attempts.breakOff(cause);
    update.breakOff();
  }

  /** Whether all that its attempt uses is among these; so it is where there is none. */
  private boolean runsOn(Surroundings now) {
    Attempt running = state.attempt();
    return running == null || running.runsOn(now);
  }

  /** Somebody else has changed what is chosen for it, perhaps more than once. */
  void chosen() {
    String cause = "its configuration says so";
    context
        .queue()
        .execute(
            () -> {
              if (take(chosenNow().settings())) {
                CompletionStage<Optional<String>> unused = participation.settingsChanged();
              }
            });
    CompletableFuture<ManagedPlugin> unused =
        ask(
            () -> {
              if (!chosenNow().enabled()) {
                breakOff(cause);
              }
            },
            () -> {
              boolean now = chosenNow().enabled();
              if (now == state.isEnabled()) {
                return DONE;
              }
              state.enabled(now);
              return now ? attempts.start(cause) : attempts.stopAndRest(cause);
            });
  }

  private Choice chosenNow() {
    return context.tools().choices().of(context.id());
  }

  /** Calls OnInstall if it runs and has not been told. */
  void tellInstallation() {
    context
        .queue()
        .execute(
            () -> {
              Attempt running = state.attempt();
              if (running != null && running.isPublished()) {
                participation.tellInstallation(running.hooks());
              }
            });
  }

  Map<String, Object> settings() {
    return context.settings().all();
  }

  void checkSettings(Map<String, Object> newSettings) throws ManagementException {
    context.settings().check(newSettings);
  }

  /** Saves settings and tells the plugin. */
  @SuppressWarnings("FutureReturnValueIgnored") // What the plugin has to say is in its log, too.
  void saveSettings(Map<String, Object> newSettings) throws ManagementException {
    applySettings(newSettings);
  }

  /** Saves settings and tells the plugin; why that does not take them, if it does not. */
  CompletionStage<Optional<String>> applySettings(Map<String, Object> newSettings)
      throws ManagementException {
    context.settings().save(newSettings);
    return CompletableFuture.supplyAsync(participation::settingsChanged, context.queue())
        .thenCompose(identity());
  }

  private CompletableFuture<ManagedPlugin> ask(Runnable first, Step step) {
    return operations.ask(
        first,
        () -> {
          if (gone) {
            throw new ManagementException(
                Problem.UNKNOWN_PLUGIN,
                "plugin not found: %s; it was removed".formatted(context.id()));
          }
          return step.begin();
        });
  }

  private void choose(boolean enabled) throws IOException {
    context.tools().choices().change(context.id(), choice -> choice.withEnabled(enabled));
    state.enabled(enabled);
  }

  private boolean take(Map<String, Object> saved) {
    try {
      return context.settings().take(saved);
    } catch (ManagementException e) {
      context.log().log(
          Level.ERROR, "{0}; the settings in its configuration are not used", e.getMessage());
      return false;
    }
  }
}
