package io.krait.runtime.internal.life;

import static io.krait.api.management.PluginState.BACKING_OFF;
import static io.krait.api.management.PluginState.DISABLED;
import static io.krait.api.management.PluginState.FAILED;
import static io.krait.api.management.PluginState.RUNNING;
import static io.krait.api.management.PluginState.STARTING;
import static io.krait.api.management.PluginState.STOPPING;
import static io.krait.api.management.PluginState.WAITING;

import io.krait.api.management.PluginState;
import java.util.Map;
import java.util.Set;

/**
 * What a plugin can become from what it is: the state machine as a table. Who brings it from one to
 * the other is {@link Attempts} while it has a process, or should have one, and {@link PluginLife}
 * where it has none.
 */
final class Transitions {

  private static final Map<PluginState, Set<PluginState>> TABLE =
      Map.of(
          // Somebody enables it; WAITING where something that it runs on is missing.
          DISABLED, Set.of(STARTING, WAITING),
          // All that it needs is there; or somebody disables it.
          WAITING, Set.of(STARTING, DISABLED),
          // OnActivate is through; its process has died; it cannot be started; it is stopped
          // meanwhile; its supervisor has gone.
          STARTING, Set.of(RUNNING, BACKING_OFF, FAILED, STOPPING, WAITING),
          // Its process dies, or is ill; that happens too often; it is stopped; its supervisor has
          // gone.
          RUNNING, Set.of(STARTING, BACKING_OFF, FAILED, STOPPING, WAITING),
          // The wait is over; its process cannot be started any more; it is stopped; its
          // supervisor has gone.
          BACKING_OFF, Set.of(STARTING, FAILED, STOPPING, WAITING),
          // Its process is gone: it rests, or starts again, such as in another version.
          STOPPING, Set.of(DISABLED, WAITING, STARTING),
          // Somebody enables, restarts, updates, disables or removes it, or the runtime ends.
          FAILED, Set.of(STARTING, DISABLED, WAITING));

  private Transitions() {}

  /** Whether a plugin that is in one state can get into the other. */
  static boolean lead(PluginState from, PluginState to) {
    return TABLE.getOrDefault(from, Set.of()).contains(to);
  }
}
