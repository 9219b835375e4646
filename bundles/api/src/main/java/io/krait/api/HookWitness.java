package io.krait.api;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Sees what each plugin does with a value that goes from one to the next, and how long that takes.
 * It is called on threads that have other work to do, for one pass never on two at once, and must
 * not throw.
 */
@ConsumerType
public interface HookWitness {

  /**
   * A plugin has answered.
   *
   * @param together what the plugins up to this one have answered together, as the hook's result
   */
  void answered(String pluginId, HookName hook, Duration took, Object together);

  /** A plugin has failed or was too late, whatever that means for the pass. */
  void failed(String pluginId, HookName hook, Duration took);
}
