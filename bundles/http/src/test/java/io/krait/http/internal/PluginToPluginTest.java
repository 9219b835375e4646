package io.krait.http.internal;

import static io.krait.http.internal.FakePlugin.answering;
import static io.krait.http.internal.FakePlugin.header;
import static io.krait.http.internal.FakePlugin.status;
import static io.krait.http.internal.FakePlugin.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HookDispatcher;
import io.krait.api.model.PluginHttpResult;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpRequestInit;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of one plugin to another. */
class PluginToPluginTest {

  private static final String ID = "com.example.plugin";

  private final FakeDispatcher dispatcher = new FakeDispatcher();
  private final PluginToPlugin client =
      new PluginToPlugin(dispatcher, Duration.ofSeconds(1), 1 << 20);

  private PluginHttpResult send(
      String method, String url, Map<String, String> headers, Bytes body) {
    return client.send("com.example.caller", method, url, headers, body);
  }

  @Test
  void theOtherPluginSeesWhoAsksAndThePathBelowItself() throws Exception {
    FakePlugin plugin = new FakePlugin();
    dispatcher.run(ID, plugin);
    CompletableFuture<PluginHttpResult> answer =
        CompletableFuture.supplyAsync(
            () ->
                send(
                    "",
                    "/" + ID + "/a/b?q=1",
                    Map.of(
                        "X-One", "a, b",
                        "Mattermost-User-Id", "root",
                        "mattermost-plugin-id", "other",
                        "Connection", "close"),
                    Bytes.utf8("hello")));

    FakePlugin.Call call = plugin.call();
    ServeHttpRequest message = call.next();
    ServeHttpRequestInit init = message.init().orElseThrow();
    assertThat(init.method()).isEqualTo("GET");
    assertThat(init.url()).isEqualTo("/a/b?q=1");
    assertThat(init.contentLength()).isEqualTo(5);
    assertThat(init.headers())
        .containsExactlyInAnyOrder(
            header("X-One", "a, b"), header("Mattermost-Plugin-ID", "com.example.caller"));
    assertThat(message.bodyChunk().toUtf8()).isEqualTo("hello");
    assertThat(message.bodyComplete()).isTrue();
    call.send(status(201, header("X-Two", "c", "d"), header("X-Three", "e")));
    call.send("one");
    call.send("two");
    call.complete();

    PluginHttpResult result = answer.get();
    assertThat(result.statusCode()).isEqualTo(201);
    assertThat(result.headers()).isEqualTo(Map.of("X-Two", "c, d", "X-Three", "e"));
    assertThat(result.body().toUtf8()).isEqualTo("onetwo");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65535, 65536, 65537, 1 << 20})
  void bodiesOfAnySizeComeBackAsTheyWent(int size) {
    byte[] body = new byte[size];
    new Random(size).nextBytes(body);
    dispatcher.run(ID, requests -> new Echo(requests));

    PluginHttpResult result = send("PUT", "/" + ID + "/", Map.of(), Bytes.copyOf(body));

    assertThat(result.body().toByteArray()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource({
    "'',400,Not enough URL",
    "/com.example.plugin,400,Not enough URL",
    "x/y/z,400,Not enough URL",
    "//x,400,No plugin specified",
    "/com.example.other/x,404,no plugin com.example.other"
  })
  void urlsWithoutAPluginAreAnsweredSo(String url, int status, String text) {
    PluginHttpResult result = send("GET", url, Map.of(), Bytes.EMPTY);

    assertThat(result.statusCode()).isEqualTo(status);
    assertThat(result.body().toUtf8()).contains(text);
  }

  @Test
  void whatFailsIsAnAnswerToo() {
    dispatcher.run(
        ID,
        requests -> {
          throw AppError.of("x", "not there", 501);
        });
    assertThat(send("GET", "/" + ID + "/", Map.of(), Bytes.EMPTY).statusCode()).isEqualTo(404);
    dispatcher.run(ID, new FakePlugin());
    assertThat(send("GET", "/" + ID + "/", Map.of(), Bytes.EMPTY).statusCode()).isEqualTo(504);
    dispatcher.run(
        ID,
        requests -> {
          throw AppError.of(HookDispatcher.STOPPED, "stopped", 503);
        });
    PluginHttpResult stopped = send("GET", "/" + ID + "/", Map.of(), Bytes.EMPTY);
    assertThat(stopped.statusCode()).isEqualTo(503);
    assertThat(stopped.body().toUtf8()).contains(ID + " was stopped");
    dispatcher.run(ID, answering(whole(status(200), "x".repeat((1 << 20) + 1))));
    PluginHttpResult large = send("GET", "/" + ID + "/", Map.of(), Bytes.EMPTY);
    assertThat(large.statusCode()).isEqualTo(502);
    assertThat(large.body().toUtf8()).contains("more than 1048576 bytes");
  }
}
