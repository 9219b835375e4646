package io.krait.runtime.internal.dispatch;

import io.krait.api.AppError;
import io.krait.api.FailureCause;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** The ways between calls that wait and calls that do not. */
final class Later {

  private static final int SERVICE_UNAVAILABLE = 503;
  private static final int INTERNAL_ERROR = 500;

  private Later() {}

  /** Waits; a waiting thread that is interrupted stays so, and ends the call. */
  static <T> T await(String hook, CompletionStage<T> stage) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw AppError.builder()
          .id("plugin.hook.interrupted")
          .message("the server stopped waiting for " + hook)
          .where(hook)
          .statusCode(SERVICE_UNAVAILABLE)
          .cause(e)
          .build();
    } catch (ExecutionException | CancellationException e) {
      Throwable cause = FailureCause.of(e);
      if (cause instanceof AppError error) {
        // The stack of the caller helps more than that of the thread that got the answer.
        throw error.toBuilder().cause(error).build();
      }
      throw AppError.builder()
          .id("plugin.hook.failed")
          .message("the call of " + hook + " failed")
          .detailedError(String.valueOf(cause))
          .where(hook)
          .statusCode(INTERNAL_ERROR)
          .cause(cause)
          .build();
    }
  }

  static <T> CompletableFuture<T> call(Executor executor, Supplier<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      executor.execute(
          () -> {
            if (result.isDone()) {
              return;
            }
            try {
              result.complete(call.get());
            } catch (Throwable failure) { // Whatever a plugin throws, its caller must hear of it.
              result.completeExceptionally(failure);
            }
          });
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(
          AppError.builder()
              .id("plugin.hook.busy")
              .message("too many calls of plugins are waiting, or the server is stopping")
              .statusCode(SERVICE_UNAVAILABLE)
              .cause(e)
              .build());
    }
    return result;
  }

  static CompletableFuture<Void> run(Executor executor, Runnable call) {
    return call(
        executor,
        () -> {
          call.run();
          return null;
        });
  }
}
