package io.krait.metrics.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Offers a registry of meters, and an endpoint where Prometheus reads all that is in it. */
@Component(
    service = PrometheusEndpoint.class,
    immediate = true,
    configurationPid = "io.krait.metrics")
@Designate(ocd = MetricsConfiguration.class)
public final class PrometheusEndpoint {
  private static final Logger LOG = System.getLogger(PrometheusEndpoint.class.getName());

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private ServiceRegistration<MeterRegistry> meters;
  private WhiteboardServlet servlet;

  @Activate
  public PrometheusEndpoint(BundleContext context, MetricsConfiguration configuration) {
    if (!configuration.enabled()) {
      return;
    }
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    meters = context.registerService(MeterRegistry.class, registry, null);
    if (isServletThere()) {
      servlet = new WhiteboardServlet(context, registry, configuration);
    } else {
      LOG.log(
          Level.INFO,
          "there is no endpoint for Prometheus: no bundle exports jakarta.servlet, as"
              + " org.apache.felix.http.servlet-api does; other registries of meters have the figures");
    }
  }

  private static boolean isServletThere() {
    try {
      Class.forName("jakarta.servlet.Servlet", false, PrometheusEndpoint.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Deactivate
  void close() {
    if (servlet != null) {
      servlet.close();
    }
    if (meters != null) {
      meters.unregister();
    }
    registry.close();
  }
}
