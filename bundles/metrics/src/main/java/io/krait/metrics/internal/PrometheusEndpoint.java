package io.krait.metrics.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.Servlet;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/** Offers a registry of meters, and an endpoint where Prometheus reads all that is in it. */
@Component(
    service = PrometheusEndpoint.class,
    immediate = true,
    configurationPid = "io.krait.metrics")
@Designate(ocd = MetricsConfiguration.class)
public final class PrometheusEndpoint {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private ServiceRegistration<MeterRegistry> meters;
  private ServiceRegistration<Servlet> servlet;

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
    var properties = new Hashtable<String, Object>();
    properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, configuration.path());
    properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "Krait metrics");
    servlet =
        context.registerService(
            Servlet.class,
            new PrometheusServlet(registry, configuration.bearer_token()),
            properties);
  }

  @Deactivate
  void close() {
    if (servlet != null) {
      servlet.unregister();
    }
    if (meters != null) {
      meters.unregister();
    }
    registry.close();
  }
}
