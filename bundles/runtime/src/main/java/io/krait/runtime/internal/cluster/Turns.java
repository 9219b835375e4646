package io.krait.runtime.internal.cluster;

import io.krait.api.AppError;
import io.krait.api.host.ClusterLease;
import io.krait.api.host.ClusterLock;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Has one node after the other take a new version of a plugin. A node that loses its turn in the
 * middle goes on all the same: turns keep plugins from being away everywhere, and nothing breaks
 * where they are not kept.
 */
final class Turns {

  private static final System.Logger LOG = System.getLogger(Turns.class.getName());

  private static final String PREFIX = "runtime/plugin/";
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final long REFRESH_SECONDS = 10;
  private static final long LOOK_AGAIN_MILLIS = 200;

  private final Supplier<Optional<ClusterLock>> locks;
  private final ScheduledExecutorService timer;
  private final Executor executor;

  /**
   * Turns by these locks; where there is none, everybody has his turn at once.
   *
   * @param timer runs nothing that takes time
   * @param executor refreshes leases
   */
  Turns(Supplier<Optional<ClusterLock>> locks, ScheduledExecutorService timer, Executor executor) {
    this.locks = locks;
    this.timer = timer;
    this.executor = executor;
  }

  /** The turn of this node, until it is closed. */
  @FunctionalInterface
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for the turn of this node.
   *
   * @param isWanted asked all the time
   * @return empty where it is not wanted any more
   */
  Optional<Turn> take(String pluginId, BooleanSupplier isWanted) throws InterruptedException {
    while (isWanted.getAsBoolean()) {
      Optional<ClusterLock> lock = locks.get();
      if (lock.isEmpty()) {
        return Optional.of(() -> {});
      }
      try {
        Optional<ClusterLease> lease = lock.get().tryAcquire(PREFIX + pluginId, LEASE);
        if (lease.isPresent()) {
          return Optional.of(kept(lease.get()));
        }
      } catch (AppError away) {
        LOG.log(Level.DEBUG, "plugin {0}: no turn can be taken: {1}", pluginId, away.getMessage());
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    }
    return Optional.empty();
  }

  private Turn kept(ClusterLease lease) {
    ScheduledFuture<?> refreshing;
    try {
      refreshing =
          timer.scheduleWithFixedDelay(
              () -> executor.execute(() -> refresh(lease)),
              REFRESH_SECONDS,
              REFRESH_SECONDS,
              TimeUnit.SECONDS);
    } catch (RejectedExecutionException stopping) {
      return lease::close;
    }
    return () -> {
      refreshing.cancel(false);
      try {
        lease.close();
      } catch (AppError away) {
        LOG.log(Level.DEBUG, "{0} is not given back, and lapses", lease.name());
      }
    };
  }

  private static void refresh(ClusterLease lease) {
    try {
      if (!lease.refresh()) {
        LOG.log(Level.DEBUG, "{0} is lost", lease.name());
      }
    } catch (AppError away) {
      LOG.log(Level.DEBUG, "{0} cannot be refreshed: {1}", lease.name(), away.getMessage());
    }
  }
}
