package io.krait.http.internal;

import static io.krait.http.internal.FakePlugin.answering;
import static io.krait.http.internal.FakePlugin.header;
import static io.krait.http.internal.FakePlugin.status;
import static io.krait.http.internal.FakePlugin.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.HttpHeader;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpRequestInit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What plugins get of what clients send. */
class RequestsTest {

  private static final String ID = "com.example.plugin";
  private static final long SECONDS = 30;

  private final FakePlugin plugin = new FakePlugin();
  private TestServer server;
  private RawClient client;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(TestServer.DEFAULTS);
    server.run(ID, plugin);
    client = new RawClient(server.port());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  private static Map<String, Object> headers(ServeHttpRequestInit init) {
    Map<String, Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (HttpHeader header : init.headers()) {
      headers.put(header.key(), header.values());
    }
    return headers;
  }

  @Test
  void thePluginIsToldAllOfTheRequest() throws Exception {
    client.request(
        "GET /plugins/" + ID + "/a%20b/c;d?q=1&q=%41",
        "X-Two: a",
        "X-Two: b",
        "Accept-Language: de",
        "User-Agent: me");

    ServeHttpRequest message = plugin.call().next();

    ServeHttpRequestInit init = message.init().orElseThrow();
    assertThat(message.bodyComplete()).isTrue();
    assertThat(message.bodyChunk().isEmpty()).isTrue();
    assertThat(init.method()).isEqualTo("GET");
    assertThat(init.url()).isEqualTo("/a%20b/c;d?q=1&q=%41");
    assertThat(init.requestUri()).isEqualTo("/plugins/" + ID + "/a%20b/c;d?q=1&q=%41");
    assertThat(init.proto()).isEqualTo("HTTP/1.1");
    assertThat(init.protoMajor()).isEqualTo(1);
    assertThat(init.protoMinor()).isEqualTo(1);
    assertThat(init.host()).isEqualTo("test");
    assertThat(init.remoteAddr()).isEqualTo("127.0.0.1:" + client.socket().getLocalPort());
    assertThat(init.contentLength()).isZero();
    assertThat(headers(init)).containsEntry("X-Two", java.util.List.of("a", "b"));
    assertThat(headers(init)).doesNotContainKeys("Host");
    var context = init.pluginContext().orElseThrow();
    assertThat(context.requestId()).hasSize(26);
    assertThat(context.ipAddress()).isEqualTo("127.0.0.1");
    assertThat(context.acceptLanguage()).isEqualTo("de");
    assertThat(context.userAgent()).isEqualTo("me");
    assertThat(context.sessionId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'',/", "/,/", "?a=b,/?a=b", "/x?,/x"})
  void theUrlBeginsWithASlash(String sent, String seen) throws Exception {
    client.request("GET /plugins/" + ID + sent);

    assertThat(plugin.call().init().url()).isEqualTo(seen);
  }

  @Test
  void headersOfTheConnectionAndPretendedOnesAreTakenOut() throws Exception {
    client.request(
        "GET /plugins/" + ID + "/",
        "Connection: keep-alive, X-Private",
        "X-Private: 1",
        "Keep-Alive: timeout=1",
        "TE: trailers",
        "Proxy-Authorization: secret",
        "Mattermost-User-Id: root",
        "mattermost_user_id: root",
        "Mattermost-Plugin-ID: other",
        "Referer: http://elsewhere/",
        "X-Public: 1");

    assertThat(headers(plugin.call().init())).containsOnlyKeys("X-Public");
  }

  @Test
  void accessTokensAreTakenOutOfTheQuery() throws Exception {
    client.request("GET /plugins/" + ID + "/x?a=1&access_token=secret&b=%32&access%5Ftoken=secret");

    ServeHttpRequestInit init = plugin.call().init();
    assertThat(init.url()).isEqualTo("/x?a=1&b=%32");
    assertThat(init.requestUri()).isEqualTo("/plugins/" + ID + "/x?a=1&b=%32");
  }

  @Test
  void theSessionsCookieIsTakenOut() throws Exception {
    client.request(
        "GET /plugins/" + ID + "/",
        "Cookie: a=1; MMAUTHTOKEN=secret; b=\"2\"",
        "Cookie: MMAUTHTOKEN=again; c=3");

    assertThat(headers(plugin.call().init()))
        .containsEntry("Cookie", java.util.List.of("a=1; b=\"2\"; c=3"));
  }

  @Test
  void headersAreReadAsUtf8() throws Exception {
    client.send("GET /plugins/" + ID + "/ HTTP/1.1\r\nHost: x\r\nX-Name: ");
    client.send("Zoë ☃".getBytes(java.nio.charset.StandardCharsets.UTF_8)).send("\r\n\r\n");

    assertThat(headers(plugin.call().init())).containsEntry("X-Name", java.util.List.of("Zoë ☃"));
  }

  @Test
  void headersThatAreNotUtf8AreABadRequest() throws Exception {
    client.send("GET /plugins/" + ID + "/ HTTP/1.1\r\nHost: x\r\nX-Name: \u00ff\u00fe\r\n\r\n");

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(400);
    assertThat(client.text(head)).contains("X-Name").contains("not UTF-8");
    assertThat(plugin.wasCalled()).isFalse();
  }

  @Test
  void bodiesOfUnknownLengthComeInPieces() throws Exception {
    client.request("POST /plugins/" + ID + "/", "Transfer-Encoding: chunked");
    FakePlugin.Call call = plugin.call();
    ServeHttpRequest first = call.next();
    assertThat(first.init().orElseThrow().contentLength()).isEqualTo(-1);
    assertThat(first.bodyComplete()).isFalse();

    client.send("3\r\none\r\n");
    assertThat(call.next().bodyChunk().toUtf8()).isEqualTo("one");
    client.send("3\r\ntwo\r\n");
    assertThat(call.next().bodyChunk().toUtf8()).isEqualTo("two");
    client.send("0\r\nX-Trailer: 1\r\n\r\n");
    ServeHttpRequest last = call.next();

    assertThat(last.bodyChunk().isEmpty()).isTrue();
    assertThat(last.bodyComplete()).isTrue();
    call.requestDone().get(SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void theLastPieceOfAKnownLengthSaysThatItIsTheLast() throws Exception {
    client.request("POST /plugins/" + ID + "/", "Content-Length: 6").send("onetwo");
    FakePlugin.Call call = plugin.call();

    ServeHttpRequest message = call.next();
    while (!message.bodyComplete()) {
      message = call.next();
    }

    assertThat(message.bodyChunk().isEmpty()).isFalse();
  }

  @Test
  void nothingIsReadThatThePluginDoesNotAskFor() throws Exception {
    int kept = 128 << 10;
    server.setSocketBuffers(kept);
    client.close();
    client = new RawClient(server.port(), kept);
    client.request("POST /plugins/" + ID + "/", "Content-Length: 1000000000");
    client.socket().setSoTimeout(300);
    FakePlugin.Call call = plugin.call();
    call.init();
    byte[] piece = new byte[1 << 16];
    long[] sent = new long[1];
    Thread sender =
        new Thread(
            () -> {
              try {
                while (true) {
                  client.send(piece);
                  sent[0] += piece.length;
                }
              } catch (java.io.IOException closed) {
                // The end of the test.
              }
            });
    sender.start();

    // Buffers of both sides' sockets fill up, and then nothing moves.
    await(() -> sender.getState() == Thread.State.RUNNABLE && sent[0] > 0);
    long before;
    do {
      before = sent[0];
      sender.join(500);
    } while (sent[0] != before);

    assertThat(sent[0]).isLessThan(4L << 20);
    assertThat(call.peek()).isNull();
    client.close();
    sender.join(SECONDS * 1000);
  }

  @Test
  void whoeverWaitsForAGoAheadGetsItOnceThePluginIsCalled() throws Exception {
    client.request("POST /plugins/" + ID + "/", "Content-Length: 3", "Expect: 100-continue");
    FakePlugin.Call call = plugin.call();
    assertThat(headers(call.init())).doesNotContainKey("Expect");

    call.ask(2);
    assertThat(client.head().status()).isEqualTo(100);
    client.send("abc");
    call.send(whole(status(200), "thanks"));
    call.end();

    assertThat(client.text(client.head())).isEqualTo("thanks");
  }

  @Test
  void whoeverWaitsForAGoAheadThatIsRefusedSendsNothing() throws Exception {
    client.request("POST /plugins/com.example.other/", "Content-Length: 3", "Expect: 100-continue");

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(404);
    client.body(head);
    assertThat(client.isClosed()).isTrue();
  }

  @Test
  void anAnswerBeforeTheEndOfTheRequestIsDeliveredAtOnce() throws Exception {
    client.request("POST /plugins/" + ID + "/", "Content-Length: 1000000").send(new byte[1000]);
    FakePlugin.Call call = plugin.call();
    call.init();

    call.send(whole(status(413), "too much"));
    call.end();

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(413);
    assertThat(client.text(head)).isEqualTo("too much");
    // A client that sends all the same can go on using the connection.
    client.send(new byte[999_000]);
    server.run(ID, answering(whole(status(200), "next")));
    client.request("GET /plugins/" + ID + "/");
    assertThat(client.text(client.head())).isEqualTo("next");
  }

  @Test
  void aClientThatGoesAwayEndsTheCall() throws Exception {
    client.request("POST /plugins/" + ID + "/", "Content-Length: 1000000").send(new byte[1000]);
    FakePlugin.Call call = plugin.call();
    call.init();
    call.ask(100);

    client.close();

    call.cancelled().get(SECONDS, TimeUnit.SECONDS);
    Assertions.assertThatThrownBy(() -> call.requestDone().get(SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);
    await(() -> server.running() == 0);
  }

  @Test
  void aClientThatGoesAwayDuringTheAnswerEndsTheCall() throws Exception {
    client.request("GET /plugins/" + ID + "/");
    FakePlugin.Call call = plugin.call();
    call.send(status(200));
    assertThat(client.head().status()).isEqualTo(200);

    client.close();
    Thread writer =
        new Thread(
            () -> {
              while (!call.cancelled().isDone()) {
                if (call.unsent() < 4) {
                  call.send("data: tick\n\n");
                }
                Thread.onSpinWait();
              }
            });
    writer.start();

    call.cancelled().get(SECONDS, TimeUnit.SECONDS);
    writer.join();
    await(() -> server.running() == 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/plugins/com.example.other/x",
        "/plugins/",
        "/plugins",
        "/plugins/a%20b/x",
        "/plugins/" + ID + "x/"
      })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    client.request("GET " + path);

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(404);
    assertThat(head.value("Content-Type")).isEqualTo("application/json");
    assertThat(client.text(head))
        .contains("\"id\":\"plugin.http.not_found\"", "\"status_code\":404", "\"request_id\":\"");
  }

  @Test
  void aStoppedPluginIsNotFound() throws Exception {
    server.stop(ID);

    client.request("POST /plugins/" + ID + "/", "Content-Length: 5").send("hello");
    assertThat(client.head().status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "fffffffffffffffff", "0x5", "zz", ""})
  void aChunkWithoutAProperSizeIsABadRequest(String size) throws Exception {
    FakePlugin plugin = new FakePlugin();
    server.run(ID, plugin);

    client
        .request("POST /plugins/" + ID + "/", "Transfer-Encoding: chunked")
        .send(size + "\r\nhello\r\n0\r\n\r\n");

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(400);
    assertThat(head.value("Connection")).isEqualTo("close");
    assertThat(client.text(head)).contains("plugin.http.bad_body");
    assertThat(client.isClosed()).isTrue();
  }

  @Test
  void answersCanHaveCookiesOfTheirOwn() throws Exception {
    server.run(ID, answering(whole(status(200, header("Set-Cookie", "a=1", "b=2")), "x")));

    client.request("GET /plugins/" + ID + "/");

    assertThat(client.head().values("Set-Cookie"))
        .containsExactly("a=1; Path=/plugins/" + ID, "b=2; Path=/plugins/" + ID);
  }

  private static void await(java.util.function.BooleanSupplier condition) throws Exception {
    Conditions.await(condition);
  }
}
