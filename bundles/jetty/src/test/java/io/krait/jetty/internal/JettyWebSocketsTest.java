package io.krait.jetty.internal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Nullable;
import io.krait.api.web.WebSocketBounds;
import io.krait.api.web.WebSocketConnection;
import io.krait.api.web.WebSocketListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JettyWebSocketsTest {

  private static final int LARGEST = 1000;

  private final JettyWebSockets sockets = new JettyWebSockets();
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(new Echoing()), "/*");
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    sockets.close();
    server.stop();
  }

  @Test
  void messagesGoBothWaysWhateverTheyAreCutInto() throws Exception {
    WebSocket client = connect();

    client.sendText("frag", false).join();
    client.sendText("ments", true).join();
    client.sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true).join();

    assertThat(next(received)).isEqualTo("welcome");
    assertThat(next(received)).isEqualTo("fragments");
    assertThat(next(received)).isEqualTo("3 bytes");
  }

  @Test
  void aMessageThatIsTooLargeEndsTheConnection() throws Exception {
    WebSocket client = connect();

    client.sendText("x".repeat(LARGEST + 1), true).join();

    assertThat(next(ended)).startsWith("1009");
  }

  @Test
  void aFrameOfAnUnknownKindGetsNoRoomForAllThatItAnnounces() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      byte[] begun = {(byte) 0x83, (byte) 0xff, 0, 0, 0, 0, 0x0c, 0, 0, 0, 1, 2, 3, 4, 5};
      out.write(begun);

      assertThat(next(ended)).startsWith("1009");
    }
  }

  @Test
  void theServerMaySendMoreThanAClient() throws Exception {
    WebSocket client = connect();
    assertThat(next(received)).isEqualTo("welcome");

    client.sendText("much", true).join();

    assertThat(next(received)).isEqualTo("é".repeat(5 * LARGEST));
  }

  @Test
  void theServerIsToldWhoHasClosedTheConnection() throws Exception {
    WebSocket client = connect();

    client.sendClose(4001, "enough").join();

    assertThat(next(ended)).isEqualTo("4001 enough");
  }

  @Test
  void aListenerThatFailsEndsTheConnection() throws Exception {
    WebSocket client = connect();

    client.sendText("fail", true).join();

    assertThat(next(ended)).startsWith("1011");
  }

  @Test
  void whatAsksForNoWebSocketIsForTheServletToAnswer() throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort()))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void whatAsksForNoWebSocketWarnsNobodyInTheLog() throws Exception {
    List<String> warned = new CopyOnWriteArrayList<>();
    Handler collecting =
        new StreamHandler() {
          @Override
          public void publish(LogRecord written) {
            warned.add(written.getMessage());
          }
        };
    collecting.setLevel(Level.WARNING);
    Logger jetty = Logger.getLogger("org.eclipse.jetty.util.Blocker");
    jetty.addHandler(collecting);
    try {
      whatAsksForNoWebSocketIsForTheServletToAnswer();

      assertThat(warned).isEmpty();
    } finally {
      jetty.removeHandler(collecting);
    }
  }

  @Test
  void connectionsEndWithTheBundle() throws Exception {
    connect();

    sockets.close();

    assertThat(next(ended)).startsWith("1001");
  }

  private WebSocket connect() {
    return http.newWebSocketBuilder()
        .buildAsync(
            URI.create("ws://127.0.0.1:" + connector.getLocalPort()),
            new WebSocket.Listener() {
              private final StringBuilder message = new StringBuilder();

              @Override
              public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                message.append(data);
                if (last) {
                  received.add(message.toString());
                  message.setLength(0);
                }
                socket.request(1);
                return CompletableFuture.completedStage(null);
              }
            })
        .join();
  }

  private static String next(BlockingQueue<String> queue) throws InterruptedException {
    String next = queue.poll(30, SECONDS);
    assertThat(next).isNotNull();
    return next;
  }

  private final class Echoing extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      WebSocketBounds bounds = new WebSocketBounds(LARGEST, Duration.ofSeconds(60), 10);
      if (!sockets.upgrade(request, response, bounds, new Echo())) {
        response.setStatus(400);
      }
    }
  }

  private final class Echo implements WebSocketListener {
    private @Nullable WebSocketConnection connection;

    @Override
    public void opened(WebSocketConnection opened) {
      connection = opened;
      opened.send("welcome");
    }

    @Override
    public CompletionStage<?> text(String text) {
      if (text.equals("much")) {
        return connection.send("é".repeat(5 * LARGEST));
      }
      return text.equals("fail")
          ? CompletableFuture.failedStage(new IllegalStateException("as asked"))
          : connection.send(text);
    }

    @Override
    public CompletionStage<?> binary(ByteBuffer bytes) {
      return connection.send(bytes.remaining() + " bytes");
    }

    @Override
    public void closed(int code, String reason) {
      ended.add(code + " " + reason);
    }
  }
}
