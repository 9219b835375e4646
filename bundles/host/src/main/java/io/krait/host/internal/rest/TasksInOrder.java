package io.krait.host.internal.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

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
  synchronized CompletionStage<Void> run(Runnable task) {
    try {
      last = last.exceptionally(failed -> null).thenRunAsync(task, workers);
    } catch (RejectedExecutionException stopping) {
      last = CompletableFuture.failedFuture(stopping);
    }
    return last;
  }
}
