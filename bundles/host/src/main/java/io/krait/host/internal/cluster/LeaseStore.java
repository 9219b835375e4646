package io.krait.host.internal.cluster;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Who holds what, by the store's time. Each method is one statement, which is done as a whole or
 * not at all; it throws an {@link io.krait.api.AppError} with status 503 where that cannot be told.
 */
interface LeaseStore {

  /**
   * Has a node hold something that nobody holds.
   *
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
