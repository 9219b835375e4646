package io.krait.http.internal;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookDispatcher;
import io.krait.api.Nullable;
import io.krait.api.PluginRequestAuthenticator;
import io.krait.api.PluginRequestAuthenticator.AuthenticatedSession;
import io.krait.api.management.HttpStatistics;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.krait.api.web.WebSockets;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Finds out which plugin a request is for and whose it is, and hands it over. */
@Component(
    service = {Servlet.class, HttpStatistics.class},
    configurationPid = "io.krait.http")
@Designate(ocd = HttpConfiguration.class)
@RequireHttpWhiteboard
@HttpWhiteboardServletPattern("/plugins/*")
@HttpWhiteboardServletName("Krait plugins")
@HttpWhiteboardServletAsyncSupported
public final class PluginServlet extends PluginRequestServlet implements HttpStatistics {

  private static final long serialVersionUID = 1L;

  private final transient Sessions sessions;
  private final transient WebSocketLimits limits;
  private final transient PluginWebSockets sockets;
  private final transient PublicFiles files = new PublicFiles();

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private transient volatile @Nullable PluginManager plugins;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private transient volatile @Nullable PluginRequestAuthenticator authenticator;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private transient volatile @Nullable WebSockets webSockets;

  @Activate
  public PluginServlet(@Reference HookDispatcher dispatcher, HttpConfiguration configuration) {
    this(
        dispatcher,
        ExchangeLimits.of(configuration),
        ClientRules.of(configuration),
        CookieFence.of(configuration),
        WebSocketLimits.of(configuration),
        null,
        null,
        null);
  }

  /** A servlet outside of a container. */
  PluginServlet(
      HookDispatcher dispatcher,
      ExchangeLimits limits,
      ClientRules clients,
      CookieFence cookies,
      WebSocketLimits webSocketLimits,
      @Nullable PluginManager plugins,
      @Nullable PluginRequestAuthenticator authenticator,
      @Nullable WebSockets webSockets) {
    super(dispatcher, limits, clients, cookies);
    this.limits = webSocketLimits;
    this.plugins = plugins;
    this.authenticator = authenticator;
    this.webSockets = webSockets;
    sockets = new PluginWebSockets(webSocketLimits, cookies, traffic());
    sessions = new Sessions(clients.strictCsrf());
  }

  @Override
  public List<Requests> httpRequests() {
    return traffic().statistics();
  }

  /** How many WebSockets there are. */
  int webSockets() {
    return sockets.size();
  }

  /** Ends all requests. */
  @Deactivate
  public void close() {
    sockets.close();
    endAll();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      super.service(request, response);
      return;
    }
    String requestId = nextId();
    try {
      serveWebSocket(request, response, requestId);
    } catch (RefusedException refused) {
      refused.error().writeTo(response, requestId);
    }
  }

  private void serveWebSocket(
      HttpServletRequest request, HttpServletResponse response, String requestId)
      throws RefusedException {
    PluginPath path = path(request);
    AsyncPluginHooks hooks = running(path);
    WebSockets container = webSockets;
    if (container == null || limits.mostPerPlugin() == 0) {
      throw new RefusedException(HostError.noWebSockets());
    }
    RequestHead head = head(request, path);
    // Browsers let pages of any site open WebSockets, with the cookies of this one.
    boolean foreign =
        head.token().filter(RequestHead.Token::inCookie).isPresent()
            && Origins.isOfAnotherSite(request);
    Optional<AuthenticatedSession> session =
        foreign ? Optional.empty() : sessions.find(request, head, authenticator).session();
    sockets.serve(
        container, request, response, path, hooks, requestId, head.init(requestId, session));
  }

  @Override
  void serve(HttpServletRequest request, PluginPath path, AsyncPluginHooks hooks, Exchange exchange)
      throws RefusedException, IOException {
    Optional<String> file = path.publicFile();
    if (file.isPresent()) {
      exchange.answer(files.open(folder(path.pluginId()), file.get(), request));
      return;
    }
    RequestHead head = admit(request, path, exchange);
    Sessions.Finding finding = sessions.find(request, head, authenticator);
    if (finding.inForm()) {
      exchange.prefetch(
          form -> {
            try {
              call(exchange, hooks, head, finding.with(head, form));
            } catch (IOException gone) {
              exchange.clientLost(gone);
            }
          });
    } else {
      call(exchange, hooks, head, finding.session());
    }
  }

  private void call(
      Exchange exchange,
      AsyncPluginHooks hooks,
      RequestHead head,
      Optional<AuthenticatedSession> session)
      throws IOException {
    exchange.call(hooks::serveHttp, head.init(exchange.requestId(), session));
  }

  @Override
  boolean isDebugged(String pluginId) {
    PluginManager manager = plugins;
    return Optional.ofNullable(manager)
        .flatMap(known -> known.find(pluginId))
        .filter(ManagedPlugin::debugging)
        .isPresent();
  }

  @Override
  HostError absent(String pluginId) {
    PluginManager manager = plugins;
    PluginState state =
        Optional.ofNullable(manager)
            .flatMap(known -> known.find(pluginId))
            .filter(ManagedPlugin::enabled)
            .map(ManagedPlugin::state)
            .orElse(PluginState.DISABLED);
    return switch (state) {
      // One that runs has begun to between the two looks.
      case WAITING, STARTING, RUNNING -> HostError.notYet(pluginId, false);
      case BACKING_OFF -> HostError.notYet(pluginId, true);
      case DISABLED, STOPPING, FAILED -> super.absent(pluginId);
    };
  }

  private Path folder(String pluginId) throws RefusedException {
    PluginManager manager = plugins;
    return Optional.ofNullable(manager)
        .flatMap(known -> known.find(pluginId))
        .map(ManagedPlugin::folder)
        .orElseThrow(
            () ->
                new RefusedException(
                    HostError.notFound("plugin %s has no files".formatted(pluginId))));
  }
}
