package io.krait.health.internal;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;

/**
 * Says that the process answers, and nothing of what it needs besides: what a new start would not
 * mend is no reason for one.
 */
@Component(
    service = HealthCheck.class,
    property = {HealthCheck.NAME + "=Krait lives", HealthCheck.TAGS + "=krait-live"})
public final class LiveHealth implements HealthCheck {

  @Override
  public Result execute() {
    var log = new FormattingResultLog();
    log.info("the server answers");
    return new Result(log);
  }
}
