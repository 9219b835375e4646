package io.krait.protocol.internal.lane;

import io.krait.protocol.internal.KraitThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The loops of all lanes of one transport, their threads, and who relieves these. */
public final class LaneLoops implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(LaneLoops.class.getName());

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** After so many looks without anything to see nobody looks until somebody is told something. */
  private static final int IDLE_LOOKS = 200;

  /** How often one that seems to run may be found in the same place before it is relieved. */
  private static final int RUNNING_LOOKS = 4;

  private final List<LaneLoop> loops = new ArrayList<>();
  private final ThreadFactory threads = KraitThreads.platform("krait-lane-");
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();
  private final int maxThreads;
  private final Thread watch;
  private volatile boolean watchSleeps;
  private volatile boolean closed;

  /**
   * Starts the loops.
   *
   * @param count how many there are
   * @param maxThreads how many threads there may be, with those that were relieved
   */
  public LaneLoops(int count, int maxThreads) {
    this.maxThreads = maxThreads;
    try {
      for (int i = 0; i < count; i++) {
        loops.add(new LaneLoop(this::wakeWatch));
      }
    } catch (IOException e) {
      loops.forEach(LaneLoop::closeAll);
      throw new UncheckedIOException(e);
    }
    loops.forEach(loop -> run(loop::lead));
    watch = KraitThreads.platform("krait-lane-watch-").newThread(this::look);
    watch.start();
  }

  /** The loop for a new connection. */
  LaneLoop next() {
    return loops.get(Math.floorMod(next.getAndIncrement(), loops.size()));
  }

  /**
   * Where streams are told of what comes: by the loop that has read it, as answers of calls are,
   * and on {@code elsewhere} of all that other threads have to say.
   */
  public Executor signals(Executor elsewhere) {
    return task -> {
      for (LaneLoop loop : loops) {
        if (loop.isLed()) {
          loop.tell(task);
          return;
        }
      }
      elsewhere.execute(task);
    };
  }

  private void run(Runnable leading) {
    Thread thread =
        threads.newThread(
            () -> {
              try {
                leading.run();
              } finally {
                running.remove(Thread.currentThread());
              }
            });
    running.add(thread);
    try {
      thread.start();
    } catch (RuntimeException | Error e) {
      running.remove(thread);
      throw e;
    }
  }

  private void wakeWatch() {
    if (watchSleeps) {
      watchSleeps = false;
      LockSupport.unpark(watch);
    }
  }

  private void look() {
    long[] seen = new long[loops.size()];
    int[] times = new int[loops.size()];
    int idle = 0;
    while (!closed) {
      boolean busy = false;
      for (int i = 0; i < seen.length; i++) {
        LaneLoop loop = loops.get(i);
        long progress = loop.progress();
        busy |= progress >= 0;
        times[i] = progress >= 0 && progress == seen[i] ? times[i] + 1 : 0;
        seen[i] = progress;
        if (times[i] > 0 && isStuck(loop, times[i])) {
          relieve(loop, progress);
          times[i] = 0;
        }
      }
      idle = busy ? 0 : idle + 1;
      if (idle < IDLE_LOOKS) {
        LockSupport.parkNanos(LOOK_NANOS);
        continue;
      }
      watchSleeps = true;
      boolean told = false;
      for (LaneLoop loop : loops) {
        told |= loop.progress() >= 0;
      }
      if (told) {
        watchSleeps = false;
      }
      while (watchSleeps && !closed) {
        LockSupport.park();
      }
      idle = 0;
    }
  }

  // Java says of a thread in the middle of a read from a socket that it runs, as of one that does.
  private static boolean isStuck(LaneLoop loop, int times) {
    Thread leader = loop.leader();
    if (leader == null) {
      return false;
    }
    return switch (leader.getState()) {
      case BLOCKED, WAITING, TIMED_WAITING -> true;
      default -> times >= RUNNING_LOOKS;
    };
  }

  // The new leader relieves the old one itself, as there may be no thread for it.
  private void relieve(LaneLoop loop, long progress) {
    if (running.size() >= maxThreads) {
      return;
    }
    try {
      run(() -> loop.takeOver(progress));
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "there is no thread to go on with in place of one that is blocked", e);
    }
  }

  /** Ends the loops, whose connections are closed already, and waits for their threads. */
  public void close(Duration within) throws InterruptedException {
    closed = true;
    loops.forEach(LaneLoop::close);
    LockSupport.unpark(watch);
    watch.join(within.toMillis());
    long end = System.nanoTime() + within.toNanos();
    for (Thread thread : running) {
      long left = end - System.nanoTime();
      thread.join(Math.max(1, left / 1_000_000));
    }
    running.forEach(Thread::interrupt);
    for (Thread thread : running) {
      thread.join(within.toMillis());
    }
    if (!running.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "{0} threads of the lane still run after being interrupted; who was told something does"
              + " not return",
          running.size());
    }
  }

  @Override
  public void close() {
    try {
      close(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
