package io.krait.health.internal;

import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.PluginCalls;
import io.krait.api.Readiness;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says which operations are refused for plugins that are away, and which plugins do not answer. */
@Component(
    service = HealthCheck.class,
    property = {
      HealthCheck.NAME + "=Krait guards",
      HealthCheck.TAGS + "=krait",
      HealthCheck.TAGS + "=krait-all"
    })
public final class GuardHealth implements HealthCheck {
  private final Readiness readiness;
  private final HookDispatcher dispatcher;

  @Activate
  public GuardHealth(@Reference Readiness readiness, @Reference HookDispatcher dispatcher) {
    this.readiness = readiness;
    this.dispatcher = dispatcher;
  }

  @Override
  public Result execute() {
    var log = new FormattingResultLog();
    Readiness.Report report = readiness.report();
    if (!report.ready()) {
      log.temporarilyUnavailable("{}", report.reason());
    }
    for (Readiness.Refusal refusal : report.refusals()) {
      log.warn(
          "what plugin {} guards by {} is refused: {}",
          refusal.pluginId(),
          refusal.hooks().stream().map(HookName::hookName).collect(Collectors.joining(", ")),
          refusal.reason());
    }
    for (PluginCalls calls : dispatcher.calls()) {
      if (calls.suspended()) {
        log.warn("plugin {} does not answer, and is asked no hooks", calls.pluginId());
      }
    }
    if (!log.iterator().hasNext()) {
      log.info("nothing is refused for plugins that are away, and all answer");
    }
    return new Result(log);
  }
}
