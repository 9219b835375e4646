package io.krait.host.internal.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Has others work for one connection: each task begins when the one before has ended, however that
 * ended. Safe for use from any thread.
 */
final class TasksInOrder {

  private final Executor workers;
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  TasksInOrder(Executor workers) {
    this.workers = workers;
  }

  /** When the task has ended, or has not begun as nobody works any more. */
  CompletionStage<Void> run(Runnable task) {
    return begin(
        () -> {
          task.run();
          return CompletableFuture.completedStage(null);
        });
  }

  /** As {@link #run}; the task ends with what it gives back, for which nobody's thread waits. */
  synchronized CompletionStage<Void> begin(Supplier<? extends CompletionStage<?>> task) {
    try {
      last =
          last.exceptionally(failed -> null)
              .thenComposeAsync(nothing -> task.get().<Void>thenApply(ended -> null), workers);
    } catch (RejectedExecutionException stopping) {
      last = CompletableFuture.failedFuture(stopping);
    }
    return last;
  }
}
