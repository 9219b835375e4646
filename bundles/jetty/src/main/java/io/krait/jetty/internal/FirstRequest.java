package io.krait.jetty.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;

/**
 * Meets the server with its first request, as Felix HTTP shows it to nobody before, unless somebody
 * has a connector for it. The launcher makes such a request before it says that the server runs.
 */
@Component(service = Preprocessor.class, configurationPid = "io.krait.jetty")
@Designate(ocd = JettyConfiguration.class)
@RequireHttpWhiteboard
public final class FirstRequest implements Preprocessor, Filter {

  private final BundleContext context;
  private final ServerTuning tuning;
  private final LeaveTaking leave;
  private final Beginning beginning;

  @Activate
  public FirstRequest(BundleContext context, JettyConfiguration configuration) {
    this.context = context;
    tuning =
        new ServerTuning(
            Math.max(0, Math.min(1_000_000, configuration.slowest_body_bytes_per_second())));
    leave =
        new LeaveTaking(
            Duration.ofSeconds(Math.max(0, Math.min(600, configuration.leave_seconds()))));
    context.addBundleListener(leave);
    beginning = Beginning.of(context);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ServletContextRequest met = ServletContextRequest.getServletContextRequest(request);
    tuning.tune(met.getConnectionMetaData().getConnector().getServer());
    HttpServletResponse answer = (HttpServletResponse) response;
    leave.met(met, answer);
    if (!SingleSlashes.answered(met, answer)) {
      chain.doFilter(request, beginning.seen(answer));
    }
  }

  /** Leaves the server as it was. */
  @Deactivate
  public void close() {
    context.removeBundleListener(leave);
    tuning.close();
  }
}
