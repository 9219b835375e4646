package io.krait.interop;

import static io.krait.interop.WebPlugins.BLOCKING;
import static io.krait.interop.WebPlugins.COROUTINE;
import static io.krait.interop.WebPlugins.path;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.http.internal.RawClient;
import io.krait.protocol.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a request to a plugin in Python ends, the other side knows of it. */
@ParameterizedClass
@EnumSource(Transport.class)
class HttpEndsIT {

  @TempDir static Path cache;
  private static WebPlugins plugins;

  @Parameter Transport carrier;

  @BeforeParameterizedClassInvocation
  static void start(Transport carrier) throws Exception {
    plugins = new WebPlugins(cache, carrier, BLOCKING, COROUTINE);
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    plugins.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {BLOCKING, COROUTINE})
  void anAnswerBeforeTheEndOfTheRequestIsThereAtOnce(String plugin) throws Exception {
    int rest = 10_000_000;
    try (RawClient client = plugins.client()) {
      client.request(
          "POST " + path(plugin, "/answer?status=413&body=too+much"),
          "Content-Length: " + (rest + 1000));
      client.send(new byte[1000]);

      RawClient.Head head = client.head();

      assertThat(head.status()).isEqualTo(413);
      assertThat(client.text(head)).isEqualTo("too much");
      // Clients that look for an answer when they have sent everything find it too.
      client.send(new byte[rest]);
      assertThat(client.get(path(plugin, "/answer?body=next")).text()).isEqualTo("next");
    }
    plugins.awaitQuiet();
  }

  @ParameterizedTest
  @ValueSource(strings = {BLOCKING, COROUTINE})
  void aBodyTooLongToBeReadAtOnceIsRefusedBeforeItIsSent(String plugin) throws Exception {
    try (RawClient client = plugins.client()) {
      client.request("POST " + path(plugin, "/told"), "Content-Length: " + (33 << 20));

      assertThat(client.head().status()).isEqualTo(413);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {BLOCKING, COROUTINE})
  void requestsThatAreSentAtOnceAreAnsweredInTurn(String plugin) throws Exception {
    try (RawClient client = plugins.client()) {
      StringBuilder requests = new StringBuilder();
      for (int i = 0; i < 10; i++) {
        requests.append(
            "POST %s HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nbody%d"
                .formatted(path(plugin, "/echo"), i));
      }
      client.send(requests.toString());

      for (int i = 0; i < 10; i++) {
        assertThat(client.text(client.head())).isEqualTo("body" + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {BLOCKING, COROUTINE})
  void aHandlerThatFailsIsAnErrorWithoutItsReason(String plugin) throws Exception {
    RawClient.Answer answer = plugins.get(plugin, "/fail");

    assertThat(answer.head().status()).isEqualTo(500);
    assertThat(answer.text()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {BLOCKING, COROUTINE})
  void aHandlerThatFailsInTheMiddleBreaksOff(String plugin) throws Exception {
    try (RawClient client = plugins.client()) {
      client.request("GET " + path(plugin, "/fail?first=one&name=fail")).head();
      assertThat(client.chunk()).asString().isEqualTo("one");

      plugins.get(plugin, "/release?name=fail");

      assertThatThrownBy(client::chunk).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {BLOCKING, COROUTINE})
  void aHandlerKnowsThatItsClientIsGone(String plugin) throws Exception {
    try (RawClient client = plugins.client()) {
      client.request("GET " + path(plugin, "/flood?name=reader")).head();
      assertThat(client.chunk()).isNotEmpty();
    }
    plugins.awaitCount(plugin, "reader.cancelled");

    try (RawClient client = plugins.client()) {
      client.request("POST " + path(plugin, "/swallow?name=writer"), "Content-Length: 1000000");
      client.send(new byte[1000]);
      plugins.awaitCount(plugin, "writer");
    }
    plugins.awaitCount(plugin, "writer.cancelled");

    var answer = stream(plugins.http2(), plugin, "/wait?name=waiter");
    plugins.awaitCount(plugin, "waiter");
    answer.cancel(true);
    plugins.awaitCount(plugin, "waiter.cancelled");

    plugins.awaitQuiet();
  }

  @ParameterizedTest
  @ValueSource(strings = {BLOCKING, COROUTINE})
  void clientsSeeThatAPluginWasKilled(String plugin) throws Exception {
    ProcessHandle process = plugins.process(plugin);
    try (RawClient silent = plugins.client();
        RawClient uploading = plugins.client();
        RawClient chunked = plugins.client();
        RawClient known = plugins.client()) {
      silent.request("GET " + path(plugin, "/wait?name=silent"));
      uploading.request("POST " + path(plugin, "/swallow?name=upload"), "Content-Length: 1000000");
      uploading.send(new byte[100_000]);
      chunked.request("GET " + path(plugin, "/wait?name=chunked&first=one")).head();
      assertThat(chunked.chunk()).asString().isEqualTo("one");
      known.request("GET " + path(plugin, "/wait?name=known&first=one&length=10")).head();
      assertThat(known.bytes(3)).asString().isEqualTo("one");
      var http2 = stream(plugins.http2(), plugin, "/wait?name=http2&first=one");
      InputStream body = http2.get(LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS).body();
      assertThat(new String(body.readNBytes(3), UTF_8)).isEqualTo("one");
      plugins.awaitCount(plugin, "silent");
      plugins.awaitCount(plugin, "upload");

      process.destroyForcibly();

      assertThat(silent.head().status()).isEqualTo(502);
      assertThat(uploading.head().status()).isEqualTo(502);
      assertThatThrownBy(chunked::chunk).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> known.bytes(7)).isInstanceOf(IOException.class);
      assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    }
    plugins.awaitRestart();
    plugins.awaitQuiet();
    assertThat(plugins.process(plugin)).isNotEqualTo(process);
  }

  private static CompletableFuture<HttpResponse<InputStream>> stream(
      HttpClient client, String plugin, String path) {
    return client.sendAsync(
        HttpRequest.newBuilder(plugins.uri(plugin, path)).build(), BodyHandlers.ofInputStream());
  }
}
