package io.krait.shell.internal;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;

/** Finds a plugin, or says that there is none. */
final class Known {
  private Known() {}

  static ManagedPlugin plugin(Awaited<PluginManager> manager, String id) throws CommandException {
    return manager
        .get()
        .find(id)
        .orElseThrow(
            () ->
                new CommandException("there is no plugin %s; plugin:list shows all".formatted(id)));
  }
}
