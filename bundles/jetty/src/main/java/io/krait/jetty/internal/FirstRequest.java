package io.krait.jetty.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
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

  private final ServerTuning tuning;

  @Activate
  public FirstRequest(JettyConfiguration configuration) {
    tuning =
        new ServerTuning(
            Math.max(0, Math.min(1_000_000, configuration.slowest_body_bytes_per_second())));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    tuning.tune(
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnector()
            .getServer());
    chain.doFilter(request, response);
  }

  /** Leaves the server as it was. */
  @Deactivate
  public void close() {
    tuning.close();
  }
}
