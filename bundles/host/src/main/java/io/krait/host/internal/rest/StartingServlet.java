package io.krait.host.internal.rest;

import io.krait.host.internal.storage.Ids;
import io.krait.host.internal.storage.Json;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Answers below {@code /api}, and for incoming webhooks, where nobody else does: that the host is
 * starting, or stopping, while it is; and that there is no such page where it will never be. It
 * needs nothing that has to start.
 */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.servlet.name=io.krait.host.starting",
      "osgi.http.whiteboard.servlet.pattern=/api/*",
      "osgi.http.whiteboard.servlet.pattern=/hooks/*",
      // The API has the webhooks by the same pattern, and takes them over.
      "service.ranking:Integer=-1",
      "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
    })
public final class StartingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Ids ids = new Ids();
  private final transient Json json = new Json();

  /** Answers from now on. */
  @Activate
  public StartingServlet() {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // This is asked for the API only while it is not there.
    if (isOfHost(request)) {
      response.setHeader("Retry-After", "2");
      answer(
          response,
          503,
          "api.context.starting.app_error",
          "the host is starting or stopping; try again soon");
    } else {
      answer(
          response, 404, "api.context.404.app_error", "there is no such page; the API is /api/v4");
    }
  }

  private static boolean isOfHost(HttpServletRequest request) {
    String path = request.getPathInfo();
    return request.getServletPath().equals("/hooks")
        || (path != null && (path.equals("/v4") || path.startsWith("/v4/")));
  }

  private void answer(HttpServletResponse response, int status, String id, String message)
      throws IOException {
    String requestId = IdentifyingFilter.requestId(response, ids);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", id);
    body.put("message", message);
    body.put("detailed_error", "");
    body.put("request_id", requestId);
    body.put("status_code", status);
    byte[] text = json.write(body).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setHeader(IdentifyingFilter.REQUEST, requestId);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("application/json");
    response.setContentLength(text.length);
    response.getOutputStream().write(text);
  }
}
