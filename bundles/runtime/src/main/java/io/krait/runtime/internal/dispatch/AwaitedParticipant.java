package io.krait.runtime.internal.dispatch;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookName;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/**
 * Stands in for a plugin of which another version is about to take part: HTTP requests wait for
 * that one. Hooks do not: what a plugin does while it is activated or deactivated may call hooks,
 * and would wait for itself.
 */
final class AwaitedParticipant extends Participant {

  private final CompletableFuture<Participant> successor = new CompletableFuture<>();

  AwaitedParticipant(
      Participant leaving,
      DispatchSettings settings,
      Guards guards,
      ScheduledExecutorService timer,
      Executor executor) {
    super(
        leaving.id(),
        leaving.priority(),
        leaving.handles(HookName.SERVE_HTTP) ? EnumSet.of(HookName.SERVE_HTTP) : Set.of(),
        leaving.hooks(),
        Optional.empty(),
        settings,
        guards,
        why -> {},
        timer,
        executor);
  }

  @Override
  boolean isThere() {
    return false;
  }

  @Override
  <T> CompletableFuture<T> call(
      HookName hook, Function<AsyncPluginHooks, CompletionStage<T>> call) {
    return CompletableFuture.failedFuture(stopped());
  }

  @Override
  <T> Flow.Publisher<T> stream(Function<AsyncPluginHooks, Flow.Publisher<T>> call) {
    return subscriber -> {
      AwaitedStream<T> stream = new AwaitedStream<>(subscriber);
      stream.begin();
      var unused =
          successor.whenComplete(
              (participant, failure) -> {
                if (participant == null) {
                  stream.onError(failure);
                } else {
                  stream.connect(() -> participant.stream(call));
                }
              });
    };
  }

  /** What waits goes to that one. */
  void follow(Participant participant) {
    if (participant.handles(HookName.SERVE_HTTP)) {
      successor.complete(participant);
    } else {
      close();
    }
  }

  /** Nobody follows: what waits fails. */
  @Override
  void close() {
    super.close();
    successor.completeExceptionally(stopped());
  }
}
