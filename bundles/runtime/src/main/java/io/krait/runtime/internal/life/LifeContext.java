package io.krait.runtime.internal.life;

import io.krait.api.Nullable;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginLogs;
import io.krait.protocol.SerialExecutor;
import io.krait.runtime.internal.plugins.Installation;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * What the parts of one plugin's life share.
 *
 * @param tools what it shares with other plugins
 * @param queue runs its steps one after the other
 */
record LifeContext(
    String id, LifeTools tools, Executor queue, System.Logger log, LiveSettings settings) {

  static LifeContext of(Installation installation, LifeTools tools) {
    String id = installation.id();
    return new LifeContext(
        id,
        tools,
        // What comes after the end of everything has nobody left to wait for it.
        new SerialExecutor(tools.executor(), "a step in the life of a plugin")::tell,
        System.getLogger("io.krait.plugin." + id),
        new LiveSettings(id, tools.choices(), SettingsRules.of(installation)));
  }

  /** Logs what has gone wrong with the plugin, in the plugin's own log too: people look there. */
  void complain(System.Logger.Level level, String text) {
    log.log(level, text);
    tools
        .logs()
        .write(id, new PluginLogs.Entry(tools.clock().instant(), level, "krait", text, Map.of()));
  }

  /** Why the plugin cannot be started. */
  ManagementException startFailed(String problem, @Nullable Throwable cause) {
    return new ManagementException(
        Problem.START_FAILED, "cannot start plugin %s: %s".formatted(id, problem), cause);
  }
}
