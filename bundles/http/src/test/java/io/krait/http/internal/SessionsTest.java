package io.krait.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.PluginRequestAuthenticator;
import io.krait.api.model.HttpHeader;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpRequestInit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a request is from, as its plugin sees it. */
class SessionsTest {

  private static final String ID = "com.example.plugin";
  private static final PluginRequestAuthenticator AUTHENTICATOR =
      token ->
          switch (token) {
            case "good" ->
                Optional.of(
                    new PluginRequestAuthenticator.AuthenticatedSession("session", "user", "csrf"));
            case "broken" -> throw new IllegalStateException("no database");
            default -> Optional.empty();
          };

  private final FakePlugin plugin = new FakePlugin();
  private TestServer server;
  private RawClient client;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(TestServer.DEFAULTS, null, AUTHENTICATOR);
    server.run(ID, plugin);
    client = new RawClient(server.port());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  private static Optional<String> header(ServeHttpRequestInit init, String name) {
    return init.headers().stream()
        .filter(header -> header.key().equalsIgnoreCase(name))
        .map(HttpHeader::values)
        .map(values -> String.join("|", values))
        .findFirst();
  }

  private static String user(ServeHttpRequestInit init) {
    String user = header(init, "Mattermost-User-Id").orElse("nobody");
    assertThat(init.pluginContext().orElseThrow().sessionId())
        .isEqualTo(user.equals("nobody") ? "" : "session");
    return user;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer good", "bearer good", "Token good", "TOKEN  good"})
  void aTokenInAHeaderNamesTheUserAndIsTakenOut(String authorization) throws Exception {
    client.request("POST /plugins/" + ID + "/", "Authorization: " + authorization);

    ServeHttpRequestInit init = plugin.call().init();
    assertThat(user(init)).isEqualTo("user");
    assertThat(header(init, "Authorization")).isEmpty();
  }

  @Test
  void aTokenInTheQueryNamesTheUser() throws Exception {
    client.request("POST /plugins/" + ID + "/?access_token=good");

    ServeHttpRequestInit init = plugin.call().init();
    assertThat(user(init)).isEqualTo("user");
    assertThat(init.url()).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer bad", "Basic good", "Bearer ", "good"})
  void anythingElseIsNobodysAndStays(String authorization) throws Exception {
    client.request("GET /plugins/" + ID + "/", "Authorization: " + authorization);

    ServeHttpRequestInit init = plugin.call().init();
    assertThat(user(init)).isEqualTo("nobody");
    assertThat(header(init, "Authorization")).contains(authorization.strip());
  }

  @Test
  void theHeaderIsLookedAtBeforeTheCookie() throws Exception {
    client.request(
        "GET /plugins/" + ID + "/", "Authorization: Bearer bad", "Cookie: MMAUTHTOKEN=good");

    assertThat(user(plugin.call().init())).isEqualTo("nobody");
  }

  @Test
  void aCookieIsEnoughToGet() throws Exception {
    client.request("GET /plugins/" + ID + "/", "Cookie: MMAUTHTOKEN=good");

    ServeHttpRequestInit init = plugin.call().init();
    assertThat(user(init)).isEqualTo("user");
    assertThat(header(init, "Cookie")).isEmpty();
  }

  @Test
  void aCookieAloneIsNotEnoughToChangeSomething() throws Exception {
    client.request("POST /plugins/" + ID + "/", "Cookie: MMAUTHTOKEN=good");

    assertThat(user(plugin.call().init())).isEqualTo("nobody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-CSRF-Token: csrf", "X-Requested-With: XMLHttpRequest"})
  void aCookieIsEnoughWithAHeaderThatFormsCannotSend(String header) throws Exception {
    client.request("POST /plugins/" + ID + "/", "Cookie: MMAUTHTOKEN=good", header);

    assertThat(user(plugin.call().init())).isEqualTo("user");
  }

  @Test
  void aWrongCsrfTokenMakesItNobodys() throws Exception {
    client.request("POST /plugins/" + ID + "/", "Cookie: MMAUTHTOKEN=good", "X-CSRF-Token: wrong");

    assertThat(user(plugin.call().init())).isEqualTo("nobody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1&csrf=csrf", "csrf=wrong", "a=1"})
  void aFormCanShowTheCsrfTokenAndArrivesWhole(String form) throws Exception {
    client.request(
        "POST /plugins/" + ID + "/",
        "Cookie: MMAUTHTOKEN=good",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: " + form.length());
    client.send(form);

    ServeHttpRequest message = plugin.call().next();

    assertThat(user(message.init().orElseThrow()))
        .isEqualTo(form.endsWith("csrf=csrf") ? "user" : "nobody");
    assertThat(message.bodyChunk().toUtf8()).isEqualTo(form);
    assertThat(message.bodyComplete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "name=\"csrf\", csrf, user",
    "name=\"csrf\", wrong, nobody",
    "name=\"csrf\"; filename=\"a\", csrf, nobody",
    "name=\"other\", csrf, nobody"
  })
  void aFormWithFilesCanShowTheCsrfTokenToo(String field, String value, String expected)
      throws Exception {
    String form =
        "--limit\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(field, value)
            + "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
            + "x".repeat(200_000)
            + "\r\n--limit--\r\n";
    client.request(
        "POST /plugins/" + ID + "/",
        "Cookie: MMAUTHTOKEN=good",
        "Content-Type: multipart/form-data; charset=utf-8; boundary=limit",
        "Content-Length: " + form.length());
    client.send(form);
    FakePlugin.Call call = plugin.call();

    ServeHttpRequest message = call.next();

    assertThat(user(message.init().orElseThrow())).isEqualTo(expected);
    assertThat(whole(message, call)).isEqualTo(form);
  }

  @Test
  void aFormWhoseBoundaryIsMissingIsNobodys() throws Exception {
    client.request(
        "POST /plugins/" + ID + "/",
        "Cookie: MMAUTHTOKEN=good",
        "Content-Type: multipart/form-data",
        "Content-Length: 0");

    assertThat(user(plugin.call().init())).isEqualTo("nobody");
  }

  @Test
  void ofALargeFormTheBeginningIsLookedAtAndAllOfItArrives() throws Exception {
    String form = "csrf=csrf&a=" + "x".repeat(200_000);
    client.request(
        "POST /plugins/" + ID + "/",
        "Cookie: MMAUTHTOKEN=good",
        "Content-Type: application/x-www-form-urlencoded",
        "Transfer-Encoding: chunked");
    client.send(Integer.toHexString(form.length()) + "\r\n" + form + "\r\n0\r\n\r\n");
    FakePlugin.Call call = plugin.call();

    ServeHttpRequest message = call.next();
    assertThat(user(message.init().orElseThrow())).isEqualTo("user");
    assertThat(whole(message, call)).isEqualTo(form);
  }

  private static String whole(ServeHttpRequest first, FakePlugin.Call call) throws Exception {
    StringBuilder body = new StringBuilder(first.bodyChunk().toUtf8());
    for (ServeHttpRequest message = first; !message.bodyComplete(); ) {
      message = call.next();
      body.append(message.bodyChunk().toUtf8());
    }
    return body.toString();
  }

  @Test
  void anAuthenticatorThatFailsIsAnErrorOfTheServer() throws Exception {
    client.request("GET /plugins/" + ID + "/", "Authorization: Bearer broken");

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(500);
    assertThat(client.text(head)).doesNotContain("database");
  }
}
