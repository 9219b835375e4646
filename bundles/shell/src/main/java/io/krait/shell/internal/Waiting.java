package io.krait.shell.internal;

import io.krait.api.FailureCause;
import io.krait.api.management.ManagementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for what the manager does, and gives its errors on in one line. */
final class Waiting {
  private Waiting() {}

  static <T> T on(CompletableFuture<T> work, String what) throws CommandException {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(what + " goes on, but nobody waits for it any longer", e);
    } catch (ExecutionException e) {
      Throwable cause = FailureCause.of(e);
      if (cause instanceof ManagementException known) {
        throw CommandException.of(known);
      }
      throw new CommandException(what + ": " + cause, cause);
    }
  }
}
