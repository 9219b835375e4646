package io.krait.http.internal;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookDispatcher;
import io.krait.api.Nullable;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;

/**
 * Hands requests for the metrics of plugins over to them. They are not for users, so that it is
 * there only where somebody has said where: in its configuration, which may name another listener
 * by the properties of the HTTP Whiteboard.
 */
@Component(
    service = Servlet.class,
    configurationPid = "io.krait.http.metrics",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PluginMetricsConfiguration.class)
@RequireHttpWhiteboard
@HttpWhiteboardServletName("Krait metrics of plugins")
@HttpWhiteboardServletAsyncSupported
public final class PluginMetricsServlet extends PluginRequestServlet {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable byte[] authorization;

  @Activate
  public PluginMetricsServlet(
      @Reference HookDispatcher dispatcher, PluginMetricsConfiguration configuration) {
    this(dispatcher, ExchangeLimits.of(configuration), configuration.bearer_token());
  }

  /**
   * A servlet outside of a container.
   *
   * @param token what requests must show; blank for nothing
   */
  PluginMetricsServlet(HookDispatcher dispatcher, ExchangeLimits limits, String token) {
    super(dispatcher, limits, ClientRules.NO_USERS, new CookieFence(List.of("*")));
    authorization = token.isBlank() ? null : ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
  }

  @Deactivate
  public void close() {
    endAll();
  }

  @Override
  void serve(HttpServletRequest request, PluginPath path, AsyncPluginHooks hooks, Exchange exchange)
      throws RefusedException, IOException {
    if (!isAllowed(request.getHeader("Authorization"))) {
      throw new RefusedException(HostError.tokenDemanded());
    }
    RequestHead head = admit(request, path.belowMetrics(), exchange);
    exchange.call(hooks::serveMetrics, head.initOfNobody(exchange.requestId()));
  }

  // In a time that does not tell how much of it was right.
  private boolean isAllowed(@Nullable String sent) {
    return authorization == null
        || (sent != null
            && MessageDigest.isEqual(authorization, sent.getBytes(StandardCharsets.UTF_8)));
  }
}
