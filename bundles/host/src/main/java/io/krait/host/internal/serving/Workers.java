package io.krait.host.internal.serving;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which requests are worked at: what may wait for the database and the disk, and for
 * nobody else. What has to wait for a thread is as many tasks as there are requests, so it is
 * bounded with these.
 */
public final class Workers implements Executor {

  private static final System.Logger LOGGER = System.getLogger(Workers.class.getName());
  private static final int KEPT_SECONDS = 30;

  private final ThreadPoolExecutor threads;

  /**
   * Up to {@code most} threads.
   *
   * @param name what the names of threads begin with
   */
  public Workers(String name, int most) {
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            most,
            most,
            KEPT_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              // Libraries look there for their parts.
              thread.setContextClassLoader(Workers.class.getClassLoader());
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs a task soon.
   *
   * @throws RejectedExecutionException where these have been closed
   */
  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }

  /** Takes no more tasks, and waits for those that run. */
  public void close(Duration patience) {
    threads.shutdown();
    try {
      if (threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      threads.shutdownNow();
      if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOGGER.log(Level.WARNING, "requests that are worked at do not end; their threads are left");
      }
    } catch (InterruptedException interrupted) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
