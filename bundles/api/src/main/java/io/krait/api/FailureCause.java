package io.krait.api;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Finds and tells what really happened, in the exceptions that carry it between threads: those with
 * which the futures of hooks and of the {@link io.krait.api.management.PluginManager} fail.
 */
public final class FailureCause {

  private FailureCause() {}

  /**
   * What a future has failed with.
   *
   * @param failure as a future's {@code get} or {@code join} throws it, or as its stages see it
   * @return what lies below all that only carries it; {@code failure} itself where it carries
   *     nothing else
   */
  public static Throwable of(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /**
   * What happened in the words of whoever has failed, on one line and for a text that says where.
   * Of an {@link AppError} that is its message and its details: what is for programs is left out.
   */
  public static String text(Throwable failure) {
    Throwable cause = of(failure);
    return cause instanceof AppError error
        ? line(error)
        : line(cause.getMessage() == null ? cause.toString() : cause.getMessage());
  }

  private static String line(AppError error) {
    if (error.message().isBlank()) {
      return line(error.getMessage());
    }
    String details = error.detailedError().isBlank() ? "" : " (" + error.detailedError() + ")";
    return line(error.message() + details);
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
