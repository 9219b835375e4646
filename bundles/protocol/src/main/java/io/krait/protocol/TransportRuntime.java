package io.krait.protocol;

import io.krait.api.Nullable;
import io.krait.protocol.internal.KraitThreads;
import io.krait.protocol.internal.OwnThread;
import io.krait.protocol.internal.lane.LaneLoops;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Owns every thread that the transport uses, and knows every channel and server that is open on
 * them. Closing it closes those first and returns when no thread is left.
 *
 * <p>A thread of the host never enters gRPC: it hands over to one of these and waits.
 */
public final class TransportRuntime implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(TransportRuntime.class.getName());

  private static final Duration LOOPS_END_WITHIN = Duration.ofSeconds(5);

  private final Duration handlersEndWithin;
  private final EventLoopGroup eventLoops;
  private final ExecutorService handlers;
  private final ExecutorService callbacks;
  private final ScheduledThreadPoolExecutor timer;
  private final int laneLoops;
  private final int maxCallbackThreads;
  private @Nullable LaneLoops lanes;
  private final Set<OpenChannel> channels = ConcurrentHashMap.newKeySet();
  private final Set<BoundServer> servers = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);

  private TransportRuntime(Builder builder) {
    handlersEndWithin = builder.handlersEndWithin;
    laneLoops = builder.eventLoops;
    maxCallbackThreads = builder.maxCallbackThreads;
    eventLoops =
        new MultiThreadIoEventLoopGroup(
            builder.eventLoops, KraitThreads.platform("krait-io-"), NioIoHandler.newFactory());
    handlers = KraitThreads.executor("krait-handler-", builder.maxHandlerThreads);
    callbacks = KraitThreads.executor("krait-callback-", builder.maxCallbackThreads);
    timer = new ScheduledThreadPoolExecutor(1, KraitThreads.platform("krait-timer-"));
    timer.setRemoveOnCancelPolicy(true);
  }

  /** A runtime with all defaults. */
  public static TransportRuntime create() {
    return builder().build();
  }

  /** Starts with all defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Where calls from a peer are answered; the answering code may block. */
  public Executor handlers() {
    return handlers;
  }

  /** Where answers of a peer arrive, and futures and subscribers are told. */
  public Executor callbacks() {
    return callbacks;
  }

  /** Whether {@link #close()} has been called. */
  public boolean isClosed() {
    return closing.get();
  }

  EventLoopGroup eventLoops() {
    return eventLoops;
  }

  // Not the event loops, as whoever gives Netty a task is left with something of Netty's.
  ScheduledExecutorService timer() {
    return timer;
  }

  /** The loops of lanes, which begin with the first one. */
  synchronized LaneLoops lanes() {
    checkOpen();
    if (lanes == null) {
      lanes = new LaneLoops(laneLoops, maxCallbackThreads);
    }
    return lanes;
  }

  OpenChannel register(OpenChannel channel) {
    channels.add(channel);
    if (closing.get()) {
      channel.close();
    }
    return channel;
  }

  void forget(OpenChannel channel) {
    channels.remove(channel);
  }

  BoundServer register(BoundServer server) {
    servers.add(server);
    if (closing.get()) {
      server.close();
    }
    return server;
  }

  void forget(BoundServer server) {
    servers.remove(server);
  }

  void checkOpen() {
    if (closing.get()) {
      throw new IllegalStateException("the transport is closed");
    }
  }

  /**
   * Ends all calls, closes all channels and servers, and ends all threads. Takes about a second, as
   * Netty's own last thread waits that long for more work. Must not be called from one of the
   * runtime's own threads. Calling it again waits for the first call to be through.
   */
  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      try {
        OwnThread.call(
            "krait-close",
            () -> {
              closeInOrder();
              return null;
            });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        closed.countDown();
      }
    } else {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  // Each step may use what the next one ends: connections need loops, loops report to executors.
  private void closeInOrder() throws InterruptedException {
    List<Thread> closers = new ArrayList<>();
    for (OpenChannel channel : channels) {
      closers.add(start(channel::close));
    }
    for (BoundServer server : servers) {
      closers.add(start(server::close));
    }
    for (Thread closer : closers) {
      closer.join();
    }
    if (!eventLoops.shutdownGracefully(0, 1, TimeUnit.SECONDS).await(LOOPS_END_WITHIN.toMillis())) {
      LOG.log(Level.WARNING, "event loops still run {0} after their end", LOOPS_END_WITHIN);
    }
    LaneLoops running;
    synchronized (this) {
      running = lanes;
    }
    if (running != null) {
      running.close(LOOPS_END_WITHIN);
    }
    timer.shutdownNow();
    end(timer, "timers");
    end(handlers, "handlers");
    end(callbacks, "callbacks");
    try {
      GlobalEventExecutor.INSTANCE.awaitInactivity(
          LOOPS_END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "Netty''s global executor was never started");
    }
  }

  private static Thread start(Runnable closer) {
    Thread thread = KraitThreads.platform("krait-close-").newThread(closer);
    thread.start();
    return thread;
  }

  private void end(ExecutorService executor, String name) throws InterruptedException {
    executor.shutdown();
    if (executor.awaitTermination(handlersEndWithin.toMillis(), TimeUnit.MILLISECONDS)) {
      return;
    }
    executor.shutdownNow();
    if (!executor.awaitTermination(handlersEndWithin.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.log(
          Level.WARNING,
          "{0} still run after being interrupted; what they call does not return",
          name);
    }
  }

  /** Collects what a runtime is made of. Not safe for use from several threads. */
  public static final class Builder {
    private int eventLoops = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    private int maxHandlerThreads = 512;
    private int maxCallbackThreads = 128;
    private Duration handlersEndWithin = Duration.ofSeconds(5);

    private Builder() {}

    /** Threads that read and write sockets; one per processor and at most 4 by default. */
    public Builder eventLoops(int threads) {
      eventLoops = threads;
      return this;
    }

    /** Threads for {@link TransportRuntime#handlers()} where the JVM has no virtual ones; 512. */
    public Builder maxHandlerThreads(int threads) {
      maxHandlerThreads = threads;
      return this;
    }

    /** Threads for {@link TransportRuntime#callbacks()} where the JVM has no virtual ones; 128. */
    public Builder maxCallbackThreads(int threads) {
      maxCallbackThreads = threads;
      return this;
    }

    /** How long closing waits for code that still runs, before and after interrupting it; 5 s. */
    public Builder handlersEndWithin(Duration time) {
      handlersEndWithin = time;
      return this;
    }

    /** The runtime, with its event loops. */
    public TransportRuntime build() {
      try {
        return OwnThread.call("krait-open", () -> new TransportRuntime(this));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
