package io.krait.host.internal.cluster;

import io.krait.api.host.ClusterLease;
import io.krait.api.host.ClusterLock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The leases of a node that is by itself, in memory. Safe for use from any thread. */
public final class LocalLock implements ClusterLock {

  private record Held(long token, long until) {}

  private final Map<String, Held> leases = new HashMap<>();
  private final LongSupplier nanoTime;
  private final InstantSource clock;
  private long lastToken;

  /**
   * Nothing is held so far.
   *
   * @param nanoTime a clock such as {@link System#nanoTime}, by which leases lapse
   * @param clock from which tokens begin, so that they grow over restarts
   */
  public LocalLock(LongSupplier nanoTime, InstantSource clock) {
    this.nanoTime = nanoTime;
    this.clock = clock;
  }

  @Override
  public synchronized Optional<ClusterLease> tryAcquire(String name, Duration timeToLive) {
    Addressing.checkLease(name, timeToLive);
    leases.values().removeIf(held -> !lasts(held));
    if (leases.containsKey(name)) {
      return Optional.empty();
    }
    lastToken = Math.max(lastToken + 1, clock.millis());
    Lease lease = new Lease(name, lastToken, timeToLive);
    lease.hold();
    return Optional.of(lease);
  }

  @Override
  public synchronized boolean isCurrent(String name, long token) {
    Held held = leases.get(name);
    return held != null && held.token() == token && lasts(held);
  }

  private boolean lasts(Held held) {
    return held.until() - nanoTime.getAsLong() > 0;
  }

  private final class Lease implements ClusterLease {
    private final String name;
    private final long token;
    private final Duration timeToLive;

    Lease(String name, long token, Duration timeToLive) {
      this.name = name;
      this.token = token;
      this.timeToLive = timeToLive;
    }

    private void hold() {
      leases.put(name, new Held(token, nanoTime.getAsLong() + timeToLive.toNanos()));
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
    public boolean isHeld() {
      return isCurrent(name, token);
    }

    @Override
    public boolean refresh() {
      synchronized (LocalLock.this) {
        boolean held = isHeld();
        if (held) {
          hold();
        }
        return held;
      }
    }

    @Override
    public void close() {
      synchronized (LocalLock.this) {
        if (isHeld()) {
          leases.remove(name);
        }
      }
    }
  }
}
