package io.krait.runtime.internal.cluster;

import io.krait.protocol.SerialExecutor;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * What this node does with a plugin because of others: one thing after the other, each of which may
 * wait. Different plugins do not wait for one another.
 */
final class Lanes {

  private final Executor executor;
  private final Consumer<String> follow;
  private final Map<String, SerialExecutor> lanes = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  /**
   * Lanes on these threads.
   *
   * @param follow brings one plugin to what all nodes are to have
   */
  Lanes(Executor executor, Consumer<String> follow) {
    this.executor = executor;
    this.follow = follow;
  }

  private SerialExecutor lane(String id) {
    return lanes.computeIfAbsent(
        id, key -> new SerialExecutor(executor, "what other nodes want of a plugin"));
  }

  /** Brings a plugin to what all nodes are to have, as soon as that can be. */
  void follow(String id) {
    if (asked.add(id)) {
      lane(id)
          .tell(
              () -> {
                // Whatever changes from here on is followed once more.
                asked.remove(id);
                follow.accept(id);
              });
    }
  }

  /** Whether it was asked for, and has not begun. */
  boolean isAsked(String id) {
    return asked.contains(id);
  }

  /** Does something with a plugin when it is its turn. */
  <T> CompletableFuture<T> run(String id, Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      lane(id)
          .execute(
              () -> {
                try {
                  result.complete(task.call());
                } catch (Exception | LinkageError e) {
                  result.completeExceptionally(e);
                }
              });
    } catch (RejectedExecutionException stopped) {
      result.completeExceptionally(stopped);
    }
    return result;
  }
}
