package io.krait.runtime.internal.life;

import io.krait.api.FailureCause;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.runtime.internal.plugins.InstallException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * What was asked of one plugin, done in that order: each step begins when the one before has ended,
 * however long that takes. All of it runs on the plugin's queue.
 */
final class Operations {

  // Far more than a person asks for, and little enough for a program that never stops asking.
  private static final int MOST_WAITING = 100;

  private final String pluginId;
  private final Executor queue;
  private final Executor executor;
  private final Supplier<ManagedPlugin> plugin;
  private final Deque<Operation> waiting = new ArrayDeque<>();
  private boolean running;

  /** What is done; its stage may take its time. */
  @FunctionalInterface
  interface Step {
    CompletionStage<Void> begin() throws ManagementException, InstallException, IOException;
  }

  private record Operation(Step step, CompletableFuture<ManagedPlugin> result) {}

  /**
   * The operations of one plugin.
   *
   * @param executor completes results, as whoever waits for them may take its time
   * @param plugin what results are completed with
   */
  Operations(String pluginId, Executor queue, Executor executor, Supplier<ManagedPlugin> plugin) {
    this.pluginId = pluginId;
    this.queue = queue;
    this.executor = executor;
    this.plugin = plugin;
  }

  /**
   * Has a step done after all that was asked for before.
   *
   * @param first run at once, whatever is being done
   */
  CompletableFuture<ManagedPlugin> ask(Runnable first, Step step) {
    CompletableFuture<ManagedPlugin> result = new CompletableFuture<>();
    queue.execute(
        () -> {
          first.run();
          if (waiting.size() >= MOST_WAITING) {
            fail(
                result,
                new ManagementException(
                    Problem.CONFLICT,
                    "plugin %s: %d requests wait already; try again later"
                        .formatted(pluginId, MOST_WAITING)));
            return;
          }
          waiting.addLast(new Operation(step, result));
          if (!running) {
            next();
          }
        });
    return result;
  }

  private void next() {
    Operation operation = waiting.pollFirst();
    running = operation != null;
    if (operation != null) {
      run(operation);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Everything ends in the result.
  private void run(Operation operation) {
    begun(operation.step())
        .whenCompleteAsync(
            (nothing, failure) -> {
              if (failure == null) {
                ManagedPlugin state = plugin.get();
                handOver(() -> operation.result().complete(state));
              } else {
                fail(operation.result(), managementException(failure));
              }
              next();
            },
            queue);
  }

  /** Begins a step; what it throws is its failure. */
  static CompletionStage<Void> begun(Step step) {
    try {
      return step.begin();
    } catch (ManagementException | InstallException | IOException | RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private void fail(CompletableFuture<ManagedPlugin> result, ManagementException failure) {
    handOver(() -> result.completeExceptionally(failure));
  }

  private void handOver(Runnable completion) {
    try {
      executor.execute(completion);
    } catch (RejectedExecutionException stopping) {
      completion.run();
    }
  }

  private ManagementException managementException(Throwable failure) {
    Throwable cause = FailureCause.of(failure);
    if (cause instanceof ManagementException known) {
      return known;
    }
    if (cause instanceof InstallException refusal) {
      return new ManagementException(
          refusal.isConflict() ? Problem.CONFLICT : Problem.INVALID, refusal.getMessage(), refusal);
    }
    return new ManagementException(
        Problem.SYSTEM, "plugin %s: %s".formatted(pluginId, cause), cause);
  }
}
