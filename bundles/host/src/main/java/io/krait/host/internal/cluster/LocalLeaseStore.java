package io.krait.host.internal.cluster;

import io.krait.api.host.LeaseStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Who holds what on a node that is by itself, in memory. Safe for use from any thread. */
public final class LocalLeaseStore implements LeaseStore {

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
  public LocalLeaseStore(LongSupplier nanoTime, InstantSource clock) {
    this.nanoTime = nanoTime;
    this.clock = clock;
  }

  @Override
  public synchronized OptionalLong acquire(String name, String node, Duration time) {
    leases.values().removeIf(held -> !lasts(held));
    if (leases.containsKey(name)) {
      return OptionalLong.empty();
    }
    lastToken = Math.max(lastToken + 1, clock.millis());
    hold(name, lastToken, time);
    return OptionalLong.of(lastToken);
  }

  @Override
  public synchronized boolean refresh(String name, long token, Duration time) {
    boolean held = isHeld(name, token);
    if (held) {
      hold(name, token, time);
    }
    return held;
  }

  @Override
  public synchronized void release(String name, long token) {
    if (isHeld(name, token)) {
      leases.remove(name);
    }
  }

  @Override
  public synchronized boolean isHeld(String name, long token) {
    Held held = leases.get(name);
    return held != null && held.token() == token && lasts(held);
  }

  private void hold(String name, long token, Duration time) {
    leases.put(name, new Held(token, nanoTime.getAsLong() + time.toNanos()));
  }

  private boolean lasts(Held held) {
    return held.until() - nanoTime.getAsLong() > 0;
  }
}
