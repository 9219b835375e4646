package io.krait.benchmarks.plugins;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Keeps a number of calls in flight: when one has ended the next one is made. */
final class Load {

  private final int inFlight;
  private final Duration time;

  Load(int inFlight, Duration time) {
    this.inFlight = inFlight;
    this.time = time;
  }

  /** Calls for that time, and waits for the last answer. */
  Measured run(Supplier<? extends CompletionStage<?>> call) throws InterruptedException {
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    List<Lane> lanes = new ArrayList<>();
    var running = new CountDownLatch(inFlight);
    var failure = new AtomicReference<Throwable>();
    for (int i = 0; i < inFlight; i++) {
      lanes.add(new Lane(call, end, running, failure));
    }
    lanes.forEach(Lane::next);
    running.await();
    if (failure.get() != null) {
      throw new IllegalStateException("a call failed", failure.get());
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - begin);
    double[] all =
        lanes.stream().flatMapToDouble(lane -> lane.micros.stream().mapToDouble(d -> d)).toArray();
    return Measured.of(all, taken);
  }

  /** One call after the other. */
  private static final class Lane {
    private final Supplier<? extends CompletionStage<?>> call;
    private final long end;
    private final CountDownLatch running;
    private final AtomicReference<Throwable> failure;
    private final List<Double> micros = new ArrayList<>();
    private final AtomicLong start = new AtomicLong();

    private Lane(
        Supplier<? extends CompletionStage<?>> call,
        long end,
        CountDownLatch running,
        AtomicReference<Throwable> failure) {
      this.call = call;
      this.end = end;
      this.running = running;
      this.failure = failure;
    }

    private void next() {
      start.set(System.nanoTime());
      call.get().whenComplete((answer, problem) -> ended(problem));
    }

    private void ended(Throwable problem) {
      long now = System.nanoTime();
      micros.add((now - start.get()) / 1e3);
      if (problem != null) {
        failure.compareAndSet(null, problem);
      }
      if (now < end && failure.get() == null) {
        next();
      } else {
        running.countDown();
      }
    }
  }
}
