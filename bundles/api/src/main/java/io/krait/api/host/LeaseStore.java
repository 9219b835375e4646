package io.krait.api.host;

import java.time.Duration;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Who holds which lease, by the time of the store that keeps it: for who implements {@link
 * ClusterLock}. {@link StoredLock} makes leases of it.
 *
 * <p>Each method is done as a whole or not at all, whatever other nodes do at the same time. It
 * throws an {@link io.krait.api.AppError} with status 503 where that cannot be told. Safe for use
 * from any thread.
 */
@ConsumerType
public interface LeaseStore {

  /**
   * Has a node hold something that nobody holds.
   *
   * @param time after which it lapses, by the store's clock
   * @return the token, which is greater than all of this name before; empty where somebody holds it
   */
  OptionalLong acquire(String name, String node, Duration time);

  /** Has it be held for another while; false where it is not held by this token. */
  boolean refresh(String name, long token, Duration time);

  /** Has nobody hold it, where it is held by this token. */
  void release(String name, long token);

  /** Whether it is held by this token. */
  boolean isHeld(String name, long token);
}
