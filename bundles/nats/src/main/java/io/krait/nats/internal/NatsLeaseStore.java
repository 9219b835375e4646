package io.krait.nats.internal;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.host.LeaseStore;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.api.KeyValueEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Who holds what, in a bucket of NATS: each lease is an entry that is replaced where it is as it
 * was read, and lapses by the server's clock, which is asked by writing something. The token is the
 * revision by which it was taken. Safe for use from any thread.
 */
final class NatsLeaseStore implements LeaseStore {

  private static final int WRONG_LAST_SEQUENCE = 10071;
  private static final String CLOCK = "clock.";
  private static final Held NOBODY = new Held(0, 0);

  private final KeyValue leases;
  private final String node;

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
   * @param node whose clock entry this node writes
   */
  NatsLeaseStore(KeyValue leases, String node) {
    this.leases = leases;
    this.node = node;
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
  private OptionalLong replaced(String key, Held by, long revision)
      throws IOException, JetStreamApiException {
    try {
      return OptionalLong.of(leases.update(key, by.write(), revision));
    } catch (JetStreamApiException failure) {
      if (failure.getApiErrorCode() == WRONG_LAST_SEQUENCE) {
        return OptionalLong.empty();
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
  public OptionalLong acquire(String name, String holder, Duration time) {
    String key = Names.key(name);
    return asked(
        () -> {
          KeyValueEntry entry = leases.get(key);
          if (entry != null && lasts(entry)) {
            return OptionalLong.empty();
          }
          long before = entry == null ? 0 : entry.getRevision();
          return replaced(key, new Held(0, time.toMillis()), before);
        });
  }

  @Override
  public boolean refresh(String name, long token, Duration time) {
    return asked(() -> write(name, token, time.toMillis()));
  }

  @Override
  public void release(String name, long token) {
    asked(() -> write(name, token, 0));
  }

  // Read first: what was written before may have had no answer.
  private boolean write(String name, long token, long millis)
      throws IOException, JetStreamApiException {
    String key = Names.key(name);
    KeyValueEntry entry = leases.get(key);
    return isHeld(entry, token)
        && replaced(key, new Held(token, millis), entry.getRevision()).isPresent();
  }

  @Override
  public boolean isHeld(String name, long token) {
    return asked(() -> isHeld(leases.get(Names.key(name)), token));
  }

  private boolean isHeld(@Nullable KeyValueEntry entry, long token)
      throws IOException, JetStreamApiException {
    return entry != null && Held.read(entry).token() == token && lasts(entry);
  }
}
