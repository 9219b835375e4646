package io.krait.shell.internal;

import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for what the manager does, and gives its errors on in one line. */
final class Waiting {
  private Waiting() {}

  static <T> T on(CompletableFuture<T> work, String what) throws ManagementException {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ManagementException(
          Problem.SYSTEM, what + " goes on, but nobody waits for it any longer", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      while (cause.getCause() != null
          && !(cause instanceof ManagementException)
          && cause instanceof java.util.concurrent.CompletionException) {
        cause = cause.getCause();
      }
      if (cause instanceof ManagementException known) {
        throw new ManagementException(known.problem(), Printable.line(known.getMessage()), known);
      }
      throw new ManagementException(Problem.SYSTEM, Printable.line(what + ": " + cause), cause);
    }
  }
}
