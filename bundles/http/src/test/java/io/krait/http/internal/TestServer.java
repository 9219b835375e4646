package io.krait.http.internal;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.PluginRequestAuthenticator;
import io.krait.api.management.HttpStatistics;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpResponse;
import io.krait.jetty.internal.JettyWebSockets;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** A server with the servlet in it, and plugins that are functions. */
final class TestServer implements AutoCloseable {

  /** As configured by nobody. */
  static final ExchangeLimits DEFAULTS =
      new ExchangeLimits(1000, Duration.ofSeconds(300), Duration.ofSeconds(10), 64 << 20, 64 << 10);

  /** As configured by nobody, too. */
  static final ClientRules CLIENTS = new ClientRules(List.of(), "MMAUTHTOKEN", false);

  /** As few and small as a test needs. */
  static final WebSocketLimits WEB_SOCKETS = new WebSocketLimits(2, 1000, 64 << 10);

  static final CookieFence FENCE = new CookieFence(List.of("MMAUTHTOKEN", "felix-webconsole-*"));

  private volatile PluginState state = PluginState.RUNNING;
  private volatile String debugged = "";
  private final FakeDispatcher dispatcher = new FakeDispatcher();
  private final PluginServlet servlet;
  private final ServletServer server;

  TestServer(ExchangeLimits limits) throws Exception {
    this(limits, null, null);
  }

  TestServer(ExchangeLimits limits, Path pluginFolder, PluginRequestAuthenticator authenticator)
      throws Exception {
    servlet =
        new PluginServlet(
            dispatcher,
            limits,
            CLIENTS,
            FENCE,
            WEB_SOCKETS,
            manager(pluginFolder),
            authenticator,
            new JettyWebSockets());
    server = new ServletServer(servlet);
  }

  void setIdleTimeout(Duration timeout) {
    server.setIdleTimeout(timeout);
  }

  /** How many bytes of a body have to come in a second, as the server sees it. */
  void setSlowestBody(long bytesPerSecond) {
    server.setSlowestBody(bytesPerSecond);
  }

  /** How much the system keeps of each connection that is made from now on. */
  void setSocketBuffers(int bytes) {
    server.setSocketBuffers(bytes);
  }

  /** Lets a plugin run. */
  void run(
      String id,
      Function<Flow.Publisher<ServeHttpRequest>, Flow.Publisher<ServeHttpResponse>> serveHttp) {
    dispatcher.run(id, serveHttp);
  }

  void run(String id, AsyncPluginHooks hooks) {
    dispatcher.run(id, hooks);
  }

  void stop(String id) {
    dispatcher.stop(id);
  }

  int port() {
    return server.port();
  }

  URI uri(String path) {
    return server.uri(path);
  }

  /** How many requests the servlet knows of. */
  int running() {
    return servlet.running();
  }

  /** How many WebSockets the servlet knows of. */
  int webSockets() {
    return servlet.webSockets();
  }

  /** What it has counted for a plugin. */
  HttpStatistics.Requests counted(String id) {
    return servlet.httpRequests().stream()
        .filter(requests -> requests.pluginId().equals(id))
        .findAny()
        .orElseThrow();
  }

  /** As when the bundle stops. */
  void stopServlet() {
    servlet.close();
  }

  @Override
  public void close() throws Exception {
    servlet.close();
    server.close();
  }

  /** What the plugins' manager says that all of them do. */
  void setState(PluginState value) {
    state = value;
  }

  /** Has a plugin be debugged. */
  void debugs(String id) {
    debugged = id;
  }

  private PluginManager manager(Path folder) {
    return (PluginManager)
        Proxy.newProxyInstance(
            TestServer.class.getClassLoader(),
            new Class<?>[] {PluginManager.class},
            (proxy, method, arguments) -> {
              boolean isDebugged = method.getName().equals("find") && debugged.equals(arguments[0]);
              if (!isDebugged && (!method.getName().equals("find") || folder == null)) {
                return Optional.empty();
              }
              return Optional.of(
                  ManagedPlugin.builder(
                          (String) arguments[0], "1.0.0", folder == null ? Path.of("") : folder)
                      .enabled(true)
                      .state(state)
                      .debugging(isDebugged)
                      .build());
            });
  }
}
