package io.krait.metrics.internal;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.Servlet;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/** The endpoint as a servlet: all that needs Jakarta Servlet, which is not there in each server. */
final class WhiteboardServlet implements AutoCloseable {
  private final ServiceRegistration<Servlet> servlet;

  WhiteboardServlet(
      BundleContext context, PrometheusMeterRegistry registry, MetricsConfiguration configuration) {
    var properties = new Hashtable<String, Object>();
    properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, configuration.path());
    properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "Krait metrics");
    servlet =
        context.registerService(
            Servlet.class,
            new PrometheusServlet(registry, configuration.bearer_token()),
            properties);
  }

  @Override
  public void close() {
    servlet.unregister();
  }
}
