package io.krait.http.internal;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** What servlets have in common whose requests are for plugins: the plugin is in the path. */
abstract class PluginRequestServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(PluginRequestServlet.class.getName());

  private final transient HookDispatcher dispatcher;
  private final transient ExchangeLimits limits;
  private final transient ClientRules clients;
  private final transient CookieFence cookies;
  private final transient Exchanges exchanges;
  private final transient RequestIds ids = new RequestIds();

  PluginRequestServlet(
      HookDispatcher dispatcher, ExchangeLimits limits, ClientRules clients, CookieFence cookies) {
    this.dispatcher = dispatcher;
    this.limits = limits;
    this.clients = clients;
    this.cookies = cookies;
    exchanges =
        new Exchanges(
            limits.maxRequestsPerPlugin(), System::nanoTime, pluginId -> isDebugged(pluginId));
  }

  /** How many requests run. */
  public int running() {
    return exchanges.size();
  }

  /** Who counts them. */
  final Traffic traffic() {
    return exchanges.traffic();
  }

  /** Ends all requests. */
  final void endAll() {
    exchanges.close();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String mount = request.getContextPath() + request.getServletPath();
    Optional<PluginPath> path = PluginPath.of(request.getRequestURI(), mount);
    Optional<AsyncPluginHooks> hooks = path.map(PluginPath::pluginId).flatMap(dispatcher::async);
    Exchange exchange =
        new Exchange(
            exchanges,
            limits,
            request,
            response,
            path.map(PluginPath::pluginId).orElse("?"),
            new CookieFence.Gate(
                cookies,
                path.map(PluginPath::pluginId).orElse("?"),
                mount + "/" + path.map(PluginPath::pluginId).orElse("")),
            ids.next(),
            exchanges.traffic().began(hooks.isPresent() ? path.get().pluginId() : ""));
    exchanges.watch(exchange);
    try {
      serve(request, path, hooks, exchange);
    } catch (RefusedException refused) {
      exchange.answer(refused.error());
    } catch (RuntimeException problem) {
      LOG.log(Level.ERROR, exchange.name() + ": serving it failed", problem);
      exchange.answer(HostError.internal("the server has failed to serve the request"));
    }
  }

  private void serve(
      HttpServletRequest request,
      Optional<PluginPath> asked,
      Optional<AsyncPluginHooks> running,
      Exchange exchange)
      throws RefusedException, IOException {
    PluginPath path = named(asked);
    serve(request, path, running(path, running), exchange);
  }

  /** The number of the next request. */
  final String nextId() {
    return ids.next();
  }

  /** Which plugin a request is for. */
  final PluginPath path(HttpServletRequest request) throws RefusedException {
    return named(
        PluginPath.of(
            request.getRequestURI(), request.getContextPath() + request.getServletPath()));
  }

  private PluginPath named(Optional<PluginPath> path) throws RefusedException {
    if (exchanges.isClosed()) {
      throw new RefusedException(HostError.stopping());
    }
    PluginPath named =
        path.orElseThrow(
            () -> new RefusedException(HostError.notFound("the path names no plugin")));
    if (named.hasSteps()) {
      throw new RefusedException(
          HostError.badRequest("the path has . or .. between slashes; send it without them"));
    }
    return named;
  }

  /** The hooks of a plugin, which has to run. */
  final AsyncPluginHooks running(PluginPath path) throws RefusedException {
    return running(path, dispatcher.async(path.pluginId()));
  }

  private AsyncPluginHooks running(PluginPath path, Optional<AsyncPluginHooks> hooks)
      throws RefusedException {
    return hooks.orElseThrow(() -> new RefusedException(absent(path.pluginId())));
  }

  /** What a plugin may see of a request. */
  final RequestHead head(HttpServletRequest request, PluginPath path) throws RefusedException {
    return RequestHead.of(request, path, limits.maxHeaderBytes(), clients);
  }

  /** Whether somebody debugs a plugin, which may stand still then for as long as that takes. */
  boolean isDebugged(String pluginId) {
    return false;
  }

  /** What is answered for a plugin that does not run. */
  HostError absent(String pluginId) {
    return HostError.notFound("there is no plugin %s that runs".formatted(pluginId));
  }

  /** Serves a request for a plugin that runs, or hands it over. */
  abstract void serve(
      HttpServletRequest request, PluginPath path, AsyncPluginHooks hooks, Exchange exchange)
      throws RefusedException, IOException;

  /** Takes one of the plugin's places, and reads what the plugin may see of the request. */
  final RequestHead admit(HttpServletRequest request, PluginPath path, Exchange exchange)
      throws RefusedException {
    RequestHead head = head(request, path);
    if (!exchange.takePlace()) {
      throw new RefusedException(HostError.busy(path.pluginId(), limits.maxRequestsPerPlugin()));
    }
    return head;
  }
}
