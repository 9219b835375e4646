package io.krait.host.internal.outside;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.host.ClusterLease;
import io.krait.api.host.ClusterLock;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether this node does what one of all does: jobs, schedules, and what is brought to others. It
 * has to be asked again and again, as that keeps it so. Safe for use from any thread.
 */
public final class Leading implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(Leading.class.getName());

  private static final String NAME = "host/leader";

  /** It is asked three times in this time. */
  private static final Duration TIME = Duration.ofSeconds(30);

  /** Whoever asks more often is answered without the database. */
  private static final Duration FRESH = Duration.ofSeconds(3);

  private final Outside outside;
  private final LongSupplier nanoTime;
  private long refreshedAt;
  private @Nullable ClusterLock lock;
  private @Nullable ClusterLease lease;
  private boolean closed;
  private boolean led;
  private boolean askedFirst = true;

  /** By what keeps leases; where nothing does, this node is by itself. */
  Leading(Outside outside) {
    this(outside, System::nanoTime);
  }

  /**
   * By what keeps leases.
   *
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  Leading(Outside outside, LongSupplier nanoTime) {
    this.outside = outside;
    this.nanoTime = nanoTime;
  }

  /** Whether it does, or does from now on. May wait for the database. */
  public synchronized boolean leads() {
    boolean leads = ask();
    if (leads != led) {
      led = leads;
      // A server that is by itself does so from its start on, and nobody wonders.
      LOGGER.log(
          leads && askedFirst ? Level.DEBUG : Level.INFO,
          leads
              ? "this server does the jobs from now on"
              : "this server does the jobs no longer, and another one may");
    }
    askedFirst = false;
    return leads;
  }

  private boolean ask() {
    ClusterLock now = outside.lock().orElse(null);
    if (closed || now == null) {
      return !closed;
    }
    if (now != lock) {
      lock = now;
      lease = null;
    }
    ClusterLease held = lease;
    long asked = nanoTime.getAsLong();
    if (held != null && held.isHeld() && asked - refreshedAt < FRESH.toNanos()) {
      return true;
    }
    try {
      if (held != null && held.refresh()) {
        refreshedAt = asked;
        return true;
      }
      lease = now.tryAcquire(NAME, TIME).orElse(null);
      refreshedAt = asked;
      return lease != null;
    } catch (AppError away) {
      return held != null && held.isHeld();
    }
  }

  /** It does not any more. */
  @Override
  public synchronized void close() {
    closed = true;
    if (lease != null) {
      lease.close();
      lease = null;
    }
  }
}
