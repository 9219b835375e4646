package io.krait.host.internal.serving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** All requests that are under way, with the bounds that hold for them. */
public final class Exchanges {

  private static final System.Logger LOGGER = System.getLogger(Exchanges.class.getName());
  private static final int TICK_MILLIS = 500;
  private static final Duration CLOCK_END = Duration.ofSeconds(5);

  private final ExchangeBounds bounds;
  private final Spool spool;
  private final Admission admission;
  private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
  private final Set<IncomingBody> watched = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor clock;
  private volatile boolean closing;

  /** None yet. Bodies wait in {@code spool}. */
  public Exchanges(ExchangeBounds bounds, Spool spool) {
    this.bounds = bounds;
    this.spool = spool;
    admission =
        new Admission(bounds.requests(), bounds.requestsOfAddress(), bounds.slowBodiesOfAddress());
    clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "krait-host-rest-clock");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    var unused =
        clock.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What one more request comes to. */
  public enum Entry {
    /** It may begin, and is to be begun. */
    OPEN,
    /** As many are under way as may be. */
    FULL,
    /** As many of its address are under way as may be. */
    ADDRESS_FULL,
    /** No more begin. */
    CLOSED
  }

  /** Whether one more request may begin; where it may, a place is taken for it. */
  public Entry enter(HttpServletRequest request) {
    if (closing) {
      return Entry.CLOSED;
    }
    return admission
        .enter(address(request))
        .map(full -> full == Admission.Full.SERVER ? Entry.FULL : Entry.ADDRESS_FULL)
        .orElse(Entry.OPEN);
  }

  /** Begins a request that has entered. */
  public Exchange begin(HttpServletRequest request, HttpServletResponse response) {
    String address = address(request);
    try {
      Exchange exchange = new Exchange(request, response, address, this);
      running.add(exchange);
      return exchange;
    } catch (RuntimeException failure) {
      admission.leave(address);
      throw failure;
    }
  }

  /** Does something once, later, unless these are closed before. */
  public Cancellation later(Duration time, Runnable task) {
    var scheduled = clock.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
    return () -> scheduled.cancel(false);
  }

  /** Takes back what is to be done later. */
  @FunctionalInterface
  public interface Cancellation {
    void cancel();
  }

  /** How many requests are under way. */
  public int size() {
    return admission.requests();
  }

  /**
   * Lets none begin any more and waits for those that are under way.
   *
   * @param grace how long
   * @param refusal what those get that are left then
   */
  public void close(Duration grace, Supplier<Answer> refusal) {
    closing = true;
    long until = System.nanoTime() + grace.toNanos();
    try {
      synchronized (running) {
        long left = until - System.nanoTime();
        while (!running.isEmpty() && left > 0) {
          running.wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
          left = until - System.nanoTime();
        }
      }
      if (!running.isEmpty()) {
        LOGGER.log(
            Level.WARNING, "the host stops, although {0} requests still run", running.size());
        running.forEach(exchange -> exchange.abandon(refusal.get()));
      }
      clock.shutdownNow();
      if (!clock.awaitTermination(CLOCK_END.toMillis(), TimeUnit.MILLISECONDS)) {
        LOGGER.log(Level.WARNING, "the clock of requests does not end; its thread is left");
      }
    } catch (InterruptedException interrupted) {
      clock.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  BodyRules rules() {
    return bounds.bodies();
  }

  Spool spool() {
    return spool;
  }

  Admission admission() {
    return admission;
  }

  long mostForgotten() {
    return bounds.mostForgotten();
  }

  long now() {
    return System.nanoTime();
  }

  void watch(IncomingBody body) {
    watched.add(body);
  }

  void forget(IncomingBody body) {
    watched.remove(body);
  }

  void ended(Exchange exchange, String address) {
    admission.leave(address);
    synchronized (running) {
      running.remove(exchange);
      running.notifyAll();
    }
  }

  private void tick() {
    try {
      long now = now();
      watched.forEach(body -> body.tick(now));
    } catch (RuntimeException failure) {
      LOGGER.log(Level.WARNING, "a slow body could not be given up", failure);
    }
  }

  private static String address(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    return address == null ? "" : address;
  }
}
