package io.krait.nats.internal;

import io.krait.api.AppError;
import io.krait.api.host.ClusterLease;
import io.krait.api.host.ClusterLock;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.api.KeyValueEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Leases in a bucket of NATS: each is an entry that is replaced where it is as it was read, and
 * lapses by the server's clock, which is asked by writing something. The token is the revision by
 * which it was taken. Safe for use from any thread.
 */
final class NatsLock implements ClusterLock {

  /** A twentieth is left for clocks that do not go alike. */
  private static final int PART_FOR_CLOCKS = 20;

  private static final int WRONG_LAST_SEQUENCE = 10071;
  private static final String CLOCK = "clock.";
  private static final Held NOBODY = new Held(0, 0);

  private final KeyValue leases;
  private final String node;
  private final LongSupplier nanoTime;

  /**
   * What is in an entry.
   *
   * @param token of who holds it; 0 for the revision of the entry
   * @param millis for how long; 0 where nobody does
   */
  private record Held(long token, long millis) {
    byte[] write() {
      return ByteBuffer.allocate(2 * Long.BYTES).putLong(token).putLong(millis).array();
    }

    static Held read(KeyValueEntry entry) {
      byte[] value = entry.getValue();
      if (value == null || value.length != 2 * Long.BYTES) {
        return NOBODY;
      }
      ByteBuffer buffer = ByteBuffer.wrap(value);
      long token = buffer.getLong();
      long millis = buffer.getLong();
      return new Held(token == 0 ? entry.getRevision() : token, millis);
    }
  }

  /**
   * Holds nothing so far.
   *
   * @param leases the bucket
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  NatsLock(KeyValue leases, String node, LongSupplier nanoTime) {
    this.leases = leases;
    this.node = node;
    this.nanoTime = nanoTime;
  }

  /** Asks NATS. */
  private interface Asking<T> {
    T ask() throws IOException, JetStreamApiException;
  }

  private static <T> T asked(Asking<T> asking) {
    try {
      return asking.ask();
    } catch (IOException | JetStreamApiException | RuntimeException away) {
      throw AppError.builder()
          .id("app.cluster.away.app_error")
          .message("NATS does not tell who holds the lease: " + away.getMessage())
          .statusCode(503)
          .cause(away)
          .build();
    }
  }

  /** Replaces an entry; empty where it is not as it was. */
  private Optional<Long> replaced(String key, Held by, long revision)
      throws IOException, JetStreamApiException {
    try {
      return Optional.of(leases.update(key, by.write(), revision));
    } catch (JetStreamApiException failure) {
      if (failure.getApiErrorCode() == WRONG_LAST_SEQUENCE) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private boolean lasts(KeyValueEntry entry) throws IOException, JetStreamApiException {
    Held held = Held.read(entry);
    if (held.millis() == 0) {
      return false;
    }
    String clock = CLOCK + Names.key(node);
    KeyValueEntry now = leases.get(clock, leases.put(clock, new byte[0]));
    if (now == null) {
      // Somebody of the same name has written meanwhile, which is later than it was.
      return true;
    }
    Instant lapses = entry.getCreated().toInstant().plusMillis(held.millis());
    return now.getCreated().toInstant().isBefore(lapses);
  }

  @Override
  public Optional<ClusterLease> tryAcquire(String name, Duration timeToLive) {
    check(name, timeToLive);
    String key = Names.key(name);
    long asked = nanoTime.getAsLong();
    return asked(
        () -> {
          KeyValueEntry entry = leases.get(key);
          if (entry != null && lasts(entry)) {
            return Optional.empty();
          }
          long before = entry == null ? 0 : entry.getRevision();
          return replaced(key, new Held(0, timeToLive.toMillis()), before)
              .map(token -> new Lease(name, token, timeToLive, asked));
        });
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
    return asked(
        () -> {
          KeyValueEntry entry = leases.get(Names.key(name));
          return entry != null && Held.read(entry).token() == token && lasts(entry);
        });
  }

  private final class Lease implements ClusterLease {
    private final String name;
    private final String key;
    private final long token;
    private final Duration timeToLive;
    private final long mine;
    private long since;
    private boolean over;

    Lease(String name, long token, Duration timeToLive, long since) {
      this.name = name;
      key = Names.key(name);
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
      boolean held = asked(() -> write(timeToLive.toMillis()));
      synchronized (this) {
        if (!held) {
          over = true;
        } else if (isHeld() && asked - since > 0) {
          since = asked;
        }
        return !over;
      }
    }

    // Read first: what was written before may have had no answer.
    private boolean write(long millis) throws IOException, JetStreamApiException {
      KeyValueEntry entry = leases.get(key);
      return entry != null
          && Held.read(entry).token() == token
          && lasts(entry)
          && replaced(key, new Held(token, millis), entry.getRevision()).isPresent();
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
        asked(() -> write(0));
      } catch (AppError away) {
        // It lapses.
      }
    }
  }
}
