package io.krait.deploy.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Does what concerns one thing in the order in which it was asked for, while other things are dealt
 * with side by side. Work begins on the one thread of the sequencer, which never waits for it to
 * end: so a plugin that is slow to start holds up nobody else.
 *
 * @param <K> what work concerns
 */
final class Sequencer<K> {
  private static final long END_SECONDS = 10;

  private final ScheduledExecutorService executor;
  private final Map<K, CompletableFuture<?>> last = new HashMap<>();

  Sequencer(String threadName) {
    executor =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, threadName);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins work as soon as all earlier work that concerns {@code key} has ended, well or not. */
  synchronized void submit(K key, Supplier<? extends CompletionStage<?>> work) {
    if (executor.isShutdown()) {
      return;
    }
    CompletableFuture<?> before = last.getOrDefault(key, CompletableFuture.completedFuture(null));
    CompletableFuture<Object> now =
        before
            .handle((result, failure) -> failure)
            .thenComposeAsync(ignored -> work.get().thenApply(result -> result), executor);
    last.put(key, now);
    now.whenComplete((result, failure) -> forget(key, now));
  }

  /** Submits the work after that time. */
  void submitLater(long millis, K key, Supplier<? extends CompletionStage<?>> work) {
    if (!executor.isShutdown()) {
      executor.schedule(() -> submit(key, work), millis, TimeUnit.MILLISECONDS);
    }
  }

  /** Begins nothing more, and waits for what its own thread does at the moment. */
  void close() throws InterruptedException {
    executor.shutdownNow();
    if (!executor.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "the deployment of a plugin has not ended within %d s".formatted(END_SECONDS));
    }
  }

  private synchronized void forget(K key, CompletableFuture<?> work) {
    last.remove(key, work);
  }
}
