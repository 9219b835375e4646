package io.krait.host.internal.notifications;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread for what nobody waits for, with a bounded number of tasks before it; the thread ends
 * when it has had nothing to do for a while. Safe for use from any thread.
 */
public final class Background implements Executor {

  private static final int MOST_WAITING = 10_000;
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final ThreadPoolExecutor thread;

  /** With a thread of this name. */
  public Background(String name) {
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            });
    thread.allowCoreThreadTimeOut(true);
  }

  /** {@inheritDoc} Rejects it where too many are waiting, or after the end. */
  @Override
  public void execute(Runnable task) {
    thread.execute(task);
  }

  /**
   * Ends it; what waits is forgotten.
   *
   * @return whether what was under way has ended in time
   */
  public boolean close(Duration patience) {
    thread.shutdownNow();
    try {
      return thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
