package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.RestClient;
import io.krait.e2e.Server;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Somebody who has nothing to do with what happens, and asks whether the server is there. */
final class Pings implements AutoCloseable {

  /**
   * Nobody waits so long but where the server waits for somebody else. Machines that build are
   * busy: it is far more than an answer takes, and less than any of the server's own deadlines.
   */
  private static final Duration BOUND = Duration.ofSeconds(10);

  private static final Duration PACE = Duration.ofMillis(20);

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private Pings(RestClient client) {
    thread.scheduleWithFixedDelay(() -> ask(client), 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
  }

  static Pings to(Server server) {
    return new Pings(server.client());
  }

  private void ask(RestClient client) {
    long began = System.nanoTime();
    try {
      client.get("/system/ping").expect(200);
      answered.incrementAndGet();
    } catch (RuntimeException | AssertionError failed) {
      failure.compareAndSet(null, failed);
    }
    longest.accumulateAndGet(System.nanoTime() - began, Math::max);
  }

  /** Ends them, and tells the longest answer. */
  String end() throws InterruptedException {
    thread.shutdown();
    assertThat(thread.awaitTermination(3, TimeUnit.MINUTES)).as("the last ping ends").isTrue();
    Duration worst = Duration.ofNanos(longest.get());
    assertThat(failure.get()).as("a ping that has failed").isNull();
    assertThat(answered.get()).as("pings that were answered").isPositive();
    assertThat(worst).as("the longest answer to a ping").isLessThan(BOUND);
    return "ping ≤ %d ms".formatted(worst.toMillis());
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
