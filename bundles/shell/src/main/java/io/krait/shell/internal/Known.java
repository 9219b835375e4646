package io.krait.shell.internal;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginManager;

/** Finds a plugin, or says that there is none. */
final class Known {
  private Known() {}

  static ManagedPlugin plugin(PluginManager manager, String id) throws ManagementException {
    return manager
        .find(id)
        .orElseThrow(
            () ->
                new ManagementException(
                    Problem.UNKNOWN_PLUGIN,
                    Printable.line("there is no plugin %s; plugin:list shows all".formatted(id))));
  }
}
