package io.krait.health.internal;

import io.krait.api.VisibleText;
import io.krait.doctor.Finding;
import io.krait.doctor.components.Checkup;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Says what bundles of Krait, and those that use it, lack, as the command {@code plugin:why} does.
 */
@Component(
    service = HealthCheck.class,
    property = {
      HealthCheck.NAME + "=Krait parts",
      HealthCheck.TAGS + "=krait",
      HealthCheck.TAGS + "=krait-parts"
    })
public final class PartsHealth implements HealthCheck {
  private final BundleContext context;
  private final ServiceComponentRuntime components;

  @Activate
  public PartsHealth(BundleContext context, @Reference ServiceComponentRuntime components) {
    this.context = context;
    this.components = components;
  }

  @Override
  public Result execute() {
    Checkup checkup = Checkup.of(context, components);
    var log = new FormattingResultLog();
    log.info("bundles of Krait, and those that use it: {}", checkup.bundles());
    for (String still : checkup.told(Finding.Kind.STANDS_STILL)) {
      log.warn("{}", VisibleText.line(still));
    }
    for (String without : checkup.told(Finding.Kind.DOES_WITHOUT)) {
      log.info("{}", VisibleText.line(without));
    }
    return new Result(log);
  }
}
