package io.krait.runtime.internal.dispatch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Delivers notifications to one plugin, in order. Where the plugin keeps the order itself several
 * are under way, of which it hears one after the other; elsewhere one is.
 */
final class NotificationQueue {

  private record Notification(Delivery delivery, CompletableFuture<Void> done) {}

  /** Tells the plugin something; the plugin hears of it when it has dealt with what came before. */
  interface Delivery {
    CompletableFuture<Void> after(CompletableFuture<Void> before);
  }

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
  private final int window;
  private final Executor executor;
  private final Queue<Notification> waiting = new ArrayDeque<>();
  private final Flood flood;
  private long droppedInFlood;
  private boolean delivering;
  private int underWay;
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
  private boolean closed;

  /**
   * A queue.
   *
   * @param capacity how many may wait
   * @param window how many may be under way
   * @param executor delivers the first ones; whoever brings an answer delivers the next
   */
  NotificationQueue(int capacity, int window, Executor executor, Flood flood) {
    this.capacity = capacity;
    this.window = window;
    this.executor = executor;
    this.flood = flood;
  }

  /** Queues a notification; {@code done} is completed when it was dealt with, whatever its fate. */
  Fate offer(Delivery delivery, CompletableFuture<Void> done) {
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
        deliver = !delivering && underWay < window;
        delivering |= deliver;
      }
    }
    if (fate != Fate.QUEUED) {
      done.complete(null);
    }
    if (floodBegins) {
      flood.begins();
    }
    if (deliver) {
      beginDelivery();
    }
    return fate;
  }

  // Never on the caller's thread: a host does not wait for those that are merely told.
  private void beginDelivery() {
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

  /** Delivers as many as may be under way. One thread at a time is in here. */
  @SuppressWarnings("FutureReturnValueIgnored") // The next delivery follows whatever happens.
  private void deliver() {
    while (true) {
      Notification next;
      CompletableFuture<Void> before;
      long dropped = 0;
      synchronized (waiting) {
        if (droppedInFlood > 0 && waiting.size() <= capacity / 2) {
          dropped = droppedInFlood;
          droppedInFlood = 0;
        }
        next = underWay < window ? waiting.poll() : null;
        delivering = next != null;
        before = last;
        if (next != null) {
          underWay++;
          last = next.done();
        }
      }
      if (dropped > 0) {
        flood.ends(dropped);
      }
      if (next == null) {
        return;
      }
      CompletableFuture<Void> done = next.done();
      next.delivery().after(before).whenComplete((nothing, failure) -> delivered(done));
    }
  }

  private void delivered(CompletableFuture<Void> done) {
    done.complete(null);
    boolean deliver;
    synchronized (waiting) {
      underWay--;
      deliver = !delivering && (!waiting.isEmpty() || droppedInFlood > 0);
      delivering |= deliver;
    }
    if (deliver) {
      deliver();
    }
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
