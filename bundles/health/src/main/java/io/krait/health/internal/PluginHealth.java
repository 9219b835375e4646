package io.krait.health.internal;

import io.krait.api.VisibleText;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;

/** Says whether one plugin is well. */
final class PluginHealth implements HealthCheck {
  private final PluginManager manager;
  private final String id;

  PluginHealth(PluginManager manager, String id) {
    this.manager = manager;
    this.id = id;
  }

  @Override
  public Result execute() {
    var log = new FormattingResultLog();
    manager
        .find(id)
        .ifPresentOrElse(
            plugin -> log(plugin, log),
            () -> log.temporarilyUnavailable("plugin {}: it is not installed any longer", id));
    return new Result(log);
  }

  static void log(ManagedPlugin plugin, FormattingResultLog log) {
    String text =
        "plugin %s %s: %s%s"
            .formatted(
                plugin.id(),
                plugin.version(),
                plugin.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                plugin.reason().isEmpty() ? "" : ": " + VisibleText.line(plugin.reason()));
    if (plugin.debugging()) {
      log.warn("plugin {}: it is in debug mode, and may stand still", plugin.id());
    }
    switch (plugin.state()) {
      case RUNNING, DISABLED -> log.info("{}", text);
      case STARTING, STOPPING, WAITING -> log.temporarilyUnavailable("{}", text);
      case BACKING_OFF -> log.warn("{}", text);
      case FAILED -> log.critical("{}", text);
    }
  }
}
