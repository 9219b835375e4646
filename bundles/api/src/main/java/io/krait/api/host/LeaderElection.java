package io.krait.api.host;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes part in the election of a leader until it is closed: takes the lease when nobody has it,
 * and refreshes it three times in its time. Safe for use from any thread.
 */
public final class LeaderElection implements AutoCloseable {

  /** Is told how the election goes, by the thread of the clock; it is quick. */
  public interface Listener {

    /**
     * This node leads from now on. {@code lease} says whether it still does, before anybody is told
     * of the contrary.
     */
    void elected(ClusterLease lease);

    /** This node does not lead any more. */
    void deposed();
  }

  private static final System.Logger LOGGER = System.getLogger(LeaderElection.class.getName());
  private static final int TRIES_IN_ITS_TIME = 3;

  private final ClusterLock lock;
  private final String name;
  private final Duration timeToLive;
  private final Listener listener;
  private final ScheduledFuture<?> turns;
  private final AtomicReference<@Nullable ClusterLease> lease = new AtomicReference<>();
  private boolean told;
  private boolean closed;
  private boolean failing;

  /**
   * Takes part.
   *
   * @param clock calls what may wait for the database; whoever made it ends it, after this
   */
  public LeaderElection(
      ClusterLock lock,
      String name,
      Duration timeToLive,
      ScheduledExecutorService clock,
      Listener listener) {
    this.lock = lock;
    this.name = name;
    this.timeToLive = timeToLive;
    this.listener = listener;
    long pause = Math.max(1, timeToLive.toMillis() / TRIES_IN_ITS_TIME);
    turns = clock.scheduleWithFixedDelay(this::turn, 0, pause, TimeUnit.MILLISECONDS);
  }

  /** The lease by which this node leads; empty while another one does, or nobody. */
  public Optional<ClusterLease> lease() {
    return Optional.ofNullable(lease.get()).filter(ClusterLease::isHeld);
  }

  /** Whether this node leads for certain. */
  public boolean isLeader() {
    return lease().isPresent();
  }

  private synchronized void turn() {
    if (closed) {
      return;
    }
    try {
      ClusterLease mine = lease.get();
      if (mine != null && !(mine.isHeld() && refreshed(mine))) {
        depose(mine);
        mine = null;
      }
      if (mine == null) {
        lock.tryAcquire(name, timeToLive).ifPresent(this::elect);
      }
      failing = false;
    } catch (RuntimeException failure) {
      // Once for each time that it is so; the next turn tries again.
      if (!failing) {
        LOGGER.log(
            Level.WARNING,
            "cannot tell who leads {0}: {1}",
            name,
            String.valueOf(failure.getMessage()));
      }
      failing = true;
    }
  }

  // A lease that cannot be refreshed for now is still held, until its time is over.
  private boolean refreshed(ClusterLease mine) {
    try {
      return mine.refresh();
    } catch (AppError away) {
      if (mine.isHeld()) {
        throw away;
      }
      return false;
    }
  }

  private void elect(ClusterLease taken) {
    lease.set(taken);
    told = true;
    LOGGER.log(Level.DEBUG, "this node leads {0}, with token {1}", name, taken.token());
    listener.elected(taken);
  }

  private void depose(ClusterLease lost) {
    lease.set(null);
    lost.close();
    if (told) {
      told = false;
      LOGGER.log(Level.DEBUG, "this node does not lead {0} any more", name);
      listener.deposed();
    }
  }

  /** Takes part no longer, and gives the lease back where this node has it. */
  @Override
  public void close() {
    turns.cancel(false);
    synchronized (this) {
      closed = true;
      ClusterLease mine = lease.get();
      if (mine != null) {
        depose(mine);
      }
    }
  }
}
