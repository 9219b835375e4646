package io.krait.runtime.internal.dispatch;

import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.FailurePolicy;
import io.krait.api.HookName;
import io.krait.api.HookWitness;
import io.krait.api.Nullable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The few ways in which hooks are called; which hook goes which way is generated. */
final class HookCalls {

  private static final int NOT_IMPLEMENTED = 501;

  private final Function<HookName, List<Participant>> handlers;
  private final Function<HookName, Asked> asked;
  private final String pluginId;
  private final @Nullable HookWitness witness;

  /**
   * Who is asked about a hook, as it is at one moment.
   *
   * @param participants in the order in which they are asked
   * @param refusal why nobody is asked, but the operation refused
   */
  record Asked(List<Participant> participants, Optional<AppError> refusal) {}

  private HookCalls(
      Function<HookName, Asked> asked, String pluginId, @Nullable HookWitness witness) {
    this.asked = asked;
    this.pluginId = pluginId;
    this.witness = witness;
    handlers = hook -> asked.apply(hook).participants();
  }

  /** Calls the plugins that {@code asked} gives for a hook, in that order. */
  static HookCalls ofAll(Function<HookName, Asked> asked) {
    return new HookCalls(asked, "", null);
  }

  /** As {@link #ofAll(Function)}, seen by a witness. */
  static HookCalls ofAll(Function<HookName, Asked> asked, HookWitness witness) {
    return new HookCalls(asked, "", witness);
  }

  /** Calls one plugin. */
  static HookCalls of(Participant participant) {
    return new HookCalls(
        hook ->
            new Asked(
                participant.handles(hook) ? List.of(participant) : List.of(), Optional.empty()),
        participant.id(),
        null);
  }

  /** Tells all plugins. */
  CompletionStage<Void> tell(
      HookName hook, Function<AsyncPluginHooks, CompletionStage<Void>> call) {
    return CompletableFuture.allOf(
        handlers.apply(hook).stream()
            .map(participant -> participant.tell(hook, call))
            .toArray(CompletableFuture[]::new));
  }

  /** Asks the one plugin; without it, or where it may fail, the answer is {@code absent}. */
  <T> CompletionStage<T> one(
      HookName hook,
      Function<AsyncPluginHooks, CompletionStage<T>> call,
      Supplier<@Nullable T> absent) {
    if (pluginId.isEmpty()) {
      return CompletableFuture.failedFuture(notForAll(hook));
    }
    List<Participant> found = handlers.apply(hook);
    if (found.isEmpty()) {
      return CompletableFuture.completedFuture(absent.get());
    }
    Participant participant = found.get(0);
    CompletableFuture<T> answer = participant.call(hook, call);
    if (hook.onFailure() == FailurePolicy.CLOSED) {
      return answer;
    }
    return answer.exceptionally(
        failure -> {
          participant.passedOver(hook, failure);
          return absent.get();
        });
  }

  /** Asks the one plugin; that it does not handle the hook is an error. */
  <T> CompletionStage<T> one(HookName hook, Function<AsyncPluginHooks, CompletionStage<T>> call) {
    if (pluginId.isEmpty()) {
      return CompletableFuture.failedFuture(notForAll(hook));
    }
    List<Participant> found = handlers.apply(hook);
    return found.isEmpty()
        ? CompletableFuture.failedFuture(notHandled(hook))
        : found.get(0).call(hook, call);
  }

  /** Connects to the one plugin. What comes of the stream is its subscriber's business. */
  <T> Flow.Publisher<T> stream(HookName hook, Function<AsyncPluginHooks, Flow.Publisher<T>> call) {
    if (pluginId.isEmpty()) {
      throw notForAll(hook);
    }
    List<Participant> found = handlers.apply(hook);
    if (found.isEmpty()) {
      throw notHandled(hook);
    }
    return found.get(0).stream(call);
  }

  /**
   * Asks one plugin after the other.
   *
   * @param start the answer where no plugin is asked
   * @param call asks a plugin, given what the ones before it have answered together
   * @param merge adds an answer to those
   * @param ends whether an answer ends the pass
   */
  <R> CompletionStage<R> fold(
      HookName hook,
      @Nullable R start,
      BiFunction<AsyncPluginHooks, R, CompletionStage<R>> call,
      BinaryOperator<R> merge,
      Predicate<R> ends) {
    Asked all = asked.apply(hook);
    if (all.refusal().isPresent()) {
      return CompletableFuture.failedFuture(all.refusal().get());
    }
    List<Participant> participants = all.participants();
    if (participants.isEmpty()) {
      return CompletableFuture.completedFuture(start);
    }
    Pass<R> pass = new Pass<>(hook, participants, call, merge, ends, witness);
    pass.ask(0, start);
    return pass;
  }

  private AppError notHandled(HookName hook) {
    return AppError.builder()
        .id("plugin.hook.not_implemented")
        .message("plugin %s does not handle %s".formatted(pluginId, hook.hookName()))
        .where(hook.hookName())
        .statusCode(NOT_IMPLEMENTED)
        .build();
  }

  private static AppError notForAll(HookName hook) {
    return AppError.builder()
        .id("plugin.hook.single")
        .message(
            "%s is for one plugin; name it when asking the dispatcher".formatted(hook.hookName()))
        .where(hook.hookName())
        .statusCode(NOT_IMPLEMENTED)
        .build();
  }
}
