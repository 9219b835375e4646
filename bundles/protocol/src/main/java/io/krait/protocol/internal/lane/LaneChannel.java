package io.krait.protocol.internal.lane;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;
import io.krait.api.Nullable;
import io.krait.protocol.TransportSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Streams of a lane as calls of a gRPC channel, each on a connection of its own, of which some are
 * kept for the next ones.
 */
final class LaneChannel extends Channel {

  /** How many connections are kept without a stream. */
  private static final int KEPT = 64;

  private final LaneLoops loops;
  private final Connector connector;
  private final Executor callbacks;
  private final ScheduledExecutorService timer;
  private final TransportSettings settings;

  private final Object lock = new Object();
  private final Deque<StreamConnection> idle = new ArrayDeque<>();
  private final Set<StreamConnection> busy = new HashSet<>();
  private boolean finishing;

  LaneChannel(
      LaneLoops loops,
      Connector connector,
      Executor callbacks,
      ScheduledExecutorService timer,
      TransportSettings settings) {
    this.loops = loops;
    this.connector = connector;
    this.callbacks = callbacks;
    this.timer = timer;
    this.settings = settings;
  }

  @Override
  public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
    return new LaneStream<>(this, method, options, callbacks, timer, settings);
  }

  @Override
  public String authority() {
    return "localhost";
  }

  /** A connection without a stream, to which it is given; null where there will be no more. */
  @Nullable StreamConnection take() {
    StreamConnection taken;
    boolean made = false;
    synchronized (lock) {
      if (finishing) {
        return null;
      }
      taken = idle.poll();
      if (taken == null) {
        made = true;
        taken = new StreamConnection(this, loops.next(), LaneClient.frameLimit(settings));
      }
      busy.add(taken);
    }
    if (made) {
      taken.connect(connector, timer);
    }
    return taken;
  }

  /** Takes a connection back whose stream has ended in both directions. */
  void giveBack(StreamConnection connection) {
    synchronized (lock) {
      if (!busy.remove(connection)) {
        return;
      }
      if (!finishing && idle.size() < KEPT) {
        idle.push(connection);
        return;
      }
      lock.notifyAll();
    }
    connection.close(null);
  }

  /** Forgets a connection that was closed. */
  void forget(StreamConnection connection) {
    synchronized (lock) {
      busy.remove(connection);
      idle.remove(connection);
      lock.notifyAll();
    }
  }

  /** Begins no more streams. */
  void finish() {
    List<StreamConnection> unused;
    synchronized (lock) {
      finishing = true;
      unused = List.copyOf(idle);
      idle.clear();
    }
    unused.forEach(connection -> connection.close(null));
  }

  void awaitEnd(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    synchronized (lock) {
      while (!busy.isEmpty()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return;
        }
        lock.wait(left);
      }
    }
  }

  /** Closes all connections; their streams fail. */
  void close() {
    List<StreamConnection> left;
    synchronized (lock) {
      left = new ArrayList<>(busy);
    }
    left.forEach(connection -> connection.close(null));
  }
}
