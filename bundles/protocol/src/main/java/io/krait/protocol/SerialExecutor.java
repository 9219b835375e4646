package io.krait.protocol;

import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks one after the other, in their order, on threads of another executor. What only its
 * tasks touch needs no lock. Safe for use by any thread.
 */
public final class SerialExecutor implements Executor {

  private static final System.Logger LOG = System.getLogger(SerialExecutor.class.getName());

  private final Executor executor;
  private final String what;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * An executor on the threads of another one, which may refuse tasks once it has ended and not
   * before.
   *
   * @param what what each task is, for the log: "a stream's signal"
   */
  public SerialExecutor(Executor executor, String what) {
    this.executor = executor;
    this.what = what;
  }

  /**
   * Runs a task after all that came before it. One that fails is logged, and the next is run.
   *
   * @throws RejectedExecutionException after the end of the other executor; what had come in
   *     meanwhile is forgotten
   */
  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() > 0) {
      return;
    }
    try {
      executor.execute(() -> takeAll(this::run));
    } catch (RejectedExecutionException e) {
      takeAll(late -> {});
      throw e;
    }
  }

  /** Like {@link #execute}, but a task that comes after the other executor's end is forgotten. */
  public void tell(Runnable task) {
    try {
      execute(task);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, what + " comes too late", e);
    }
  }

  /** For whoever has counted the first task. */
  private void takeAll(Consumer<Runnable> taker) {
    do {
      // Whoever counted a task had added it before.
      taker.accept(tasks.remove());
    } while (waiting.decrementAndGet() > 0);
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, what + " has failed", e);
    }
  }
}
