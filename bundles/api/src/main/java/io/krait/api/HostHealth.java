package io.krait.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says whether a part of the host that requests need is well, such as its database. A host may
 * offer any number of them as services; health checks ask all, and the server counts as ready only
 * while none has a problem.
 */
@ConsumerType
public interface HostHealth {

  /**
   * Asks now; safe for use from any thread. Whoever asks waits two seconds, and not for ever where
   * there is no answer.
   *
   * @return what is wrong, on one line and fit for everybody's eyes, as probes need no login; empty
   *     where nothing is
   */
  Optional<String> problem();
}
