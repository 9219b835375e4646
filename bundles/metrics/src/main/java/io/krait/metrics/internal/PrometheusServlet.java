package io.krait.metrics.internal;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Writes what is in a registry, in the text format of Prometheus. */
final class PrometheusServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient PrometheusMeterRegistry registry;
  private final transient byte[] authorization;

  /**
   * A servlet for that registry.
   *
   * @param token what must be sent as bearer token; empty for none
   */
  PrometheusServlet(PrometheusMeterRegistry registry, String token) {
    this.registry = registry;
    this.authorization =
        token.isBlank() ? new byte[0] : ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isAllowed(request.getHeader("Authorization"))) {
      response.setHeader("WWW-Authenticate", "Bearer");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    response.setContentType("text/plain; version=0.0.4; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    byte[] text = registry.scrape().getBytes(StandardCharsets.UTF_8);
    response.setContentLength(text.length);
    response.getOutputStream().write(text);
  }

  // In a time that does not tell how much of it was right.
  private boolean isAllowed(String sent) {
    return authorization.length == 0
        || (sent != null
            && MessageDigest.isEqual(authorization, sent.getBytes(StandardCharsets.UTF_8)));
  }
}
