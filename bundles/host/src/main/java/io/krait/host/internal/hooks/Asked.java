package io.krait.host.internal.hooks;

import io.krait.api.AppError;
import io.krait.api.FailureCause;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What others have been asked, plugins above all, and have still to answer.
 *
 * @param answer completes on a thread of theirs, which must not be held up
 */
public record Asked<T>(CompletionStage<T> answer) {

  /** This answer is there already. */
  public static <T> Asked<T> nobody(T value) {
    return new Asked<>(CompletableFuture.completedStage(value));
  }

  /**
   * What {@code next} makes of the answer: at once where it is there, else by {@code executor}. A
   * failure goes on there as well, so that nobody who follows runs on a thread of those who were
   * asked.
   */
  public <B> CompletionStage<B> then(Executor executor, Function<T, B> next) {
    CompletableFuture<B> made = new CompletableFuture<>();
    Executor there = answer.toCompletableFuture().isDone() ? Runnable::run : executor;
    var unused =
        answer.whenCompleteAsync(
            (value, failure) -> {
              if (failure != null) {
                made.completeExceptionally(FailureCause.of(failure));
                return;
              }
              B result;
              try {
                result = next.apply(value);
              } catch (Throwable failed) {
                made.completeExceptionally(failed);
                return;
              }
              made.complete(result);
            },
            there);
    return made;
  }

  /** As {@link #then}, where what follows asks somebody itself. */
  public <B> CompletionStage<B> thenAsk(Executor executor, Function<T, CompletionStage<B>> next) {
    return then(executor, next).thenCompose(Function.identity());
  }

  /**
   * Waits for the answer.
   *
   * @throws AppError as the answer says; with status 503 where the thread is interrupted, and
   *     nobody has to answer any more
   */
  public T await() {
    CompletableFuture<T> coming = answer.toCompletableFuture();
    try {
      return coming.get();
    } catch (ExecutionException failure) {
      Throwable cause = FailureCause.of(failure);
      if (cause instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException(cause);
    } catch (InterruptedException interrupted) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw AppError.of(
          "app.plugin.interrupted.app_error", "the server is being stopped; try again later", 503);
    }
  }
}
