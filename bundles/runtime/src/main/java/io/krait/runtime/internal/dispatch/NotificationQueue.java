package io.krait.runtime.internal.dispatch;

import io.krait.api.Nullable;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Delivers notifications to one plugin, one after the other and in order. */
final class NotificationQueue {

  private record Notification(
      Supplier<CompletableFuture<Void>> delivery, CompletableFuture<Void> done) {}

  private final int capacity;
  private final Executor executor;
  private final Queue<Notification> waiting = new ArrayDeque<>();
  private boolean delivering;
  private boolean closed;

  NotificationQueue(int capacity, Executor executor) {
    this.capacity = capacity;
    this.executor = executor;
  }

  /** Whether there was room; {@code done} is completed when the delivery has ended. */
  boolean offer(Supplier<CompletableFuture<Void>> delivery, CompletableFuture<Void> done) {
    synchronized (waiting) {
      if (closed || waiting.size() >= capacity) {
        return false;
      }
      waiting.add(new Notification(delivery, done));
      if (delivering) {
        return true;
      }
      delivering = true;
    }
    deliverNext();
    return true;
  }

  // Never on the caller's thread: a host does not wait for those that are merely told.
  private void deliverNext() {
    try {
      executor.execute(this::deliver);
    } catch (RejectedExecutionException busy) {
      // The rest of the queue would wait for ever.
      forgetAll();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The next delivery follows whatever happens.
  private void deliver() {
    @Nullable Notification next;
    synchronized (waiting) {
      next = waiting.poll();
      if (next == null) {
        delivering = false;
        return;
      }
    }
    CompletableFuture<Void> done = next.done();
    next.delivery()
        .get()
        .whenComplete(
            (nothing, failure) -> {
              done.complete(null);
              deliverNext();
            });
  }

  private void forgetAll() {
    Queue<Notification> forgotten;
    synchronized (waiting) {
      forgotten = new ArrayDeque<>(waiting);
      waiting.clear();
      delivering = false;
    }
    forgotten.forEach(notification -> notification.done().complete(null));
  }

  void close() {
    synchronized (waiting) {
      closed = true;
    }
    forgetAll();
  }
}
