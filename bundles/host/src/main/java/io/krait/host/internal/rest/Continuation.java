package io.krait.host.internal.rest;

import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.serving.Exchanges;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * How a page goes on when something has come that no thread has waited for. Safe for use from any
 * thread.
 */
final class Continuation {

  private final DispatchedHooks hooks;
  private final Executor workers;
  private final Exchanges exchanges;

  Continuation(DispatchedHooks hooks, Executor workers, Exchanges exchanges) {
    this.hooks = hooks;
    this.workers = workers;
    this.exchanges = exchanges;
  }

  /** Runs what may wait for the database, in the request that the calling thread is in now. */
  Executor here() {
    return hooks.carrying(workers);
  }

  /** What {@code next} makes of what is to come. */
  <A, B> CompletionStage<B> then(CompletionStage<A> coming, Function<A, B> next) {
    return new Asked<>(coming).then(here(), next);
  }

  /**
   * What comes, or what {@code late} says where nothing has come in that time. What was to come
   * goes on then.
   */
  <A> CompletionStage<A> atMost(Duration time, CompletionStage<A> coming, Callable<A> late) {
    CompletableFuture<A> first = new CompletableFuture<>();
    Exchanges.Cancellation bell =
        exchanges.later(
            time,
            () -> {
              try {
                first.complete(late.call());
              } catch (Exception failure) {
                first.completeExceptionally(failure);
              }
            });
    var unused =
        coming.whenComplete(
            (value, failure) -> {
              bell.cancel();
              if (failure == null) {
                first.complete(value);
              } else {
                first.completeExceptionally(failure);
              }
            });
    return first;
  }
}
