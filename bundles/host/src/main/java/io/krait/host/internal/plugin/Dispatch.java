package io.krait.host.internal.plugin;

import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.FailureCause;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.HookWitness;
import io.krait.api.Nullable;
import io.krait.api.PluginHooks;
import io.krait.api.model.PluginContext;
import io.krait.host.internal.hooks.Asked;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Asks and tells plugins, while somebody dispatches hooks. Safe for use from any thread. */
final class Dispatch {

  private static final System.Logger LOGGER = System.getLogger(Dispatch.class.getName());

  private final AtomicReference<@Nullable HookDispatcher> dispatcher = new AtomicReference<>();
  private final RequestOfThread request;

  Dispatch(RequestOfThread request) {
    this.request = request;
  }

  void by(HookDispatcher bound) {
    dispatcher.set(bound);
  }

  void noLongerBy(HookDispatcher gone) {
    dispatcher.compareAndSet(gone, null);
  }

  /** The hooks of one plugin; empty where it does not run. */
  Optional<AsyncPluginHooks> to(String pluginId) {
    HookDispatcher bound = dispatcher.get();
    return bound == null ? Optional.empty() : bound.async(pluginId);
  }

  /** The plugins that handle a hook, in the order in which they are asked. */
  List<String> handlersOf(HookName hook) {
    HookDispatcher bound = dispatcher.get();
    return bound == null ? List.of() : bound.handlersOf(hook);
  }

  /**
   * Asks all plugins.
   *
   * @param nobody the answer while nobody dispatches hooks
   * @param meaning what an answer means; throws where something is rejected
   */
  <A, T> Asked<T> ask(
      BiFunction<AsyncPluginHooks, PluginContext, CompletionStage<A>> call,
      A nobody,
      Function<A, T> meaning) {
    return ask(HookDispatcher::async, call, nobody, meaning);
  }

  /** Asks all plugins, and lets somebody see what each of them says. */
  <A, T> Asked<T> ask(
      HookWitness witness,
      BiFunction<AsyncPluginHooks, PluginContext, CompletionStage<A>> call,
      A nobody,
      Function<A, T> meaning) {
    return ask(bound -> bound.async(witness), call, nobody, meaning);
  }

  private <A, T> Asked<T> ask(
      Function<HookDispatcher, AsyncPluginHooks> all,
      BiFunction<AsyncPluginHooks, PluginContext, CompletionStage<A>> call,
      A nobody,
      Function<A, T> meaning) {
    HookDispatcher bound = dispatcher.get();
    CompletionStage<A> answer;
    try {
      answer =
          bound == null
              ? CompletableFuture.completedStage(nobody)
              : call.apply(all.apply(bound), request.context());
    } catch (RuntimeException failure) {
      answer = CompletableFuture.failedStage(failure);
    }
    return new Asked<>(
        answer.exceptionally(failure -> notAsked(failure, nobody)).thenApply(meaning));
  }

  private static <A> A notAsked(Throwable failure, A nobody) {
    // The dispatcher alone decides what passes although a plugin has not said so.
    if (FailureCause.of(failure) instanceof AppError refused) {
      throw refused;
    }
    // Such as a dispatcher that is just being stopped. It must not cost anybody a message; who
    // rejects one says so in the result.
    LOGGER.log(Level.WARNING, "hooks are not asked, as their dispatcher failed", failure);
    return nobody;
  }

  /**
   * Asks all plugins but one for what becomes of a value, one after the other in their order; a
   * plugin that fails leaves it as it is.
   */
  <T> Asked<T> askOthers(String butOne, HookName hook, T value, CallOfOne<T> call) {
    CompletionStage<T> changed = CompletableFuture.completedStage(value);
    for (String pluginId : handlersOf(hook)) {
      if (!pluginId.equals(butOne)) {
        changed = changed.thenCompose(before -> askOne(pluginId, hook, before, call));
      }
    }
    return new Asked<>(changed);
  }

  /** How one plugin is asked. */
  @FunctionalInterface
  interface CallOfOne<T> {
    CompletionStage<T> of(String pluginId, AsyncPluginHooks hooks, T value);
  }

  private <T> CompletionStage<T> askOne(
      String pluginId, HookName hook, T value, CallOfOne<T> call) {
    Optional<AsyncPluginHooks> hooks = to(pluginId);
    if (hooks.isEmpty()) {
      return CompletableFuture.completedStage(value);
    }
    return call.of(pluginId, hooks.get(), value)
        .exceptionally(
            failure -> {
              LOGGER.log(
                  Level.WARNING,
                  "plugin {0} is passed over, as its hook {1} failed: {2}",
                  pluginId,
                  hook,
                  FailureCause.of(failure).getMessage());
              return value;
            });
  }

  /** Tells all plugins. */
  void tell(BiConsumer<PluginHooks, PluginContext> call) {
    HookDispatcher bound = dispatcher.get();
    if (bound == null) {
      return;
    }
    try {
      call.accept(bound.blocking(), request.context());
    } catch (RuntimeException failure) {
      LOGGER.log(Level.WARNING, "plugins are not told, as their dispatcher failed", failure);
    }
  }
}
