package io.krait.runtime.internal.life;

import io.krait.api.Nullable;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs tasks one after the other on the threads of another executor. */
final class SerialQueue implements Executor {

  private static final System.Logger LOG = System.getLogger(SerialQueue.class.getName());

  private final Executor executor;
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private boolean running;

  SerialQueue(Executor executor) {
    this.executor = executor;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (tasks) {
      tasks.addLast(task);
      if (running) {
        return;
      }
      running = true;
    }
    try {
      executor.execute(this::runAll);
    } catch (RejectedExecutionException e) {
      // What comes after the end of everything has nobody left to wait for it.
      LOG.log(Level.DEBUG, "a step in the life of a plugin comes too late", e);
    }
  }

  private void runAll() {
    for (Runnable task = next(); task != null; task = next()) {
      try {
        task.run();
      } catch (RuntimeException | LinkageError e) {
        LOG.log(Level.ERROR, "a step in the life of a plugin has failed", e);
      }
    }
  }

  private @Nullable Runnable next() {
    synchronized (tasks) {
      Runnable next = tasks.pollFirst();
      running = next != null;
      return next;
    }
  }
}
