package io.krait.runtime.internal.life;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.FailureCause;
import io.krait.api.HookName;
import io.krait.api.PluginHooks;
import io.krait.api.management.PluginEvents;
import io.krait.api.model.OnInstallEvent;
import io.krait.api.model.PluginContext;
import io.krait.runtime.internal.dispatch.HookDispatch.Registration;
import io.krait.runtime.manifest.Manifest;
import io.krait.runtime.manifest.ServerPart;
import io.krait.supervisor.PluginConnection;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The part that a plugin takes while it runs: it is in the dispatch and among the services, and is
 * told of its installation and of its settings. All of it runs on the plugin's queue.
 */
final class Participation {

  private final LifeContext context;
  private final LifeState state;

  Participation(LifeContext context, LifeState state) {
    this.context = context;
    this.state = state;
  }

  /** It takes part from now on, until its attempt is withdrawn. */
  void begin(Attempt attempt, PluginConnection connection, AsyncPluginHooks hooks) {
    LifeTools tools = context.tools();
    Manifest manifest = attempt.installation.manifest();
    int priority = manifest.server().map(ServerPart::priority).orElse(0);
    Registration part =
        tools
            .dispatch()
            .register(
                context.id(),
                priority,
                connection.hooks(),
                hooks,
                tools.hooksInTurn().apply(connection),
                attempt.isDebugged(),
                why -> context.queue().execute(() -> state.notAsked(attempt, why)));
    Runnable unpublish;
    try {
      PluginHooks shared = tools.dispatch().blocking(context.id()).orElseThrow();
      unpublish =
          tools.publisher().publish(context.id(), manifest.version(), connection.hooks(), shared);
    } catch (RuntimeException e) {
      part.close();
      throw e;
    }
    attempt.published(connection, part, unpublish);
    state.handles(connection.hooks());
  }

  /** Calls OnInstall, once for each version that is installed, on one of the nodes. */
  @SuppressWarnings("FutureReturnValueIgnored") // It goes on whatever the plugin makes of it.
  void tellInstallation(Set<HookName> handled) {
    Optional<String> installer;
    try {
      installer = context.tools().choices().takeInstalling(context.id());
    } catch (IOException | RuntimeException e) {
      context.log().log(
          Level.WARNING,
          () -> "plugin %s: it is told later that it was installed".formatted(context.id()),
          e);
      return;
    }
    if (installer.isEmpty() || !handled.contains(HookName.ON_INSTALL)) {
      return;
    }
    PluginContext call = PluginContext.builder().requestId(UUID.randomUUID().toString()).build();
    context
        .tools()
        .dispatch()
        .async(context.id())
        .ifPresent(
            hooks ->
                hooks
                    .onInstall(call, OnInstallEvent.builder().userId(installer.get()).build())
                    .whenComplete(
                        (nothing, failure) -> {
                          if (failure != null) {
                            context.log().log(
                                Level.ERROR,
                                "plugin {0} runs, but OnInstall failed: {1}",
                                context.id(),
                                FailureCause.text(failure));
                          }
                        }));
  }

  /** Somebody has saved other settings; why the plugin does not take them, if it does not. */
  CompletionStage<Optional<String>> settingsChanged() {
    state.tell(PluginEvents.SETTINGS_CHANGED, Map.of());
    Attempt running = state.attempt();
    return running != null && running.isPublished()
        ? tellSettings(running)
        : CompletableFuture.completedStage(Optional.empty());
  }

  /** Calls OnConfigurationChange where the plugin has been told of other settings. */
  CompletionStage<Optional<String>> tellSettings(Attempt running) {
    Map<String, Object> saved = context.settings().saved();
    if (running.told == saved) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    running.told = saved;
    return context
        .tools()
        .dispatch()
        .settingsChanged(context.id())
        .handle(
            (nothing, failure) -> {
              if (failure == null) {
                return Optional.empty();
              }
              String why = FailureCause.text(failure);
              context.complain(
                  Level.WARNING,
                  "plugin %s does not take its settings: %s".formatted(context.id(), why));
              return Optional.of(why);
            });
  }
}
