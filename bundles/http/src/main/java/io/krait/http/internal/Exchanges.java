package io.krait.http.internal;

import io.krait.api.RepeatedFailures;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** All requests that run: how many there are for each plugin, and whether one takes too long. */
final class Exchanges implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Exchanges.class.getName());
  private static final long TICK_MILLIS = 500;
  private static final int STOP_SECONDS = 5;

  private final int mostPerPlugin;
  private final LongSupplier clock;
  private final Predicate<String> patience;
  private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> perPlugin = new ConcurrentHashMap<>();
  private final Traffic traffic = new Traffic();
  private final RepeatedFailures failures;
  private final ScheduledThreadPoolExecutor timer;
  private volatile boolean closed;

  /**
   * Watches requests.
   *
   * @param clock nanoseconds, from any beginning
   * @param patience tells of a plugin whether it may be silent for as long as it likes
   */
  Exchanges(int mostPerPlugin, LongSupplier clock, Predicate<String> patience) {
    this.mostPerPlugin = mostPerPlugin;
    this.clock = clock;
    this.patience = patience;
    // Of requests: clients can bring about as many as they like.
    failures = new RepeatedFailures(System.getLogger(Exchange.class.getName()));
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "krait-http-clock");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  RepeatedFailures failures() {
    return failures;
  }

  long now() {
    return clock.getAsLong();
  }

  /** Whether a plugin may be silent for as long as it likes. */
  boolean isPatientWith(String pluginId) {
    return patience.test(pluginId);
  }

  private void tick() {
    long now = now();
    for (Exchange exchange : running) {
      try {
        exchange.tick(now);
      } catch (RuntimeException problem) {
        LOG.log(Level.WARNING, exchange.name() + ": looking after it failed", problem);
      }
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Who counts what is served. */
  Traffic traffic() {
    return traffic;
  }

  void watch(Exchange exchange) {
    running.add(exchange);
  }

  /** Takes one of the plugin's places; false where there is none left. */
  boolean enter(String pluginId) {
    if (perPlugin.merge(pluginId, 1, Integer::sum) <= mostPerPlugin) {
      return true;
    }
    leave(pluginId);
    return false;
  }

  void leave(String pluginId) {
    perPlugin.computeIfPresent(pluginId, (id, had) -> had == 1 ? null : had - 1);
  }

  void forget(Exchange exchange) {
    if (running.remove(exchange)) {
      exchange.forgotten();
    }
  }

  int size() {
    return running.size();
  }

  /** Ends all requests. */
  @Override
  public void close() {
    closed = true;
    running.forEach(Exchange::stop);
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "the clock of HTTP requests does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
