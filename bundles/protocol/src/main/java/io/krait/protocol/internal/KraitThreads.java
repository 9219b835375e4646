package io.krait.protocol.internal;

import io.netty.util.concurrent.FastThreadLocalThread;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the transport's threads and executors. All of their names begin with {@code krait-}. */
public final class KraitThreads {

  /** From this version on a virtual thread that blocks in a monitor gives its carrier back. */
  private static final int VIRTUAL_THREADS_SINCE = 24;

  private static final Duration IDLE_THREAD_LIFE = Duration.ofSeconds(15);

  private KraitThreads() {}

  /** Whether this JVM has virtual threads that can be lent to code which is not ours. */
  public static boolean virtual() {
    return Runtime.version().feature() >= VIRTUAL_THREADS_SINCE;
  }

  /** Daemon threads that keep no class loader of whoever happened to start them. */
  public static ThreadFactory platform(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new FastThreadLocalThread(null, task, prefix + count.getAndIncrement());
      thread.setDaemon(true);
      thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
      return thread;
    };
  }

  /**
   * An executor that gives each task a thread at once: a virtual one where the JVM has them, else
   * one of a pool that grows to {@code maxThreads}, beyond which tasks wait. It refuses nothing
   * before it is shut down, as gRPC cannot go on after a refusal.
   */
  public static ExecutorService executor(String prefix, int maxThreads) {
    return virtual() ? virtualThreadPerTask(prefix) : pool(prefix, maxThreads);
  }

  static ExecutorService pool(String prefix, int maxThreads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            maxThreads,
            IDLE_THREAD_LIFE.toMillis(),
            TimeUnit.MILLISECONDS,
            new HandOverQueue(),
            platform(prefix));
    pool.setRejectedExecutionHandler(
        (task, executor) -> {
          if (executor.isShutdown()) {
            throw new RejectedExecutionException("the transport is closed");
          }
          executor.getQueue().add(task);
        });
    return pool;
  }

  // Java 17 is the floor of this code, and its compiler does not know these methods.
  static ExecutorService virtualThreadPerTask(String prefix) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Class<?> ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      MethodHandle start =
          lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(ofVirtual));
      MethodHandle name =
          lookup.findVirtual(
              builder, "name", MethodType.methodType(builder, String.class, long.class));
      MethodHandle inherit =
          lookup.findVirtual(
              builder,
              "inheritInheritableThreadLocals",
              MethodType.methodType(builder, boolean.class));
      MethodHandle factory =
          lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
      MethodHandle executor =
          lookup.findStatic(
              Executors.class,
              "newThreadPerTaskExecutor",
              MethodType.methodType(ExecutorService.class, ThreadFactory.class));
      Object named = name.invoke(start.invoke(), prefix, 0L);
      // Without them a thread has the system class loader too, as our platform threads have.
      Object bare = inherit.invoke(named, false);
      return (ExecutorService) executor.invoke((ThreadFactory) factory.invoke(bare));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("this JVM has no virtual threads", e);
    }
  }

  /**
   * Lets a pool grow before it queues: an offer succeeds only where a thread already waits for it.
   * What the full pool refuses is then added for good.
   */
  private static final class HandOverQueue extends LinkedTransferQueue<Runnable> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean offer(Runnable task) {
      return tryTransfer(task);
    }

    @Override
    public boolean add(Runnable task) {
      return super.offer(task);
    }
  }
}
