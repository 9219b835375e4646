package io.krait.jetty.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaveTakingTest {

  private static final int TIMEOUT_MILLIS = 30_000;

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final Semaphore mayAnswer = new Semaphore(0);
  private final CountDownLatch asked = new CountDownLatch(1);
  private int port;
  private LeaveTaking leave = new LeaveTaking(Duration.ofMinutes(1));

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(new Answering()), "/*");
    server.setHandler(context);
    server.start();
    port = connector.getLocalPort();
  }

  @AfterEach
  void stop() throws Exception {
    mayAnswer.release(100);
    server.stop();
  }

  @Test
  void whoIsConnectedIsAnsweredOnceMoreAndNobodyElseConnects() throws Exception {
    try (Socket client = connect()) {
      mayAnswer.release();
      ask(client, "/first");
      assertThat(answer(client)).doesNotContain("Connection: close");
      Thread leaving = leaving();
      awaitClosed();

      mayAnswer.release();
      ask(client, "/second");

      assertThat(rest(client)).startsWith("HTTP/1.1 200").contains("Connection: close");
      leaving.join(TIMEOUT_MILLIS);
      assertThat(leaving.isAlive()).isFalse();
    }
  }

  @Test
  void atLastWhatNobodyUsesIsClosedAndWhatIsAskedGoesOn() throws Exception {
    leave = new LeaveTaking(Duration.ofMillis(500));
    try (Socket idle = connect();
        Socket busy = connect()) {
      mayAnswer.release();
      ask(idle, "/");
      assertThat(answer(idle)).startsWith("HTTP/1.1 200");
      ask(busy, "/slow");
      asked.await();

      leave.leave();

      assertThat(rest(idle)).isEmpty();
      mayAnswer.release();
      assertThat(answer(busy)).startsWith("HTTP/1.1 200");
    }
  }

  private Thread leaving() {
    Thread leaving = new Thread(leave::leave);
    leaving.start();
    return leaving;
  }

  private void awaitClosed() throws IOException {
    long end = System.nanoTime() + Duration.ofMillis(TIMEOUT_MILLIS).toNanos();
    while (true) {
      try (Socket taken = connect()) {
        assertThat(System.nanoTime()).as("time when %s was taken", taken).isLessThan(end);
      } catch (ConnectException refused) {
        return;
      }
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
    client.setSoTimeout(TIMEOUT_MILLIS);
    return client;
  }

  private static void ask(Socket client, String path) throws IOException {
    client
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: any\r\n\r\n"
                .formatted(path)
                .getBytes(StandardCharsets.US_ASCII));
  }

  private static String answer(Socket client) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf("\r\n\r\n") < 0) {
      read.append((char) client.getInputStream().read());
    }
    return read.toString();
  }

  private static String rest(Socket client) throws IOException {
    return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  /** Answers without a body, when it may. */
  private final class Answering extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      leave.met(ServletContextRequest.getServletContextRequest(request), response);
      if (request.getRequestURI().equals("/slow")) {
        asked.countDown();
      }
      mayAnswer.acquireUninterruptibly();
      response.setContentLength(0);
    }
  }
}
