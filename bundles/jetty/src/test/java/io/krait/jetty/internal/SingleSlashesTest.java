package io.krait.jetty.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingleSlashesTest {

  private static final int TIMEOUT_MILLIS = 30_000;

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final ServerTuning tuning = new ServerTuning(0);

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(new Serving()), "/*");
    server.setHandler(context);
    server.start();
    tuning.tune(server);
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v4/posts/one//reactions, /api/v4/posts/one/reactions",
    "/a///b//?x=//y&z=1, /a/b/?x=//y&z=1",
    "//evil.example/x, /evil.example/x",
    "///evil.example, /evil.example",
    "/.//evil.example, /./evil.example",
    "http://any//evil.example/x, /evil.example/x"
  })
  void pathWithSingleSlashesIsAskedForInstead(String asked, String location) throws Exception {
    assertThat(answer("GET " + asked))
        .startsWith("HTTP/1.1 301 ")
        .contains("\r\nLocation: " + location + "\r\n");
  }

  @Test
  void bodyIsSentAgainByTheSameMethod() throws Exception {
    assertThat(answer("POST /api//v4/posts"))
        .startsWith("HTTP/1.1 308 ")
        .contains("\r\nLocation: /api/v4/posts\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/%2e%2e/b",
        "/a//%2e%2e/b",
        "/a%2Fb",
        "/a//%2Fb",
        "/a/..;/b",
        "//\\evil.example",
        "/\\evil.example//x",
        "//%00"
      })
  void whatElseIsAmbiguousIsRefused(String asked) throws Exception {
    assertThat(answer("GET " + asked)).startsWith("HTTP/1.1 400 ").doesNotContain("Location");
  }

  @Test
  void otherPathsAreServed() throws Exception {
    assertThat(answer("GET /a/b?c=//d")).startsWith("HTTP/1.1 200 ");
  }

  private String answer(String asked) throws IOException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
      client.setSoTimeout(TIMEOUT_MILLIS);
      String request = asked + " HTTP/1.1\r\nHost: any\r\nConnection: close\r\n\r\n";
      client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  /** Serves whatever has single slashes. */
  private static final class Serving extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      if (!SingleSlashes.answered(
          ServletContextRequest.getServletContextRequest(request), response)) {
        response.setContentLength(0);
      }
    }
  }
}
