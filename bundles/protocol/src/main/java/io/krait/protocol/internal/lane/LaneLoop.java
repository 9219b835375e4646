package io.krait.protocol.internal.lane;

import io.krait.api.Nullable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads and writes some connections, and tells callers of their answers, all on one thread: handing
 * an answer over to another thread would cost more than the rest of a short call.
 *
 * <p>What is told may be code that is not ours, and may block. The thread that leads the loop is
 * then relieved: another one takes over as it stands, and the blocked one ends when it comes back.
 */
final class LaneLoop {

  private static final System.Logger LOG = System.getLogger(LaneLoop.class.getName());

  private static final int INPUT = 256 << 10;

  /** How often those that are not read from find out whether the peer is still there. */
  private static final long LOOK_MILLIS = 250;

  /** After so many callers were told, what they have sent is written. */
  private static final int TOLD_TOGETHER = 8;

  /** What has something to do when its channel is ready; called by the leader. */
  interface Ready {
    void ready(SelectionKey key, ByteBuffer input);

    /** It has thrown something. */
    void failed(Throwable failure);
  }

  private final Selector selector;
  private final ByteBuffer input = ByteBuffer.allocateDirect(INPUT);
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Queue<LaneConnection> corked = new ConcurrentLinkedQueue<>();
  private final Set<LaneConnection> paused = ConcurrentHashMap.newKeySet();
  private final Runnable whenTelling;

  private final AtomicLong told = new AtomicLong();
  private volatile @Nullable Lead lead;
  private volatile boolean closing;

  /** Touched by the leader only. */
  private long lastLook;

  /** One thread's time as the leader, so that one that was relieved cannot take itself for it. */
  private static final class Lead {
    final Thread thread = Thread.currentThread();

    /** Whether it is in the loop's own code, or with somebody whom it tells something. */
    final AtomicReference<Place> place = new AtomicReference<>(Place.LOOP);
  }

  private enum Place {
    LOOP,
    TELLING,
    RELIEVED
  }

  /**
   * A loop that nobody leads yet.
   *
   * @param whenTelling called when it is seen that somebody is told something, so that it is
   *     watched
   */
  LaneLoop(Runnable whenTelling) throws IOException {
    this.whenTelling = whenTelling;
    selector = Selector.open();
  }

  /** Leads the loop until another thread takes over, or the loop is closed. */
  void lead() {
    Lead own = new Lead();
    lead = own;
    try {
      while (runTasks(own)) {
        uncork();
        if (closing) {
          end(own);
          return;
        }
        turn();
      }
    } catch (IOException | ClosedSelectorException e) {
      LOG.log(Level.ERROR, "connections on the lane cannot be read any more", e);
      closeAll();
    }
  }

  /**
   * Takes the place of a leader who has not come back from where {@code progress} was read.
   *
   * @return false where the leader has come back meanwhile
   */
  boolean takeOver(long progress) {
    Lead stuck = lead;
    if (stuck == null
        || told.get() != progress
        || !stuck.place.compareAndSet(Place.TELLING, Place.RELIEVED)) {
      return false;
    }
    lead();
    return true;
  }

  // What fails here has failed for one connection, or for want of memory, and the others go on.
  private void turn() throws IOException {
    try {
      if (!tasks.isEmpty()) {
        selector.selectNow(this::ready);
      } else if (paused.isEmpty()) {
        selector.select(this::ready);
      } else {
        selector.select(this::ready, LOOK_MILLIS);
        lookAtPaused();
      }
    } catch (ClosedSelectorException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "one turn of a loop of the lane has failed", e);
    }
  }

  /** Ends it with all of its connections, where it cannot go on or is not begun. */
  void closeAll() {
    try {
      List<SelectionKey> keys = List.copyOf(selector.keys());
      selector.close();
      for (SelectionKey key : keys) {
        if (key.attachment() instanceof LaneConnection connection) {
          connection.close(null);
        }
      }
    } catch (IOException | ClosedSelectorException e) {
      LOG.log(Level.DEBUG, "a loop of the lane is closed already", e);
    }
  }

  private void lookAtPaused() {
    long now = System.nanoTime();
    if (now - lastLook >= TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
      lastLook = now;
      for (LaneConnection connection : paused) {
        try {
          connection.look();
        } catch (RuntimeException | Error e) {
          connection.failed(e);
        }
      }
    }
  }

  private void ready(SelectionKey key) {
    if (key.attachment() instanceof Ready attached) {
      try {
        attached.ready(key, input);
      } catch (RuntimeException | Error e) {
        // As where there is no memory for what has come: that must not end it for all others.
        attached.failed(e);
      }
    }
  }

  /** Runs what is to be run; false where this thread was relieved meanwhile. */
  private boolean runTasks(Lead own) {
    int count = 0;
    Runnable task = tasks.poll();
    while (task != null) {
      told.lazySet(told.get() + 1);
      own.place.set(Place.TELLING);
      // Not before, as the watch goes to sleep after a last look at where the leader is.
      whenTelling.run();
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        LOG.log(Level.ERROR, "somebody who was told of an answer has failed", e);
      }
      if (!own.place.compareAndSet(Place.TELLING, Place.LOOP)) {
        return false;
      }
      if (++count % TOLD_TOGETHER == 0) {
        uncork();
      }
      task = tasks.poll();
    }
    return true;
  }

  private void uncork() {
    LaneConnection connection;
    while ((connection = corked.poll()) != null) {
      try {
        connection.uncork();
      } catch (RuntimeException | Error e) {
        connection.failed(e);
      }
    }
  }

  /** A number that changes as long as the loop goes on; negative while it tells nobody anything. */
  long progress() {
    Lead current = lead;
    return current != null && current.place.get() == Place.TELLING ? told.get() : -1;
  }

  /** Who leads it. */
  @Nullable Thread leader() {
    Lead current = lead;
    return current == null ? null : current.thread;
  }

  /** Has {@code task} run by the leader. It may block, which it should not for long. */
  void tell(Runnable task) {
    tasks.add(task);
    wakeUp();
  }

  /**
   * Has {@code connection} write later what it has, together with what follows.
   *
   * @return false where the caller has to write it, as it is not the leader
   */
  boolean cork(LaneConnection connection) {
    if (!isLed()) {
      return false;
    }
    corked.add(connection);
    // Relieved in between: the new leader may have looked before.
    wakeUp();
    return true;
  }

  /** Whether the calling thread leads the loop, and writes what is corked when it gets to it. */
  boolean isLed() {
    Lead current = lead;
    return current != null && current.thread == Thread.currentThread();
  }

  /** Has the leader look at {@code channel}. */
  SelectionKey register(SelectableChannel channel, int interest, Ready attached)
      throws IOException {
    SelectionKey key;
    try {
      key = channel.register(selector, interest, attached);
    } catch (ClosedSelectorException e) {
      throw new IOException("the transport is closed", e);
    }
    wakeUp();
    return key;
  }

  /** Has the leader look now and then whether the peer of {@code connection} is still there. */
  void watch(LaneConnection connection) {
    paused.add(connection);
    wakeUp();
  }

  /** Has nobody look any more. */
  void unwatch(LaneConnection connection) {
    paused.remove(connection);
  }

  /** Has the leader see what was changed in a key, or that a channel was closed. */
  void wakeUp() {
    if (!isLed()) {
      selector.wakeup();
    }
  }

  /** Ends the loop, after what is to be run; its connections are closed before. */
  void close() {
    closing = true;
    selector.wakeup();
  }

  private void end(Lead own) throws IOException {
    selector.close();
    if (runTasks(own)) {
      lead = null;
    }
  }
}
