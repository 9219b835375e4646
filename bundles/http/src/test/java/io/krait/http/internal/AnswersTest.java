package io.krait.http.internal;

import static io.krait.http.internal.FakePlugin.answering;
import static io.krait.http.internal.FakePlugin.header;
import static io.krait.http.internal.FakePlugin.status;
import static io.krait.http.internal.FakePlugin.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HookDispatcher;
import io.krait.api.model.HttpHeader;
import io.krait.api.model.ServeHttpResponse;
import io.krait.api.model.ServeHttpResponseInit;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients get of what plugins answer. */
class AnswersTest {

  private static final String ID = "com.example.plugin";
  private static final long SECONDS = 30;

  private TestServer server;
  private RawClient client;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(TestServer.DEFAULTS);
    client = new RawClient(server.port());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  private void get() throws IOException {
    client.request("GET /plugins/" + ID + "/x");
  }

  @Test
  void statusHeadersAndBodyArriveAsThePluginHasSentThem() throws Exception {
    server.run(ID, answering(whole(status(201, header("X-One", "a", "b")), "hello")));

    get();

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(201);
    assertThat(head.values("X-One")).containsExactly("a", "b");
    assertThat(head.value("Content-Length")).isEqualTo("5");
    assertThat(client.text(head)).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 299, 404, 599, 600, 999})
  void statusesFrom200To999ArriveAsTheyAre(int status) throws Exception {
    server.run(ID, answering(whole(status(status), "x")));

    get();

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(status);
    assertThat(client.text(head)).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 42, 99, 100, 101, 103, 199, 1000, 1001, 65535})
  void otherStatusesBecome500(int status) throws Exception {
    server.run(ID, answering(whole(status(status), "x")));

    get();

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(500);
    assertThat(client.text(head)).contains("invalid status");
  }

  @Test
  void anAnswerWithMoreHeadersThanAnybodyNeedsIsABadGateway() throws Exception {
    HttpHeader header =
        HttpHeader.builder().key("A").values(java.util.Collections.nCopies(1001, "")).build();
    server.run(
        ID,
        answering(
            whole(
                ServeHttpResponseInit.builder().statusCode(200).headers(List.of(header)).build(),
                "x")));

    get();

    assertThat(client.head().status()).isEqualTo(502);
  }

  @Test
  void aStatusOfZeroIs200() throws Exception {
    server.run(ID, answering(whole(status(0), "x")));

    get();

    assertThat(client.head().status()).isEqualTo(200);
  }

  @Test
  void anAnswerWithoutInitIs200() throws Exception {
    server.run(
        ID,
        answering(
            ServeHttpResponse.builder().bodyChunk(Bytes.utf8("x")).bodyComplete(true).build()));

    get();

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(200);
    assertThat(client.text(head)).isEqualTo("x");
  }

  @Test
  void anEndWithoutBodyCompleteIsAnEnd() throws Exception {
    server.run(
        ID,
        answering(
            ServeHttpResponse.builder().init(status(200)).bodyChunk(Bytes.utf8("x")).build()));

    get();

    assertThat(client.text(client.head())).isEqualTo("x");
  }

  @Test
  void aPluginThatSendsNothingIsABadGateway() throws Exception {
    FakePlugin plugin = new FakePlugin();
    server.run(ID, plugin);
    get();

    plugin.call().end();

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(502);
    assertThat(head.value("Content-Type")).isEqualTo("application/json");
    assertThat(client.text(head)).contains("\"status_code\":502").contains("no answer");
  }

  @Test
  void aPluginThatFailsBeforeItsAnswerIsABadGateway() throws Exception {
    FakePlugin plugin = new FakePlugin();
    server.run(ID, plugin);
    get();

    plugin.call().fail(AppError.of("x", "secret", 503));

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(502);
    assertThat(client.text(head)).contains(ID).doesNotContain("secret");
  }

  @Test
  void aPluginThatIsStoppedBeforeItsAnswerIsUnavailableAndHasNotFailed() throws Exception {
    FakePlugin plugin = new FakePlugin();
    server.run(ID, plugin);
    try (LoggedLines log = new LoggedLines(Exchange.class)) {
      get();

      plugin.call().fail(AppError.of(HookDispatcher.STOPPED, "stopped", 503));

      RawClient.Head head = client.head();
      assertThat(head.status()).isEqualTo(503);
      assertThat(head.value("Retry-After")).isEqualTo("1");
      assertThat(client.text(head)).contains(ID + " was stopped before it had answered");
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("INFO plugin " + ID)
          .endsWith("the plugin was stopped meanwhile");
    }
  }

  @Test
  void anAnswerThatAStopBreaksOffIsNoFailureOfThePlugin() throws Exception {
    FakePlugin plugin = new FakePlugin();
    server.run(ID, plugin);
    try (LoggedLines log = new LoggedLines(Exchange.class)) {
      get();
      FakePlugin.Call call = plugin.call();
      call.send(status(200));
      call.send("first");
      client.head();
      assertThat(client.chunk()).asString().isEqualTo("first");

      call.fail(AppError.of(HookDispatcher.STOPPED, "stopped", 503));

      assertThatThrownBy(() -> client.chunk())
          .isInstanceOfAny(IOException.class, SocketException.class);
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("INFO plugin " + ID)
          .endsWith("the answer is broken off: the plugin was stopped meanwhile");
    }
  }

  @Test
  void aPluginWithoutTheHookIsNotFound() throws Exception {
    server.run(
        ID,
        requests -> {
          throw AppError.of("plugin.hook.not_implemented", "no ServeHTTP", 501);
        });

    get();

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(404);
    assertThat(client.text(head)).contains("does not answer such requests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"keep-alive", "close"})
  void aPluginThatFailsInTheMiddleBreaksOffAnAnswerInChunks(String connection) throws Exception {
    FakePlugin plugin = new FakePlugin();
    server.run(ID, plugin);
    client.request("GET /plugins/" + ID + "/x", "Connection: " + connection);
    FakePlugin.Call call = plugin.call();
    call.send(status(200));
    call.send("first");
    RawClient.Head head = client.head();
    assertThat(client.chunk()).asString().isEqualTo("first");

    call.fail(AppError.of("x", "gone", 503));

    assertThat(head.value("Transfer-Encoding")).isEqualTo("chunked");
    assertThatThrownBy(() -> client.chunk())
        .isInstanceOfAny(IOException.class, SocketException.class);
  }

  @Test
  void aPluginThatFailsInTheMiddleBreaksOffAnAnswerOfKnownLength() throws Exception {
    FakePlugin plugin = new FakePlugin();
    server.run(ID, plugin);
    get();
    FakePlugin.Call call = plugin.call();
    call.send(status(200, header("Content-Length", "10")));
    call.send("first");
    RawClient.Head head = client.head();

    call.fail(AppError.of("x", "gone", 503));

    assertThatThrownBy(() -> client.body(head))
        .isInstanceOfAny(IOException.class, SocketException.class);
  }

  @Test
  void aTrailingErrorAfterACompleteAnswerDoesNoHarm() throws Exception {
    FakePlugin plugin = new FakePlugin();
    server.run(ID, plugin);
    get();
    FakePlugin.Call call = plugin.call();
    call.send(whole(status(500), "Internal Server Error"));
    call.fail(AppError.of("x", "the handler failed", 500));

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(500);
    assertThat(client.text(head)).isEqualTo("Internal Server Error");
  }

  @Test
  void whatIsWrittenReachesTheClientAtOnce() throws Exception {
    FakePlugin plugin = new FakePlugin();
    server.run(ID, plugin);
    get();
    FakePlugin.Call call = plugin.call();

    call.send(status(200, header("Content-Type", "text/event-stream")));
    RawClient.Head head = client.head();
    assertThat(head.value("Content-Type")).isEqualTo("text/event-stream");
    for (int i = 0; i < 5; i++) {
      call.send("data: " + i + "\n\n");
      assertThat(client.chunk()).asString().isEqualTo("data: " + i + "\n\n");
    }
    call.complete();

    assertThat(client.chunk()).isEmpty();
  }

  @Test
  void aHeadRequestGetsTheHeadersAndNoBody() throws Exception {
    server.run(ID, answering(whole(status(200, header("X-One", "a")), "hello")));

    client.request("HEAD /plugins/" + ID + "/x");
    RawClient.Head head = client.head();
    get();
    RawClient.Head second = client.head();

    assertThat(head.value("X-One")).isEqualTo("a");
    assertThat(head.value("Content-Length")).isEqualTo("5");
    assertThat(client.text(second)).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void answersWithoutABodyHaveNone(int status) throws Exception {
    server.run(ID, answering(whole(status(status, header("Content-Length", "5")), "hello")));
    get();
    RawClient.Head head = client.head();
    server.run(ID, answering(whole(status(200), "next")));
    get();

    assertThat(head.status()).isEqualTo(status);
    assertThat(client.text(client.head())).isEqualTo("next");
  }

  @Test
  void anEndlessAnswerToAHeadRequestIsCutOff() throws Exception {
    FakePlugin plugin = new FakePlugin();
    server.run(ID, plugin);
    client.request("HEAD /plugins/" + ID + "/x");
    FakePlugin.Call call = plugin.call();
    call.send(status(200));
    assertThat(client.head().status()).isEqualTo(200);

    for (int i = 0; i < 20; i++) {
      call.send(new byte[RequestBody.CHUNK]);
    }

    call.cancelled().get(SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void headersOfTheConnectionAreNotPassedOn() throws Exception {
    server.run(
        ID,
        answering(
            whole(
                status(
                    200,
                    header("Connection", "close, X-Private"),
                    header("X-Private", "1"),
                    header("Keep-Alive", "timeout=1"),
                    header("Transfer-Encoding", "gzip"),
                    header("Upgrade", "h2c"),
                    header("Trailer", "X-Sum"),
                    header("X-Public", "1")),
                "hello")));

    get();

    RawClient.Head head = client.head();
    assertThat(head.headers()).noneMatch(line -> line.matches("(?i)(connection|x-private|keep).*"));
    assertThat(head.headers()).noneMatch(line -> line.matches("(?i)(transfer|upgrade|trailer).*"));
    assertThat(head.value("X-Public")).isEqualTo("1");
    assertThat(client.text(head)).isEqualTo("hello");
  }

  @Test
  void headersAreUtf8AndCannotSmuggleOthers() throws Exception {
    server.run(
        ID,
        answering(
            whole(
                status(
                    200,
                    header("X-Name", "Zoë ☃"),
                    header("X-Split", "a\r\nX-Evil: 1\u0000"),
                    header("X Bad", "1"),
                    header("X-Half", "a\ud800b")),
                "hello")));

    get();

    RawClient.Head head = client.head();
    assertThat(
            new String(
                head.value("X-Name").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
        .isEqualTo("Zoë ☃");
    assertThat(head.value("X-Split")).isEqualTo("a  X-Evil: 1");
    assertThat(head.values("X-Evil")).isEmpty();
    assertThat(head.value("X-Half")).isEqualTo("a?b");
    assertThat(head.headers()).noneMatch(line -> line.startsWith("X Bad"));
  }

  @Test
  void aBodyLongerThanItsLengthIsCut() throws Exception {
    server.run(ID, answering(whole(status(200, header("Content-Length", "4")), "hello")));

    get();
    RawClient.Head head = client.head();
    assertThat(client.text(head)).isEqualTo("hell");
    get();

    assertThat(client.text(client.head())).isEqualTo("hell");
  }

  @Test
  void aBodyShorterThanItsLengthIsBrokenOff() throws Exception {
    server.run(ID, answering(whole(status(200, header("Content-Length", "6")), "hello")));

    get();

    assertThatThrownBy(() -> client.body(client.head())).isInstanceOf(IOException.class);
  }

  @Test
  void anEmptyBodyOfLengthZeroIsWhole() throws Exception {
    server.run(
        ID,
        answering(whole(status(200, header("Content-Length", "0"), header("X-After", "1")), "")));

    get();
    RawClient.Head head = client.head();
    assertThat(head.value("Content-Length")).isEqualTo("0");
    assertThat(head.value("X-After")).isEqualTo("1");
    get();

    assertThat(client.head().status()).isEqualTo(200);
  }

  @Test
  void headersThatAreTooLargeAreABadGateway() throws Exception {
    server.run(ID, answering(whole(status(200, header("X", "a".repeat(70_000))), "hello")));

    get();

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(502);
    assertThat(client.text(head)).contains("too large");
  }

  @Test
  void messagesAfterTheEndAreNotSent() throws Exception {
    FakePlugin plugin = new FakePlugin();
    server.run(ID, plugin);
    get();
    FakePlugin.Call call = plugin.call();
    call.send(whole(status(200), "hello"));
    call.send("more");
    call.end();

    assertThat(client.text(client.head())).isEqualTo("hello");
    get();
    plugin.call().send(whole(status(200), "next"));

    assertThat(client.text(client.head())).isEqualTo("next");
  }

  @Test
  void requestsOnOneConnectionAreAnsweredInTurnEvenIfSentAtOnce() throws Exception {
    server.run(ID, requests -> new Echo(requests));
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      String body = "body " + i;
      all.append("POST /plugins/" + ID + "/ HTTP/1.1\r\nHost: x\r\nContent-Length: ")
          .append(body.length())
          .append("\r\n\r\n")
          .append(body);
    }

    client.send(all.toString());

    for (int i = 0; i < 50; i++) {
      assertThat(client.text(client.head())).isEqualTo("body " + i);
    }
  }
}
