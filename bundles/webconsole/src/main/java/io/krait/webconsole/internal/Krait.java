package io.krait.webconsole.internal;

import io.krait.api.HookDispatcher;
import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginManager;
import io.krait.api.management.ProcessUsages;
import java.util.Optional;

/** The services that the page shows, as far as they are there at the moment. */
interface Krait {

  /** What looks after the plugins. */
  Optional<PluginManager> manager();

  /** What plugins have logged. */
  Optional<PluginLogs> logs();

  /** What calls the hooks. */
  Optional<HookDispatcher> dispatcher();

  /** What processes take of the machine. */
  Optional<ProcessUsages> usages();
}
