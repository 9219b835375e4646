package io.krait.http.internal;

import static io.krait.http.internal.FakePlugin.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same over HTTP/2, without encryption. */
class Http2Test {

  private static final String ID = "com.example.plugin";
  private static final long SECONDS = 30;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
  private final FakePlugin plugin = new FakePlugin();
  @AutoClose private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(TestServer.DEFAULTS);
    server.run("com.example.echo", Echo::new);
    server.run(ID, plugin);
    // The first request brings the connection from HTTP/1.1 to HTTP/2.
    client.send(
        HttpRequest.newBuilder(server.uri("/plugins/com.example.echo/")).build(),
        BodyHandlers.discarding());
  }

  @Test
  void bodiesComeBackAsTheyWent() throws Exception {
    byte[] body = new byte[1_000_001];
    new Random(5).nextBytes(body);

    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(server.uri("/plugins/com.example.echo/"))
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofByteArray());

    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(answer.body()).isEqualTo(body);
  }

  @Test
  void aPluginThatFailsInTheMiddleBreaksOff() throws Exception {
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(
            HttpRequest.newBuilder(server.uri("/plugins/" + ID + "/")).build(),
            BodyHandlers.ofInputStream());
    FakePlugin.Call call = plugin.call();
    call.send(status(200));
    call.send("one");
    try (InputStream body = answer.get(SECONDS, TimeUnit.SECONDS).body()) {
      assertThat(body.readNBytes(3)).asString().isEqualTo("one");

      call.fail(AppError.of("x", "gone", 503));

      assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aClientThatGoesAwayEndsTheCallAtOnce() throws Exception {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            HttpRequest.newBuilder(server.uri("/plugins/" + ID + "/")).build(),
            BodyHandlers.ofByteArray());
    FakePlugin.Call call = plugin.call();
    call.send(status(200));

    answer.cancel(true);

    call.cancelled().get(SECONDS, TimeUnit.SECONDS);
  }
}
