package io.krait.api.host;

import io.krait.api.AppError;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Leases that a store keeps: all that a {@link ClusterLock} has to do but the keeping. A node
 * counts its own time from before it asks, and somewhat less of it, so that it is over here before
 * it is there. Safe for use from any thread.
 */
public final class StoredLock implements ClusterLock {

  private static final System.Logger LOGGER = System.getLogger(StoredLock.class.getName());

  /** A twentieth is left for clocks that do not go alike. */
  private static final int PART_FOR_CLOCKS = 20;

  private final LeaseStore store;
  private final String node;
  private final LongSupplier nanoTime;

  /**
   * Holds nothing so far.
   *
   * @param node identifier of this node, for the store
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  public StoredLock(LeaseStore store, String node, LongSupplier nanoTime) {
    this.store = store;
    this.node = node;
    this.nanoTime = nanoTime;
  }

  @Override
  public Optional<ClusterLease> tryAcquire(String name, Duration timeToLive) {
    check(name, timeToLive);
    long asked = nanoTime.getAsLong();
    OptionalLong token = store.acquire(name, node, timeToLive);
    return token.isPresent()
        ? Optional.of(new Lease(name, token.getAsLong(), timeToLive, asked))
        : Optional.empty();
  }

  private static void check(String name, Duration timeToLive) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw AppError.of(
          "app.cluster.lease.name.app_error",
          "the name of a lease has 1 to %d characters, not %d"
              .formatted(LONGEST_NAME, name.length()),
          400);
    }
    if (timeToLive.compareTo(SHORTEST) < 0 || timeToLive.compareTo(LONGEST) > 0) {
      throw AppError.of(
          "app.cluster.lease.time.app_error",
          "the lease %s may last from %s to %s, not %s"
              .formatted(name, SHORTEST, LONGEST, timeToLive),
          400);
    }
  }

  @Override
  public boolean isCurrent(String name, long token) {
    return store.isHeld(name, token);
  }

  private final class Lease implements ClusterLease {
    private final String name;
    private final long token;
    private final Duration timeToLive;
    private final long mine;
    private long since;
    private boolean over;

    Lease(String name, long token, Duration timeToLive, long since) {
      this.name = name;
      this.token = token;
      this.timeToLive = timeToLive;
      this.since = since;
      mine = timeToLive.minus(timeToLive.dividedBy(PART_FOR_CLOCKS)).toNanos();
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public long token() {
      return token;
    }

    @Override
    public synchronized boolean isHeld() {
      over |= nanoTime.getAsLong() - since >= mine;
      return !over;
    }

    @Override
    public boolean refresh() {
      if (!isHeld()) {
        return false;
      }
      long asked = nanoTime.getAsLong();
      boolean held = store.refresh(name, token, timeToLive);
      synchronized (this) {
        if (!held) {
          over = true;
        } else if (isHeld() && asked - since > 0) {
          since = asked;
        }
        return !over;
      }
    }

    @Override
    public void close() {
      synchronized (this) {
        if (over) {
          return;
        }
        over = true;
      }
      try {
        store.release(name, token);
      } catch (AppError away) {
        LOGGER.log(Level.DEBUG, "{0} is not given back, and lapses: {1}", name, away.getMessage());
      }
    }
  }
}
