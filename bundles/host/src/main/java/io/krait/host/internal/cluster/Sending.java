package io.krait.host.internal.cluster;

import io.krait.api.AppError;
import io.krait.api.host.ClusterMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Messages of this node that wait to be kept, in their order. What was written without an answer is
 * written again, under the same numbers. {@link #step} is called by one thread, or by a test; all
 * else is safe for use from any thread.
 */
final class Sending {

  private static final int MOST_WAITING = 10_000;
  private static final long MOST_WAITING_BYTES = 64L << 20;
  private static final int MOST_AT_ONCE = 500;
  private static final int MOST_BYTES_AT_ONCE = 2 << 20;

  /** Numbers begin with the epoch, in milliseconds, and there are so many for each of these. */
  private static final int BITS_OF_COUNTER = 20;

  private record Waiting(ClusterMessage message, CompletableFuture<Void> done) {}

  private final Membership membership;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private boolean closed;

  // Of the thread that sends.
  private long lastNumber;
  private List<Waiting> unanswered = List.of();
  private List<Entry> unansweredEntries = List.of();

  Sending(Membership membership) {
    this.membership = membership;
  }

  /** Takes a message; does not wait. */
  CompletionStage<Void> add(ClusterMessage message) {
    Waiting added = new Waiting(message, new CompletableFuture<>());
    synchronized (this) {
      if (closed) {
        return CompletableFuture.failedStage(away("this node stops"));
      }
      if (waiting.size() >= MOST_WAITING
          || waitingBytes + message.data().size() > MOST_WAITING_BYTES) {
        return CompletableFuture.failedStage(away("too many events wait to be sent"));
      }
      waiting.add(added);
      waitingBytes += message.data().size();
      notifyAll();
    }
    return added.done();
  }

  private static AppError away(String why) {
    return AppError.of("app.cluster.away.app_error", why, 503);
  }

  /** Returns when there is something to do, or after {@code millis}. */
  synchronized void await(long millis) throws InterruptedException {
    if (waiting.isEmpty() && unanswered.isEmpty() && !closed) {
      wait(millis);
    }
  }

  /** Whether all that was added is kept. */
  synchronized boolean isIdle() {
    return waiting.isEmpty() && unanswered.isEmpty();
  }

  /**
   * Sends some of what waits.
   *
   * @return whether something was sent
   * @throws StoreException where it may be sent, and is tried again by the next step
   */
  boolean step(EventStore store) throws StoreException {
    if (membership.epoch() == 0) {
      return false;
    }
    List<String> quick = new ArrayList<>();
    List<Waiting> taken = new ArrayList<>();
    if (unanswered.isEmpty()) {
      take(taken, quick);
    }
    if (unansweredEntries.isEmpty() && quick.isEmpty()) {
      return false;
    }
    boolean kept;
    try {
      kept = store.append(membership.node(), membership.epoch(), unansweredEntries, quick);
    } finally {
      // Whether they have arrived or not: nobody was promised that.
      taken.forEach(each -> each.done().complete(null));
    }
    if (!kept) {
      membership.takesPart(0);
      return false;
    }
    List<Waiting> answered = unanswered;
    synchronized (this) {
      unanswered = List.of();
    }
    unansweredEntries = List.of();
    answered.forEach(each -> each.done().complete(null));
    return true;
  }

  private synchronized void take(List<Waiting> quickOnes, List<String> quick) {
    List<Waiting> reliable = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    long bytes = 0;
    while (!waiting.isEmpty() && entries.size() + quick.size() < MOST_AT_ONCE) {
      Waiting next = waiting.peek();
      int size = next.message().data().size();
      if (bytes > 0 && bytes + size > MOST_BYTES_AT_ONCE) {
        break;
      }
      waiting.remove();
      waitingBytes -= size;
      bytes += size;
      lastNumber = Math.max(lastNumber + 1, membership.epoch() << BITS_OF_COUNTER);
      Entry entry = new Entry(membership.node(), lastNumber, next.message());
      Optional<String> text =
          next.message().reliable() ? Optional.empty() : QuickEvents.write(entry);
      if (text.isPresent()) {
        quick.add(text.get());
        quickOnes.add(next);
      } else {
        entries.add(entry);
        reliable.add(next);
      }
    }
    unanswered = reliable;
    unansweredEntries = entries;
  }

  /** Takes no more; what waits has failed. */
  void close() {
    List<Waiting> lost = new ArrayList<>();
    synchronized (this) {
      closed = true;
      lost.addAll(unanswered);
      lost.addAll(waiting);
      waiting.clear();
      notifyAll();
    }
    lost.forEach(each -> each.done().completeExceptionally(away("this node stops")));
  }
}
