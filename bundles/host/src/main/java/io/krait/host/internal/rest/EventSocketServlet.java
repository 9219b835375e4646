package io.krait.host.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.Nullable;
import io.krait.api.web.WebSocketBounds;
import io.krait.api.web.WebSockets;
import io.krait.host.internal.json.ModelJson;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.Host;
import io.krait.host.internal.serving.Workers;
import io.krait.host.internal.storage.HostDatabase;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Where clients connect to be told what happens, by the WebSockets of the HTTP container; without
 * such it answers 501. A connection that is idle holds no thread.
 */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.servlet.name=io.krait.host.websocket",
      "osgi.http.whiteboard.servlet.pattern=/api/v4/websocket",
      "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
    })
public final class EventSocketServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** A client has to answer a ping, or to say something, in this time. */
  private static final WebSocketBounds BOUNDS =
      new WebSocketBounds(64 << 10, Duration.ofSeconds(110), 512);

  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int THREADS = 4;

  private final transient AtomicReference<@Nullable WebSockets> sockets = new AtomicReference<>();
  private final transient Host host;
  private final transient OwnSite site;
  private final transient ObjectMapper mapper = ModelJson.mapper();
  private final transient Workers workers = new Workers("krait-host-sockets", THREADS);
  private final transient SocketActions actions;

  /** The connections to this host. */
  @Activate
  public EventSocketServlet(
      @Reference Host host, @Reference DispatchedHooks hooks, @Reference HostDatabase database) {
    this.host = host;
    this.site = OwnSite.at(database.settings().siteUrl());
    this.actions = new SocketActions(host.services(), hooks);
  }

  /** From now on connections are made by these. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindSockets(WebSockets bound) {
    sockets.set(bound);
  }

  /** These are there no longer; others may be bound already. */
  public void unbindSockets(WebSockets gone) {
    sockets.compareAndSet(gone, null);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    WebSockets bound = sockets.get();
    if (bound == null) {
      refuse(
          response,
          501,
          "api.web_socket.connect.not_implemented.app_error",
          "this server's HTTP container has no WebSockets");
      return;
    }
    SocketRequest asked = SocketRequest.of(request, site);
    if (asked.isOfAnotherSite()) {
      refuse(
          response,
          403,
          "api.web_socket.connect.check_origin.app_error",
          "the request comes from a page of another site, which may not do this");
      return;
    }
    EventSocket socket = new EventSocket(asked, host.services(), actions, mapper, workers);
    if (!bound.upgrade(request, response, BOUNDS, socket)) {
      refuse(
          response,
          400,
          "api.web_socket.connect.upgrade.app_error",
          "this address is for WebSockets alone");
    }
  }

  private void refuse(HttpServletResponse response, int status, String id, String message)
      throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", id);
    body.put("message", message);
    body.put("detailed_error", "");
    body.put(
        "request_id", IdentifyingFilter.requestId(response, host.services().surroundings().ids()));
    body.put("status_code", status);
    response.setStatus(status);
    response.setContentType("application/json");
    response
        .getOutputStream()
        .write(mapper.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
  }

  /** Takes no more connections; those that are there end with the host. */
  @Deactivate
  public void close() {
    sockets.set(null);
    workers.close(GRACE);
  }
}
