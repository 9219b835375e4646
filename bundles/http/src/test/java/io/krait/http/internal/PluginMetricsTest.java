package io.krait.http.internal;

import static io.krait.http.internal.FakePlugin.answering;
import static io.krait.http.internal.FakePlugin.header;
import static io.krait.http.internal.FakePlugin.status;
import static io.krait.http.internal.FakePlugin.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookName;
import io.krait.api.model.HttpHeader;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpRequestInit;
import io.krait.api.model.ServeHttpResponse;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metrics that plugins serve, at a place of their own. */
class PluginMetricsTest {

  private static final String ID = "com.example.plugin";

  private final FakeDispatcher dispatcher = new FakeDispatcher();
  private PluginMetricsServlet servlet;
  private ServletServer server;

  @AfterEach
  void stop() throws Exception {
    servlet.close();
    server.close();
  }

  private void start(String token) throws Exception {
    servlet = new PluginMetricsServlet(dispatcher, TestServer.DEFAULTS, token);
    server = new ServletServer(servlet);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  /** A plugin that answers one hook, and no other. */
  private void run(
      HookName hook,
      Function<Flow.Publisher<ServeHttpRequest>, Flow.Publisher<ServeHttpResponse>> answer) {
    dispatcher.run(
        ID,
        (AsyncPluginHooks)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {AsyncPluginHooks.class},
                (proxy, method, arguments) -> {
                  if (!method.getName().equals(hook.methodName())) {
                    throw AppError.notImplemented(method.getName());
                  }
                  @SuppressWarnings("unchecked")
                  var requests = (Flow.Publisher<ServeHttpRequest>) arguments[0];
                  return answer.apply(requests);
                }));
  }

  @ParameterizedTest
  @CsvSource({
    "'', /",
    "/, /",
    "/metrics, /",
    "/metrics/, /",
    "/metrics/slow?name[]=a, /slow?name[]=a",
    "/metricsfoo, /metricsfoo",
    "/fast, /fast"
  })
  void requestsReachTheHookForMetricsBelowItsAddress(String path, String seen) throws Exception {
    FakePlugin plugin = new FakePlugin();
    run(HookName.SERVE_METRICS, plugin);
    start("");
    String encoded = path.replace("[", "%5B").replace("]", "%5D");

    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(() -> uncheckedGet("/plugins/" + ID + encoded));
    FakePlugin.Call call = plugin.call();
    ServeHttpRequestInit init = call.init();
    call.send(whole(status(200, header("Content-Type", "text/plain")), "up 1\n"));
    call.end();

    assertThat(init.url()).isEqualTo(seen.replace("[", "%5B").replace("]", "%5D"));
    assertThat(init.requestUri()).isEqualTo("/plugins/" + ID + encoded);
    assertThat(answer.get(30, TimeUnit.SECONDS).body()).isEqualTo("up 1\n");
  }

  private HttpResponse<String> uncheckedGet(String path, String... headers) {
    try {
      return get(path, headers);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void aPluginThatServesNoMetricsIsAnsweredForWith404() throws Exception {
    run(HookName.SERVE_HTTP, answering(whole(status(200), "for users")));
    start("");

    HttpResponse<String> answer = get("/plugins/" + ID);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("plugin.http.not_found", ID);
  }

  @Test
  void whatIsNoPluginIs404() throws Exception {
    start("");

    assertThat(get("/plugins/com.example.other/metrics").statusCode()).isEqualTo(404);
    assertThat(get("/plugins/").statusCode()).isEqualTo(404);
  }

  @Test
  void whereATokenIsSetNothingIsShownWithoutIt() throws Exception {
    run(HookName.SERVE_METRICS, answering(whole(status(200), "up 1\n")));
    start("s3cret");

    HttpResponse<String> without = get("/plugins/" + ID);

    assertThat(without.statusCode()).isEqualTo(401);
    assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(get("/plugins/" + ID, "Authorization", "Bearer other").statusCode()).isEqualTo(401);
    assertThat(get("/plugins/" + ID, "Authorization", "Bearer s3cret").body()).isEqualTo("up 1\n");
  }

  @Test
  void thePluginSeesNothingThatShowsWhoAsks() throws Exception {
    FakePlugin plugin = new FakePlugin();
    run(HookName.SERVE_METRICS, plugin);
    start("s3cret");

    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(
            () ->
                uncheckedGet(
                    "/plugins/" + ID,
                    "Authorization",
                    "Bearer s3cret",
                    "Cookie",
                    "MMAUTHTOKEN=t; other=o",
                    "Mattermost-User-Id",
                    "somebody",
                    "Accept",
                    "text/plain"));
    FakePlugin.Call call = plugin.call();
    List<String> names = call.init().headers().stream().map(HttpHeader::key).toList();
    call.send(whole(status(200), ""));
    call.end();

    assertThat(names)
        .contains("Accept")
        .doesNotContain("Authorization", "Cookie", "Mattermost-User-Id");
    assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
  }
}
