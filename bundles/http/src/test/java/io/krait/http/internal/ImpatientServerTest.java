package io.krait.http.internal;

import static io.krait.http.internal.FakePlugin.answering;
import static io.krait.http.internal.FakePlugin.status;
import static io.krait.http.internal.FakePlugin.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that ends requests whose bodies come too slowly. It measures from the first byte, or the
 * end, of a body until it is asked for more, whoever was slow meanwhile.
 */
class ImpatientServerTest {

  private static final String ID = "com.example.plugin";
  private static final int AT_ONCE = 100;

  /** So fast that each millisecond of the server's own would be held against a client. */
  private static final long BYTES_PER_SECOND = 1_000_000_000;

  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(TestServer.DEFAULTS);
    server.setSlowestBody(BYTES_PER_SECOND);
    server.run(ID, answering(whole(status(200), "done")));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void whatHasNoBodyIsNotTooSlow(String method) {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/plugins/" + ID + "/"))
            .version(HttpClient.Version.HTTP_1_1)
            .method(method, BodyPublishers.noBody())
            .build();
    HttpClient client = HttpClient.newHttpClient();

    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, AT_ONCE)
            .mapToObj(i -> client.sendAsync(request, BodyHandlers.discarding()))
            .map(answer -> answer.thenApply(HttpResponse::statusCode))
            .toList();

    assertThat(answers).allSatisfy(a -> assertThat(a.get(30, TimeUnit.SECONDS)).isEqualTo(200));
  }
}
