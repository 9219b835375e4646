package io.krait.health.internal;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether all plugins are well; it is as bad as the worst of them. */
@Component(
    service = HealthCheck.class,
    property = {
      HealthCheck.NAME + "=Krait plugins",
      HealthCheck.TAGS + "=krait",
      HealthCheck.TAGS + "=krait-all"
    })
public final class AllPluginsHealth implements HealthCheck {
  private final PluginManager manager;
  private final PluginHealthChecks each;

  @Activate
  public AllPluginsHealth(@Reference PluginManager manager, @Reference PluginHealthChecks each) {
    this.manager = manager;
    this.each = each;
  }

  @Override
  public Result execute() {
    each.lookAgain();
    var log = new FormattingResultLog();
    var plugins = manager.list();
    if (plugins.isEmpty()) {
      log.info("no plugin is installed");
    }
    for (ManagedPlugin plugin : plugins) {
      PluginHealth.log(plugin, log);
    }
    return new Result(log);
  }
}
