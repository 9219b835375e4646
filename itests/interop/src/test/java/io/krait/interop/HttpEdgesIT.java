package io.krait.interop;

import static io.krait.interop.WebPlugins.BLOCKING;
import static io.krait.interop.WebPlugins.MUTE;
import static io.krait.interop.WebPlugins.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.http.internal.RawClient;
import io.krait.protocol.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is special in HTTP, from a client to a handler in Python and back. */
@ParameterizedClass
@EnumSource(Transport.class)
class HttpEdgesIT {

  @TempDir static Path cache;
  private static WebPlugins plugins;

  @Parameter Transport carrier;

  private RawClient client;

  @BeforeParameterizedClassInvocation
  static void start(Transport carrier) throws Exception {
    plugins = new WebPlugins(cache, carrier, BLOCKING, MUTE);
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    plugins.close();
  }

  @BeforeEach
  void connect() throws Exception {
    client = plugins.client();
  }

  @AfterEach
  void disconnect() throws Exception {
    client.close();
    plugins.awaitQuiet();
  }

  private static String answering(String query) {
    return path(BLOCKING, "/answer?" + query);
  }

  /** Whether client and server agree on where the answer before has ended. */
  private void assertInStep() throws IOException {
    assertThat(client.get(answering("body=next")).text()).isEqualTo("next");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 299, 404, 599, 999})
  void statusesArriveAsTheyAre(int status) throws Exception {
    RawClient.Answer answer = client.get(answering("body=x&status=" + status));

    assertThat(answer.head().status()).isEqualTo(status);
    assertThat(answer.text()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 42, 99, 100, 101, 103, 199, 1000, 1001, 65535})
  void whatIsNoStatusOfAnAnswerIs500(int status) throws Exception {
    RawClient.Answer answer = client.get(answering("body=x&status=" + status));

    assertThat(answer.head().status()).isEqualTo(500);
    assertThat(answer.text()).contains("invalid status");
    assertInStep();
  }

  @Test
  void noStatusIs200() throws Exception {
    assertThat(client.get(answering("status=0")).head().status()).isEqualTo(200);
    assertThat(client.get(answering("")).head().status()).isEqualTo(200);
  }

  @Test
  void anAnswerToHeadHasNoBody() throws Exception {
    RawClient.Head head = client.request("HEAD " + answering("body=hello&header.X-A=b")).head();

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.value("X-A")).isEqualTo("b");
    assertInStep();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void someStatusesHaveNoBody(int status) throws Exception {
    RawClient.Head head =
        client.request("GET " + answering("body=hello&header.ETag=e&status=" + status)).head();

    assertThat(head.status()).isEqualTo(status);
    assertThat(head.value("ETag")).isEqualTo("e");
    assertInStep();
  }

  @Test
  void aBodyLongerThanItsLengthIsCut() throws Exception {
    assertThat(client.get(answering("header.Content-Length=3&body=hello")).text()).isEqualTo("hel");
    assertInStep();
  }

  @Test
  void aBodyShorterThanItsLengthIsBrokenOff() throws Exception {
    assertThatThrownBy(() -> client.get(answering("header.Content-Length=9&body=hello")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void headersOfTheConnectionStayOnIt() throws Exception {
    RawClient.Head request =
        client
            .request(
                "GET " + path(BLOCKING, "/told"),
                "Connection: X-Hop",
                "X-Hop: 1",
                "Keep-Alive: 5",
                "TE: trailers",
                "Proxy-Authorization: Basic x",
                "X-Kept: 2")
            .head();
    assertThat(client.text(request).toLowerCase(Locale.ROOT))
        .contains("x-kept: 2")
        .doesNotContain("x-hop", "keep-alive", "te:", "proxy-", "connection");

    RawClient.Head answer =
        client
            .get(
                answering(
                    "header.Connection=X-Hop&header.X-Hop=1&header.Keep-Alive=5&header.Upgrade=x"
                        + "&header.Transfer-Encoding=gzip&header.X-Kept=2&header.X-Kept=3"))
            .head();
    assertThat(answer.values("X-Kept")).containsExactly("2", "3");
    assertThat(answer.headers())
        .noneMatch(header -> header.matches("(?i)(x-hop|keep-alive|upgrade|transfer-).*"));
    assertInStep();
  }

  @Test
  void trailersAreDropped() throws Exception {
    client.request(
        "POST " + path(BLOCKING, "/told"), "Transfer-Encoding: chunked", "Trailer: X-Late");
    client.send("3\r\nabc\r\n0\r\nX-Late: 1\r\n\r\n");

    assertThat(client.text(client.head())).contains("length -1, 3 bytes").doesNotContain("X-Late");
    assertInStep();
  }

  @Test
  void webSocketsAreRefused() throws Exception {
    client.request(
        "GET " + path(BLOCKING, "/told"),
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

    assertThat(client.head().status()).isEqualTo(501);
  }

  @Test
  void headersAreTexts() throws Exception {
    // RawClient has a character for each byte.
    String utf8 = "gr\u00c3\u00bc\u00c3\u009fe \u00e2\u0082\u00ac";
    client.request("GET " + path(BLOCKING, "/told"), "X-Text: " + utf8);
    assertThat(client.text(client.head())).contains("X-Text: grüße €");

    assertThat(client.get(answering("header.X-Text=gr%C3%BC%C3%9Fe+%E2%82%AC")).head())
        .returns(utf8, head -> head.value("X-Text"));
  }

  @Test
  void headersThatAreNotUtf8AreABadRequest() throws Exception {
    client.request("GET " + path(BLOCKING, "/told"), "X-Text: gr\u00fc\u00dfe");

    assertThat(client.head().status()).isEqualTo(400);
  }

  @Test
  void aHeaderCannotEndEarly() throws Exception {
    RawClient.Head head =
        client.get(answering("header.X-Text=a%0D%0AX-Smuggled:+b&header.Bad%0D%0AX=c")).head();

    assertThat(head.value("X-Text")).isEqualTo("a  X-Smuggled: b");
    assertThat(head.headers()).noneMatch(header -> header.startsWith("X:"));
    assertThat(head.values("X-Smuggled")).isEmpty();
    assertInStep();
  }

  @Test
  void aHeaderThatPythonCannotSendIsAnError() throws Exception {
    assertThat(client.get(path(BLOCKING, "/halves")).head().status()).isEqualTo(500);
    assertInStep();
  }

  @Test
  void whoeverWaitsForAGoAheadGetsIt() throws Exception {
    client.request("POST " + path(BLOCKING, "/echo"), "Content-Length: 5", "Expect: 100-continue");
    assertThat(client.head().status()).isEqualTo(100);

    client.send("hello");

    assertThat(client.text(client.head())).isEqualTo("hello");
    assertInStep();
  }

  @Test
  void nothingThatCredentialsAreInReachesTheHandler() throws Exception {
    client.request(
        "GET " + path(BLOCKING, "/told?a=1&access_token=secret&b=2"),
        "Cookie: MMAUTHTOKEN=secret; mine=1",
        "Mattermost_User-Id: ann",
        "Mattermost-User-Id: ann");

    assertThat(client.text(client.head()))
        .startsWith("GET /told?a=1&b=2 HTTP/1.1\nlength 0, 0 bytes\n")
        .contains("Cookie: mine=1")
        .doesNotContain("secret", "ann");
  }

  @Test
  void aPluginThatAnswersNoRequestsIsNotFound() throws Exception {
    assertThat(client.get(path(MUTE, "/")).head().status()).isEqualTo(404);
    assertThat(client.get(path("nobody", "/")).head().status()).isEqualTo(404);
  }
}
