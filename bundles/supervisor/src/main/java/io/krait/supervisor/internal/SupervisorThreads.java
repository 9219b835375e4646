package io.krait.supervisor.internal;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of the supervisor: one for timers, and two for each process to read its output, plus
 * as many as block at the moment. Closed when there are no processes any more.
 */
final class SupervisorThreads implements Timers, Executor, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(SupervisorThreads.class.getName());

  private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

  private final ExecutorService workers = Executors.newCachedThreadPool(named("krait-supervisor-"));
  private final ScheduledThreadPoolExecutor timers =
      new ScheduledThreadPoolExecutor(1, named("krait-supervisor-timer-"));

  SupervisorThreads() {
    timers.setRemoveOnCancelPolicy(true);
  }

  @Override
  public void execute(Runnable task) {
    try {
      workers.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "the supervisor has ended; a task came too late", e);
    }
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    try {
      Future<?> scheduled = timers.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> scheduled.cancel(false);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "the supervisor has ended; a timer came too late", e);
      return () -> {};
    }
  }

  @Override
  public void close() {
    timers.shutdownNow();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        workers.shutdownNow();
        LOG.log(Level.WARNING, "threads of the supervisor still run after {0}", ENDS_WITHIN);
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
