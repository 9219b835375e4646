package io.krait.host.internal.cluster;

import io.krait.api.AppError;
import io.krait.api.host.ClusterLock;
import java.time.Duration;

/** What is refused before anything is done. */
final class Addressing {

  private Addressing() {}

  /** There is no such node. */
  static AppError noNode(String id) {
    return AppError.of("app.cluster.node.app_error", "there is no node " + id, 404);
  }

  /**
   * Checks what somebody wants to hold.
   *
   * @throws AppError with status 400 where that cannot be
   */
  static void checkLease(String name, Duration timeToLive) {
    if (name.isEmpty() || name.length() > ClusterLock.LONGEST_NAME) {
      throw AppError.of(
          "app.cluster.lease.name.app_error",
          "the name of a lease has 1 to %d characters, not %d"
              .formatted(ClusterLock.LONGEST_NAME, name.length()),
          400);
    }
    if (timeToLive.compareTo(ClusterLock.SHORTEST) < 0
        || timeToLive.compareTo(ClusterLock.LONGEST) > 0) {
      throw AppError.of(
          "app.cluster.lease.time.app_error",
          "the lease %s may last from %s to %s, not %s"
              .formatted(name, ClusterLock.SHORTEST, ClusterLock.LONGEST, timeToLive),
          400);
    }
  }
}
