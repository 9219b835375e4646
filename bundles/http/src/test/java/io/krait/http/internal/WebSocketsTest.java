package io.krait.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HookDispatcher;
import io.krait.api.model.HttpHeader;
import io.krait.api.model.ServeHttpResponseInit;
import io.krait.api.model.WebSocketFromPlugin;
import io.krait.api.model.WebSocketMessage;
import io.krait.api.model.WebSocketMessageKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WebSockets between clients and a plugin that is played by the test. */
class WebSocketsTest {

  private static final String ID = "com.example.plugin";
  private static final long SECONDS = 30;

  private final TalkingPlugin plugin = new TalkingPlugin();
  private final HttpClient http = HttpClient.newHttpClient();
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(TestServer.DEFAULTS);
    server.run(ID, plugin.hooks());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private Client connect(String... protocols) {
    Client client = new Client();
    WebSocket.Builder builder = http.newWebSocketBuilder();
    if (protocols.length > 0) {
      builder.subprotocols(
          protocols[0], List.of(protocols).subList(1, protocols.length).toArray(String[]::new));
    }
    client.socket =
        builder
            .buildAsync(
                URI.create("ws://127.0.0.1:%d/plugins/%s/chat?x=1".formatted(server.port(), ID)),
                client)
            .join();
    return client;
  }

  @Test
  void thePluginIsAskedFirstAndMessagesGoBothWays() throws Exception {
    plugin.answer(accept());
    Client client = connect("one", "two");

    assertThat(plugin.next().init().orElseThrow().url()).isEqualTo("/chat?x=1");
    client.socket.sendText("hé", true).join();
    assertThat(plugin.next().message().orElseThrow().data().toUtf8()).isEqualTo("hé");
    client.socket.sendBinary(ByteBuffer.wrap(new byte[] {0, -1}), true).join();
    assertThat(plugin.next().message().orElseThrow().kind()).isEqualTo(WebSocketMessageKind.BINARY);
    plugin.send(WebSocketMessageKind.TEXT, Bytes.utf8("ho"));
    assertThat(client.next()).isEqualTo("ho");
    plugin.send(WebSocketMessageKind.BINARY, Bytes.utf8("abc"));
    assertThat(client.next()).isEqualTo("bytes abc");
  }

  @Test
  void thePluginChoosesTheProtocol() throws Exception {
    plugin.answer(accept("Sec-WebSocket-Protocol", "two"));

    assertThat(connect("one", "two").socket.getSubprotocol()).isEqualTo("two");
  }

  @Test
  void aMessageInPiecesIsOne() throws Exception {
    plugin.answer(accept());
    Client client = connect();
    plugin.next();

    client.socket.sendText("a", false).join();
    client.socket.sendText("b", true).join();

    assertThat(plugin.next().message().orElseThrow().data().toUtf8()).isEqualTo("ab");
  }

  @Test
  void codesOfTheEndGoBothWays() throws Exception {
    plugin.answer(accept());
    Client leaving = connect();
    plugin.next();
    leaving.socket.sendClose(4000, "had enough").join();
    WebSocketMessage close = plugin.next().message().orElseThrow();
    assertThat(close.kind()).isEqualTo(WebSocketMessageKind.CLOSE);
    assertThat(close.closeCode()).isEqualTo(4000);
    assertThat(close.closeReason()).isEqualTo("had enough");

    plugin.answer(accept());
    Client told = connect();
    plugin.send(
        WebSocketMessage.builder()
            .kind(WebSocketMessageKind.CLOSE)
            .closeCode(4321)
            .closeReason("as you like")
            .build());
    assertThat(told.next()).isEqualTo("closed 4321 as you like");
    Conditions.await(() -> server.webSockets() == 0);
  }

  @Test
  void aRefusalIsTheAnswerToTheRequest() throws Exception {
    plugin.answer(
        WebSocketFromPlugin.builder()
            .init(ServeHttpResponseInit.builder().statusCode(418).build())
            .message(WebSocketMessage.builder().data(Bytes.utf8("stout")).build())
            .build());

    assertThatThrownBy(() -> connect())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(418));
    Conditions.await(() -> server.webSockets() == 0);
  }

  @Test
  void aPluginThatIsStoppedEndsItsConnectionsAsOneThatComesBack() throws Exception {
    plugin.answer(accept());
    Client client = connect();

    plugin.fail(AppError.of(HookDispatcher.STOPPED, "stopped", 503));

    assertThat(client.next()).isEqualTo("closed 1012 the plugin was stopped");
  }

  @Test
  void aPluginThatFailsEndsItsConnections() throws Exception {
    plugin.answer(accept());
    Client client = connect();

    plugin.fail(new IOException("gone"));

    assertThat(client.next()).isEqualTo("closed 1011 the plugin has failed");
  }

  @Test
  void aPluginWithoutThemIsAnsweredFor() {
    plugin.answerBy(AppError.of("x", "not handled", 501));

    assertStatus(404);
  }

  @Test
  void whatIsTooLargeEndsTheConnection() throws Exception {
    plugin.answer(accept());
    Client client = connect();

    client.socket.sendText("x".repeat(1001), true);

    assertThat(client.next()).startsWith("closed 1009");
  }

  @Test
  void oneTooManyIsRefused() {
    plugin.answer(accept());
    connect();
    connect();

    assertStatus(503);
  }

  @Test
  void whereTheContainerHasNoneThatIsSaid() throws Exception {
    FakeDispatcher dispatcher = new FakeDispatcher();
    dispatcher.run(ID, plugin.hooks());
    PluginServlet servlet =
        new PluginServlet(
            dispatcher,
            TestServer.DEFAULTS,
            TestServer.CLIENTS,
            TestServer.FENCE,
            TestServer.WEB_SOCKETS,
            null,
            null,
            null);
    try (ServletServer bare = new ServletServer(servlet);
        RawClient client = new RawClient(bare.port())) {
      client.request("GET /plugins/" + ID + "/x", "Connection: Upgrade", "Upgrade: websocket");

      RawClient.Head head = client.head();
      assertThat(head.status()).isEqualTo(501);
      assertThat(client.text(head)).contains("plugin.http.no_websocket");
    } finally {
      servlet.close();
    }
  }

  private void assertStatus(int status) {
    assertThatThrownBy(() -> connect())
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(status));
  }

  private static WebSocketFromPlugin accept(String... header) {
    ServeHttpResponseInit.Builder init = ServeHttpResponseInit.builder().statusCode(101);
    if (header.length > 0) {
      init.headers(List.of(HttpHeader.builder().key(header[0]).values(List.of(header[1])).build()));
    }
    return WebSocketFromPlugin.builder().init(init.build()).build();
  }

  /** What the client is told, as texts. */
  private static final class Client implements WebSocket.Listener {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private WebSocket socket;

    String next() throws InterruptedException {
      return told.poll(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      told.add(data.toString());
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      told.add("bytes " + Bytes.owning(bytes).toUtf8());
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      told.add("closed " + code + " " + reason);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
      told.add("failed " + failure);
    }
  }
}
