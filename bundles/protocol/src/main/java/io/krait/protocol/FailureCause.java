package io.krait.protocol;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Finds what really happened, in the exceptions that carry it from one thread to another. */
public final class FailureCause {

  private FailureCause() {}

  /** What a future has failed with; {@code failure} itself where it carries nothing else. */
  public static Throwable of(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
