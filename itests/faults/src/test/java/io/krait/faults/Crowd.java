package io.krait.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that do the same thing over and over until they are told that it is enough. */
final class Crowd implements AutoCloseable {

  /** What a client does, the {@code number}th time in all. */
  interface Action {
    void run(long number) throws Exception;
  }

  private final ExecutorService threads;
  private final List<Future<?>> clients = new ArrayList<>();
  private final AtomicBoolean enough = new AtomicBoolean();
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final long began = System.nanoTime();

  private Crowd(int size) {
    threads = Executors.newFixedThreadPool(size);
  }

  /** Begins; a client whose action fails stops, and {@link #join} tells it. */
  static Crowd of(int size, Action action) {
    Crowd crowd = new Crowd(size);
    for (int i = 0; i < size; i++) {
      crowd.clients.add(crowd.threads.submit(() -> crowd.goOn(action)));
    }
    return crowd;
  }

  private Void goOn(Action action) throws Exception {
    while (!enough.get()) {
      action.run(numbers.incrementAndGet());
      done.incrementAndGet();
    }
    return null;
  }

  /** How many actions have ended. */
  long done() {
    return done.get();
  }

  /** How many actions end in a second, on average since the beginning. */
  double rate() {
    return done.get() * 1e9 / (System.nanoTime() - began);
  }

  /** Ends them all, each after its present action. */
  void join() throws Exception {
    enough.set(true);
    for (Future<?> client : clients) {
      try {
        client.get(5, TimeUnit.MINUTES);
      } catch (ExecutionException failed) {
        throw new AssertionError("a client has failed: " + failed.getCause(), failed.getCause());
      }
    }
  }

  @Override
  public void close() {
    enough.set(true);
    threads.shutdownNow();
  }
}
