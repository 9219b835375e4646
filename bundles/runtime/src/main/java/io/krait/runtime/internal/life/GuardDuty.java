package io.krait.runtime.internal.life;

import io.krait.api.HookName;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginState;
import io.krait.runtime.internal.dispatch.Guards;
import io.krait.runtime.internal.dispatch.Guards.Presence;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;

/**
 * What a plugin guards, whether it runs or not: the hooks that it handled when it last ran are
 * kept. One that is to run from the start and of which nothing is known may guard anything. Belongs
 * to the plugin's queue.
 */
final class GuardDuty {

  private final String id;
  private final LifeTools tools;
  private final System.Logger log;
  private final boolean fromTheStart;

  /** Whether it fails if nobody has it stop or start now. */
  private boolean failing;

  private boolean over;

  /**
   * The duty of one plugin.
   *
   * @param fromTheStart whether it was to run already when it was found
   */
  GuardDuty(LifeContext context, boolean fromTheStart) {
    id = context.id();
    tools = context.tools();
    log = context.log();
    this.fromTheStart = fromTheStart;
  }

  /** Somebody, or the server, starts it: it has not failed. */
  void startsAfresh() {
    failing = false;
  }

  /** It is so from now on. */
  void seen(ManagedPlugin plugin) {
    Guards guards = tools.dispatch().guards();
    if (over) {
      return;
    }
    if (!plugin.enabled() || plugin.state() == PluginState.DISABLED) {
      guards.release(id);
      return;
    }
    switch (plugin.state()) {
      case RUNNING, BACKING_OFF, FAILED -> failing = true;
      case STOPPING, WAITING -> failing = false;
      default -> {
        // Being started: by somebody, or again after a failure.
      }
    }
    guards.expect(id, hooks(), presence(plugin.state()), plugin.reason());
  }

  private Presence presence(PluginState state) {
    if (state == PluginState.RUNNING) {
      return Presence.RUNNING;
    }
    if (state == PluginState.WAITING) {
      return Presence.WAITING;
    }
    return failing ? Presence.FAILED : Presence.COMING;
  }

  private Optional<Set<HookName>> hooks() {
    Optional<Set<HookName>> kept = tools.choices().of(id).hooks();
    return kept.isPresent() || fromTheStart ? kept : Optional.of(Set.of());
  }

  /** It handles these hooks. */
  void handles(Set<HookName> hooks) {
    try {
      tools.choices().changeHere(id, choice -> choice.withHooks(hooks));
    } catch (IOException | RuntimeException e) {
      log.log(
          Level.WARNING,
          () ->
              "plugin %s: it cannot be kept which hooks it handles, and the next start takes it for"
                      .formatted(id)
                  + " one that handles all",
          e);
    }
  }

  /** It is removed, and is no more. */
  void ends() {
    over = true;
    tools.dispatch().guards().release(id);
  }
}
