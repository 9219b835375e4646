package io.krait.jetty.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTuningTest {

  private static final int TIMEOUT_MILLIS = 30_000;

  private final HttpConfiguration http = new HttpConfiguration();
  private final Server server = new Server();
  private final ServerConnector connector =
      new ServerConnector(server, new HttpConnectionFactory(http));
  private final ServerTuning tuning = new ServerTuning(1_000_000);

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(new Reader()), "/*");
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%00 HTTP/1.1",
        "GET /%zz HTTP/1.1",
        "GET /a b HTTP/1.1",
        "G(T / HTTP/1.1",
        "GET / HTTP/1.7",
        "GET /../.. HTTP/1.1"
      })
  void theEndIsAnnouncedWhereTheFirstLineIsBad(String line) throws Exception {
    tuning.tune(server);

    assertThat(answer(line + "\r\nHost: any\r\n\r\n")).contains("\r\nConnection: close\r\n");
  }

  @Test
  void theEndIsAnnouncedWhereTheFirstLineIsTooLong() throws Exception {
    tuning.tune(server);

    assertThat(answer("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: any\r\n\r\n"))
        .startsWith("HTTP/1.1 414 ")
        .contains("\r\nConnection: close\r\n");
  }

  @Test
  void badRequestIsAnsweredWithALineOfTextAndAnId() throws Exception {
    tuning.tune(server);

    assertThat(answer("GET /%00 HTTP/1.1\r\nHost: any\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .containsPattern("\r\nX-Request-Id: [0-9a-z]{26}\r\n")
        .contains("\r\nContent-Type: text/plain;charset=utf-8\r\n")
        .endsWith("\r\n\r\n400 Bad Request\n");
    assertThat(
            answer("GET / HTTP/1.1\r\nHost: any\r\nA: %s\r\n\r\n".formatted("a".repeat(100_000))))
        .startsWith("HTTP/1.1 431 ")
        .contains("\r\nX-Request-Id: ")
        .endsWith("\r\n\r\n431 Request Header Fields Too Large\n");
  }

  @Test
  void aBodyThatComesTooSlowlyIsEnded() throws Exception {
    tuning.tune(server);

    // A byte each time that the one before was read: far fewer in a millisecond than the rate asks.
    String[] parts = new String[1000];
    Arrays.fill(parts, "b");
    parts[0] = "POST / HTTP/1.1\r\nHost: any\r\nContent-Length: 100000\r\n\r\na";
    assertThat(answer(parts)).startsWith("HTTP/1.1 408 ");
  }

  @Test
  void theServerIsLeftAsItWas() {
    var before = server.getErrorHandler();
    var paths = http.getUriCompliance();
    tuning.tune(server);
    assertThat(http.getMinRequestDataRate()).isEqualTo(1_000_000);
    assertThat(server.getErrorHandler()).isInstanceOf(AnnouncedClose.class);

    tuning.close();
    tuning.tune(server);

    assertThat(http.getMinRequestDataRate()).isZero();
    assertThat(http.getUriCompliance()).isSameAs(paths);
    assertThat(server.getErrorHandler()).isSameAs(before);
  }

  /** What the server says until it closes the connection. */
  private String answer(String... parts) throws IOException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
      client.setSoTimeout(TIMEOUT_MILLIS);
      client.setTcpNoDelay(true);
      // What tests before this one have left: each part is sent when the one before has been read.
      Reader.READ.drainPermits();
      Reader.failed = false;
      for (String part : parts) {
        if (Reader.failed) {
          break;
        }
        client.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
        if (parts.length > 1) {
          Reader.READ.acquireUninterruptibly();
        }
      }
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (java.net.SocketException reset) {
      throw new AssertionError("the connection was closed before its end was read", reset);
    }
  }

  /** Reads byte for byte. */
  private static final class Reader extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Semaphore READ = new Semaphore(0);
    private static volatile boolean failed;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try {
        while (request.getInputStream().read() >= 0) {
          READ.release();
        }
      } catch (IOException | RuntimeException failure) {
        failed = true;
        READ.release();
        throw failure;
      }
    }
  }
}
