package io.krait.runtime.internal.dispatch;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.FailurePolicy;
import io.krait.api.HookName;
import io.krait.api.HookWitness;
import io.krait.api.Nullable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/** One value on its way through several plugins. Cancelling it ends the call that is made. */
final class Pass<R> extends AskingPass<R> {

  private final HookName hook;
  private final List<Participant> participants;
  private final BiFunction<AsyncPluginHooks, R, CompletionStage<R>> call;
  private final BinaryOperator<R> merge;
  private final Predicate<R> ends;
  private final @Nullable HookWitness witness;

  Pass(
      HookName hook,
      List<Participant> participants,
      BiFunction<AsyncPluginHooks, R, CompletionStage<R>> call,
      BinaryOperator<R> merge,
      Predicate<R> ends,
      @Nullable HookWitness witness) {
    this.hook = hook;
    this.participants = participants;
    this.call = call;
    this.merge = merge;
    this.ends = ends;
    this.witness = witness;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Everything ends in this future.
  void ask(int index, @Nullable R soFar) {
    if (index == participants.size()) {
      complete(soFar);
      return;
    }
    Participant participant = participants.get(index);
    long begun = System.nanoTime();
    CompletableFuture<R> answer = participant.call(hook, hooks -> call.apply(hooks, soFar));
    asking(answer);
    answer.whenComplete(
        (value, failure) -> {
          if (isDone()) {
            return;
          }
          try {
            answered(index, soFar, value, failure, Duration.ofNanos(System.nanoTime() - begun));
          } catch (RuntimeException | LinkageError ours) {
            completeExceptionally(ours);
          }
        });
  }

  private void answered(
      int index, @Nullable R soFar, @Nullable R value, @Nullable Throwable failure, Duration took) {
    Participant participant = participants.get(index);
    if (failure != null) {
      failed(index, soFar, failure, took);
      return;
    }
    R merged;
    boolean last;
    try {
      last = ends.test(value);
      merged = merge.apply(soFar, value);
    } catch (RuntimeException unusable) {
      participant.counter(hook).unusable();
      failed(index, soFar, participant.error(hook, unusable), took);
      return;
    }
    if (witness != null && merged != null) {
      witness.answered(participant.id(), hook, took, merged);
    }
    if (last) {
      participant.decided(hook);
      complete(merged);
    } else {
      ask(index + 1, merged);
    }
  }

  private void failed(int index, @Nullable R soFar, Throwable failure, Duration took) {
    Participant participant = participants.get(index);
    if (witness != null) {
      witness.failed(participant.id(), hook, took);
    }
    if (participant.policy(hook, failure) == FailurePolicy.CLOSED) {
      completeExceptionally(failure);
    } else {
      participant.passedOver(hook, failure);
      ask(index + 1, soFar);
    }
  }
}
