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

  /** What has become of a notification. */
  enum Fate {
    QUEUED,
    /** There was no room. */
    DROPPED,
    /** Nobody is to be told any more. */
    FORGOTTEN
  }

  /** Hears of floods: times in which more comes than is delivered. */
  interface Flood {

    /** The first notification is dropped. */
    void begins();

    /** There is room again, for half of what the queue can take. */
    void ends(long dropped);
  }

  private final int capacity;
  private final Executor executor;
  private final Queue<Notification> waiting = new ArrayDeque<>();
  private final Flood flood;
  private long droppedInFlood;
  private boolean delivering;
  private boolean closed;

  NotificationQueue(int capacity, Executor executor, Flood flood) {
    this.capacity = capacity;
    this.executor = executor;
    this.flood = flood;
  }

  /** Queues a notification; {@code done} is completed when it was dealt with, whatever its fate. */
  Fate offer(Supplier<CompletableFuture<Void>> delivery, CompletableFuture<Void> done) {
    boolean floodBegins = false;
    boolean deliver = false;
    Fate fate;
    synchronized (waiting) {
      if (closed) {
        fate = Fate.FORGOTTEN;
      } else if (waiting.size() >= capacity) {
        fate = Fate.DROPPED;
        floodBegins = droppedInFlood++ == 0;
      } else {
        fate = Fate.QUEUED;
        waiting.add(new Notification(delivery, done));
        deliver = !delivering;
        delivering = true;
      }
    }
    if (fate != Fate.QUEUED) {
      done.complete(null);
    }
    if (floodBegins) {
      flood.begins();
    }
    if (deliver) {
      deliverNext();
    }
    return fate;
  }

  // Never on the caller's thread: a host does not wait for those that are merely told.
  private void deliverNext() {
    try {
      executor.execute(this::deliver);
    } catch (RejectedExecutionException busy) {
      // The rest of the queue would wait for ever.
      int forgotten = forgetAll();
      boolean floodBegins;
      synchronized (waiting) {
        floodBegins = forgotten > 0 && droppedInFlood == 0 && !closed;
        droppedInFlood += forgotten;
      }
      if (floodBegins) {
        flood.begins();
      }
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The next delivery follows whatever happens.
  private void deliver() {
    @Nullable Notification next;
    long dropped = 0;
    synchronized (waiting) {
      if (droppedInFlood > 0 && waiting.size() <= capacity / 2) {
        dropped = droppedInFlood;
        droppedInFlood = 0;
      }
      next = waiting.poll();
      delivering = next != null;
    }
    if (dropped > 0) {
      flood.ends(dropped);
    }
    if (next == null) {
      return;
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

  private int forgetAll() {
    Queue<Notification> forgotten;
    synchronized (waiting) {
      forgotten = new ArrayDeque<>(waiting);
      waiting.clear();
      delivering = false;
    }
    forgotten.forEach(notification -> notification.done().complete(null));
    return forgotten.size();
  }

  void close() {
    synchronized (waiting) {
      closed = true;
    }
    int unused = forgetAll();
  }
}
