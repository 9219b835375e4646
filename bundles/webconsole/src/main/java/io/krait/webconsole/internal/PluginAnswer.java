package io.krait.webconsole.internal;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what a plugin has to say, no longer than somebody in front of a page does. */
final class PluginAnswer {

  private static final int SECONDS = 5;

  private PluginAnswer() {}

  /** What it says; empty where it says nothing so soon. Its log has it in any case. */
  static Optional<String> soon(CompletionStage<Optional<String>> answer) {
    try {
      return answer.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }
}
