package io.krait.runtime.internal.life;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.FailureCause;
import io.krait.api.HookName;
import io.krait.supervisor.OutputRecord;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.SupervisionStatus;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes part in the life of an attempt's processes. Called by the supervisor, on its threads; what
 * the plugin's queue has to know is told there.
 */
final class AttemptObserver implements PluginObserver {

  private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

  private final LifeContext context;
  private final Attempt attempt;
  private final Listener listener;
  private SupervisionStatus.State state = SupervisionStatus.State.STOPPED;

  /** Hears on the plugin's queue of what happens to an attempt, also to one that is over. */
  interface Listener {

    /**
     * The plugin answers and is activated.
     *
     * @param process which of the attempt's processes that was
     */
    void activated(
        Attempt attempt, int process, PluginConnection connection, AsyncPluginHooks hooks);

    /** The plugin does not answer any more. */
    void lost(Attempt attempt);

    /** The supervisor tells how it goes. */
    void supervised(Attempt attempt, SupervisionStatus status);
  }

  AttemptObserver(LifeContext context, Attempt attempt, Listener listener) {
    this.context = context;
    this.attempt = attempt;
    this.listener = listener;
  }

  @Override
  public CompletionStage<Void> opened(PluginConnection connection) {
    int process = attempt.processes.get();
    attempt.answering.complete(null);
    return attempt.turn.thenCompose(nothing -> begun(connection, process));
  }

  private CompletionStage<Void> begun(PluginConnection connection, int process) {
    attempt.activated = false;
    attempt.told = context.settings().saved();
    AsyncPluginHooks hooks = hooks(connection);
    return configured(connection, hooks)
        .thenCompose(nothing -> activated(connection, hooks))
        .thenRunAsync(
            () -> {
              attempt.activated = true;
              listener.activated(attempt, process, connection, hooks);
            },
            context.queue());
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
                context.complain(
                    Level.ERROR,
                    "plugin %s starts although it does not take its settings: %s"
                        .formatted(context.id(), FailureCause.text(failure)));
              }
              return null;
            });
  }

  private static CompletionStage<Void> activated(
      PluginConnection connection, AsyncPluginHooks hooks) {
    if (!connection.hooks().contains(HookName.ON_ACTIVATE)) {
      return DONE;
    }
    return hooks
        .onActivate()
        .handle(
            (nothing, failure) -> {
              if (failure != null) {
                throw new IllegalStateException(
                    "OnActivate failed: " + FailureCause.text(failure), FailureCause.of(failure));
              }
              return null;
            });
  }

  @Override
  public CompletionStage<Void> closing(PluginConnection connection) {
    return attempt.activated && connection.hooks().contains(HookName.ON_DEACTIVATE)
        ? hooks(connection).onDeactivate()
        : DONE;
  }

  private AsyncPluginHooks hooks(PluginConnection connection) {
    return context.tools().hooks().of(connection, attempt.isDebugged());
  }

  @Override
  public void lost(PluginConnection connection, String reason) {
    context.queue().execute(() -> listener.lost(attempt));
  }

  @Override
  public void changed(SupervisionStatus status) {
    if (status.state() != SupervisionStatus.State.RUNNING) {
      attempt.processes.incrementAndGet();
    }
    if (status.state() == SupervisionStatus.State.STARTING && status.state() != state) {
      sayWhetherItIsDebugged();
    }
    state = status.state();
    context.queue().execute(() -> listener.supervised(attempt, status));
  }

  private void sayWhetherItIsDebugged() {
    if (attempt.isDebugged()) {
      context.complain(
          Level.WARNING,
          "plugin %s is in debug mode: it has no deadlines, its health is not looked after, and who"
                  .formatted(context.id())
              + " waits for it waits for as long as it stands still; set debug of "
              + ConfigurationAdminChoices.FACTORY_PID
              + "~%s to false and restart it to end that".formatted(context.id()));
    }
  }

  @Override
  public void printed(OutputRecord line) {
    context.journal().accept(line);
  }
}
