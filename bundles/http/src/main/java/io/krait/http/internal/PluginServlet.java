package io.krait.http.internal;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.Bytes;
import io.krait.api.HookDispatcher;
import io.krait.api.Nullable;
import io.krait.api.PluginRequestAuthenticator;
import io.krait.api.PluginRequestAuthenticator.AuthenticatedSession;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
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
@Component(service = Servlet.class, configurationPid = "io.krait.http")
@Designate(ocd = HttpConfiguration.class)
@RequireHttpWhiteboard
@HttpWhiteboardServletPattern("/plugins/*")
@HttpWhiteboardServletName("Krait plugins")
@HttpWhiteboardServletAsyncSupported
public final class PluginServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(PluginServlet.class.getName());

  private final transient HookDispatcher dispatcher;
  private final transient HttpSettings settings;
  private final transient Exchanges exchanges;
  private final transient Sessions sessions;
  private final transient PublicFiles files = new PublicFiles();
  private final transient RequestIds ids = new RequestIds();

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private transient volatile @Nullable PluginManager plugins;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private transient volatile @Nullable PluginRequestAuthenticator authenticator;

  @Activate
  public PluginServlet(@Reference HookDispatcher dispatcher, HttpConfiguration configuration) {
    this(dispatcher, HttpSettings.of(configuration), null, null);
  }

  /** A servlet outside of a container. */
  PluginServlet(
      HookDispatcher dispatcher,
      HttpSettings settings,
      @Nullable PluginManager plugins,
      @Nullable PluginRequestAuthenticator authenticator) {
    this.dispatcher = dispatcher;
    this.settings = settings;
    this.plugins = plugins;
    this.authenticator = authenticator;
    exchanges = new Exchanges(settings.maxRequestsPerPlugin(), System::nanoTime);
    sessions = new Sessions(settings.strictCsrf());
  }

  /** How many requests run. */
  public int running() {
    return exchanges.size();
  }

  /** Ends all requests. */
  @Deactivate
  public void close() {
    exchanges.close();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String mount = request.getContextPath() + request.getServletPath();
    Optional<PluginPath> path = PluginPath.of(request.getRequestURI(), mount);
    Exchange exchange =
        new Exchange(
            exchanges,
            settings,
            request,
            response,
            path.map(PluginPath::pluginId).orElse("?"),
            ids.next());
    exchanges.watch(exchange);
    try {
      serve(request, path, exchange);
    } catch (RefusedException refused) {
      exchange.answer(refused.error());
    } catch (RuntimeException problem) {
      LOG.log(Level.ERROR, exchange.name() + ": serving it failed", problem);
      exchange.answer(HostError.internal("the server has failed to serve the request"));
    }
  }

  private void serve(HttpServletRequest request, Optional<PluginPath> asked, Exchange exchange)
      throws RefusedException, IOException {
    if (exchanges.isClosed()) {
      throw new RefusedException(HostError.stopping());
    }
    PluginPath path =
        asked.orElseThrow(
            () -> new RefusedException(HostError.notFound("the path names no plugin")));
    AsyncPluginHooks hooks =
        dispatcher
            .async(path.pluginId())
            .orElseThrow(
                () ->
                    new RefusedException(
                        HostError.notFound(
                            "there is no plugin %s that runs".formatted(path.pluginId()))));
    Optional<String> file = path.publicFile();
    if (file.isPresent()) {
      exchange.answer(files.open(folder(path.pluginId()), file.get(), request));
      return;
    }
    if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      throw new RefusedException(HostError.noWebSockets());
    }
    RequestHead head = RequestHead.of(request, path, settings);
    if (!exchange.takePlace()) {
      throw new RefusedException(HostError.busy(path.pluginId(), settings.maxRequestsPerPlugin()));
    }
    Sessions.Finding finding = sessions.find(request, head, authenticator);
    if (finding.inForm()) {
      exchange.prefetch(
          form -> {
            try {
              call(exchange, hooks, head, finding.with(form(form)));
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
    exchange.call(hooks, head.init(exchange.requestId(), session, settings));
  }

  private static QueryString form(Bytes body) {
    return QueryString.of(body.toUtf8());
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
