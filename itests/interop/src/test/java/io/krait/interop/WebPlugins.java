package io.krait.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.PluginApi;
import io.krait.http.internal.Conditions;
import io.krait.http.internal.HttpConfiguration;
import io.krait.http.internal.PluginServlet;
import io.krait.http.internal.RawClient;
import io.krait.http.internal.ServletServer;
import io.krait.protocol.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Plugins in Python that answer HTTP requests, behind a real server. What they do is in the folder
 * {@code web} of the tests' resources; each is known by the name of its file.
 */
final class WebPlugins implements AutoCloseable {

  static final String BLOCKING = "blocking";
  static final String COROUTINE = "coroutine";
  static final String STARLETTE = "starlette_app";
  static final String FLASK = "flask_app";
  static final String MUTE = "mute";

  /** What the system keeps of a connection: little, so that what is ahead of a reader is ours. */
  private static final int SOCKET_BUFFER = 128 << 10;

  private final LivePlugins plugins;
  private final PluginServlet servlet;
  private final ServletServer server;

  /** Runs plugins, whose calls {@code carrier} carries, and which are active when it returns. */
  WebPlugins(Path cache, Transport carrier, String... names) throws Exception {
    plugins = new LivePlugins(cache, new PluginApi() {}, carrier);
    servlet =
        new PluginServlet(plugins.dispatch(), Configurations.defaults(HttpConfiguration.class));
    server = new ServletServer(servlet);
    server.setSocketBuffers(SOCKET_BUFFER);
    Path folder = Path.of(WebPlugins.class.getResource("/web").toURI());
    List<CompletableFuture<?>> starts = new ArrayList<>();
    for (String name : names) {
      starts.add(plugins.supervise(id(name), folder, name + ".py").start());
    }
    for (CompletableFuture<?> start : starts) {
      start.get(LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS);
      plugins.opened();
    }
  }

  private static String id(String name) {
    return "com.example." + name;
  }

  static String path(String plugin, String path) {
    return "/plugins/" + id(plugin) + path;
  }

  URI uri(String plugin, String path) {
    return server.uri(path(plugin, path));
  }

  RawClient client() throws IOException {
    return new RawClient(server.port());
  }

  /** A client of which the system keeps as little as of the server. */
  RawClient narrowClient() throws IOException {
    return new RawClient(server.port(), SOCKET_BUFFER);
  }

  /** A client that has changed over from HTTP/1.1 to HTTP/2, as it does with its first request. */
  HttpClient http2() throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    HttpRequest request = HttpRequest.newBuilder(server.uri("/plugins/")).build();
    HttpResponse<Void> first = client.send(request, HttpResponse.BodyHandlers.discarding());
    assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);
    return client;
  }

  /** What a plugin answers to a request with a connection of its own. */
  RawClient.Answer get(String plugin, String path) throws IOException {
    try (RawClient client = client()) {
      return client.get(path(plugin, path));
    }
  }

  /** What a handler has counted under a name up to now. */
  long count(String plugin, String name) {
    try {
      return Long.parseLong(get(plugin, "/count?name=" + name).text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until a handler has counted something under a name. */
  void awaitCount(String plugin, String name) throws InterruptedException {
    Conditions.await(() -> count(plugin, name) > 0);
  }

  /** The plugin's process. */
  ProcessHandle process(String plugin) throws IOException {
    return ProcessHandle.of(Long.parseLong(get(plugin, "/process").text())).orElseThrow();
  }

  /** Waits until a plugin is active again. */
  void awaitRestart() throws InterruptedException {
    plugins.opened();
  }

  /** Waits until the servlet is done with all requests. */
  void awaitQuiet() throws InterruptedException {
    Conditions.await(() -> servlet.running() == 0);
  }

  @Override
  public void close() throws Exception {
    servlet.close();
    server.close();
    plugins.close();
  }
}
