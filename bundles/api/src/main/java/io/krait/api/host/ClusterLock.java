package io.krait.api.host;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Leases that one holder at a time has in the whole cluster. The embedded host offers this service
 * beside {@link ClusterEvents}: in the database, by the database's clock, so that clocks of nodes
 * need not agree. {@link LeaderElection} makes a lasting leadership of it.
 *
 * <p>Implementations must be safe for use from any thread.
 */
@ConsumerType
public interface ClusterLock {

  /** How long the name of a lease may be, in characters. */
  int LONGEST_NAME = 200;

  /** How long a lease may last without being refreshed, and how short it may be. */
  Duration LONGEST = Duration.ofHours(1);

  /** See {@link #LONGEST}. */
  Duration SHORTEST = Duration.ofMillis(100);

  /**
   * Takes a lease where nobody holds it, on this node or another one. May wait for the database,
   * not for its holder.
   *
   * @param name what is held, such as {@code host/jobs}
   * @param timeToLive after which it lapses where it is not refreshed, from {@link #SHORTEST} to
   *     {@link #LONGEST}
   * @return empty where somebody holds it
   * @throws io.krait.api.AppError with status 503 where it cannot be told who holds it, 400 where
   *     the name is empty or too long, or the time is out of its bounds
   */
  Optional<ClusterLease> tryAcquire(String name, Duration timeToLive);

  /**
   * Whether a token is that of the lease as it is held now, as those say who keep it; for whoever
   * does something by order of a holder, and must not where that one is late.
   *
   * @throws io.krait.api.AppError with status 503 where that cannot be told
   */
  boolean isCurrent(String name, long token);
}
