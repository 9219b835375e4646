package io.krait.runtime.internal.life;

import io.krait.api.Nullable;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.protocol.SerialExecutor;
import io.krait.runtime.internal.plugins.Installation;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What the parts of one plugin's life share.
 *
 * @param tools what it shares with other plugins
 * @param queue runs its steps one after the other
 * @param journal takes what it logs
 * @param least from which level on it logs
 */
record LifeContext(
    String id,
    LifeTools tools,
    Executor queue,
    System.Logger log,
    PluginJournal journal,
    LeastLevel least,
    LiveSettings settings) {

  static LifeContext of(Installation installation, LifeTools tools) {
    String id = installation.id();
    // What comes after the end of everything has nobody left to wait for it.
    Executor queue = new SerialExecutor(tools.executor(), "a step in the life of a plugin")::tell;
    System.Logger log = System.getLogger("io.krait.plugin." + id);
    LeastLevel least = new LeastLevel(id, tools.choices(), tools.settings());
    return new LifeContext(
        id,
        tools,
        queue,
        log,
        new PluginJournal(
            id,
            tools.clock(),
            System::nanoTime,
            task -> later(tools.timer(), () -> queue.execute(task)),
            tools.logs(),
            least,
            log),
        least,
        new LiveSettings(id, tools.choices(), SettingsRules.of(installation)));
  }

  private static void later(ScheduledExecutorService timer, Runnable task) {
    try {
      timer.schedule(task, 1, TimeUnit.SECONDS);
    } catch (RejectedExecutionException stopping) {
      // Nobody counts what is said at the very end.
    }
  }

  /** From which level on it logs, as plugins know it. */
  String logLevel() {
    return least.name();
  }

  /** Logs what has gone wrong with the plugin, in the plugin's own log too: people look there. */
  void complain(System.Logger.Level level, String text) {
    journal.complain(level, text);
  }

  /** Why the plugin cannot be started. */
  ManagementException startFailed(String problem, @Nullable Throwable cause) {
    return new ManagementException(
        Problem.START_FAILED, "cannot start plugin %s: %s".formatted(id, problem), cause);
  }
}
