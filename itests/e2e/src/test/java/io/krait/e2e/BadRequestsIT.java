package io.krait.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What HTTP does not allow, or what is read differently by different programs, byte for byte, and a
 * good request on its heels: whoever does not answer that must say so, and nobody may answer what
 * was hidden in a body.
 */
class BadRequestsIT {

  private static final int TIMEOUT_MILLIS = 60_000;
  private static final String PING = "/api/v4/system/ping";
  private static final String HOST = "Host: localhost\r\n";

  private static Server server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("conf"));
    server = Server.start(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> bad() {
    String post =
        "POST /api/v4/users/login HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n";
    String end = "\r\n{}\r\n0\r\n\r\n";
    String get = "GET " + PING + " HTTP/1.1\r\n" + HOST;
    return Stream.of(
        Arguments.of(
            "both lengths",
            400,
            post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n2" + end),
        Arguments.of("two lengths", 400, post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
        Arguments.of("list of lengths", 400, post + "Content-Length: 2, 2\r\n\r\n{}"),
        Arguments.of("length of -1", 400, post + "Content-Length: -1\r\n\r\n{}"),
        Arguments.of("length of +2", 400, post + "Content-Length: +2\r\n\r\n{}"),
        Arguments.of(
            "length that overflows", 400, post + "Content-Length: 99999999999999999999\r\n\r\n{}"),
        Arguments.of("xchunked", 400, post + "Transfer-Encoding: xchunked\r\n\r\n2" + end),
        Arguments.of(
            "chunked not last", 400, post + "Transfer-Encoding: chunked, identity\r\n\r\n2" + end),
        Arguments.of(
            "chunked twice",
            400,
            post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n2" + end),
        Arguments.of(
            "gzip, chunked", 501, post + "Transfer-Encoding: gzip, chunked\r\n\r\n2" + end),
        Arguments.of(
            "chunked after a tabulator",
            400,
            post + "Transfer-Encoding: \u000bchunked\r\n\r\n2" + end),
        Arguments.of(
            "space before the colon", 400, post + "Transfer-Encoding : chunked\r\n\r\n2" + end),
        Arguments.of("bare CR", 400, get + "A: b\rC: d\r\n\r\n"),
        Arguments.of("NUL", 400, get + "A: b\u0000c\r\n\r\n"),
        Arguments.of("folded header", 400, get + "A: b\r\n c\r\n\r\n"),
        Arguments.of("no colon", 400, get + "Abc\r\n\r\n"),
        Arguments.of("no host", 400, "GET " + PING + " HTTP/1.1\r\n\r\n"),
        Arguments.of("two hosts", 400, get + HOST + "\r\n"),
        Arguments.of("host of two words", 400, "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"),
        Arguments.of(
            "another host in the target",
            400,
            "GET http://evil.example" + PING + " HTTP/1.1\r\n" + HOST + "\r\n"),
        Arguments.of("long target", 414, line("/" + "a".repeat(100_000))),
        Arguments.of("long header", 431, get + "A: " + "a".repeat(100_000) + "\r\n\r\n"),
        Arguments.of("many headers", 431, get + "A: b\r\n".repeat(20_000) + "\r\n"),
        Arguments.of("%00", 400, line("/plugins/x/%00")),
        Arguments.of("%zz", 400, line("/plugins/x/%zz")),
        Arguments.of("%ff", 400, line("/plugins/x/%ff")),
        Arguments.of("%c0%ae", 400, line("/plugins/x/%c0%ae%c0%ae/")),
        Arguments.of("..;/", 400, line("/plugins/x/..;/..;/system/console")),
        Arguments.of("%2e%2e", 400, line("/plugins/x/%2e%2e/%2e%2e/system/console")),
        Arguments.of("%2f", 400, line("/plugins%2fx/")),
        Arguments.of("%252f", 400, line("/plugins/x/%252f%252e%252e")),
        Arguments.of("backslash", 400, line("/plugins/x/..\\..\\system\\console")),
        Arguments.of("%5c", 400, line("/plugins/x/..%5c..%5csystem")),
        Arguments.of("above the root", 400, line("/../../etc/passwd")),
        Arguments.of("space in the target", 400, line("/a b")),
        Arguments.of("method that is none", 400, "G(T / HTTP/1.1\r\n" + HOST + "\r\n"),
        Arguments.of("HTTP/1.2", 505, "GET / HTTP/1.2\r\n" + HOST + "\r\n"),
        Arguments.of(
            "unknown expectation", 417, post + "Content-Length: 2\r\nExpect: 200-ok\r\n\r\n{}"));
  }

  private static String line(String target) {
    return "GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void isRefusedAndTheEndOfTheConnectionIsAnnounced(String what, int status, String request)
      throws Exception {
    try (Client client = new Client(server.port())) {
      client.send(request + "GET " + PING + "?smuggled HTTP/1.1\r\n" + HOST + "\r\n");

      String answer = client.all();

      assertThat(answer).as(what).startsWith("HTTP/1.1 " + status + " ");
      assertThat(answer.split("HTTP/1.1 \\d", -1)).as("one answer, in " + answer).hasSize(2);
      assertThat(Client.head(answer).toLowerCase(Locale.ROOT))
          .as(what)
          .contains("connection: close");
      assertThat(answer).as(what).doesNotContain("Exception", "at org.", "at java.");
    }
  }

  @Test
  void whatIsOddButAllowedIsAnsweredAndSoIsTheNext() throws Exception {
    for (String target : List.of(PING + ";a=b", "/%61pi/v4/system/ping", "/plugins/.." + PING)) {
      try (Client client = new Client(server.port())) {
        client.send(
            line(target) + "GET " + PING + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");

        String answers = client.all();

        assertThat(answers.split("HTTP/1.1 \\d", -1)).as(target).hasSize(3);
        assertThat(answers.substring(answers.lastIndexOf("\r\n\r\n")))
            .as(target)
            .contains("\"status\":\"OK\"");
      }
    }
  }

  @Test
  void aBodyIsNoRequest() throws Exception {
    String hidden = "GET " + PING + "?smuggled HTTP/1.1\r\n" + HOST + "\r\n";
    try (Client client = new Client(server.port())) {
      client.send(
          "GET %s HTTP/1.1\r\n%sContent-Length: %d\r\n\r\n%s"
                  .formatted(PING, HOST, hidden.length(), hidden)
              + "GET "
              + PING
              + " HTTP/1.1\r\n"
              + HOST
              + "Connection: close\r\n\r\n");

      assertThat(client.all().split("HTTP/1.1 200", -1)).hasSize(3);
    }
  }

  @Test
  void answersOfTheServerAreNotGuessedAt() throws Exception {
    try (Client client = new Client(server.port())) {
      client.send("GET " + PING + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");

      assertThat(Client.head(client.all()))
          .contains("X-Content-Type-Options: nosniff")
          .contains("Referrer-Policy: same-origin")
          .contains("X-Frame-Options: SAMEORIGIN");
    }
  }

  /** Knows nothing of HTTP but where a head ends. */
  private static final class Client implements AutoCloseable {
    private final Socket socket;

    private Client(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    private void send(String text) throws IOException {
      try {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      } catch (IOException refused) {
        // It has answered before it had all; what it has said is still to be read.
      }
    }

    /** All that comes until the server closes. */
    private String all() throws IOException {
      StringBuilder text = new StringBuilder();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      try {
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          text.append(new String(buffer, 0, count, ISO_8859_1));
        }
      } catch (java.net.SocketException reset) {
        // There was more to read for the server than it wanted.
      }
      return text.toString();
    }

    private static String head(String answer) {
      int end = answer.indexOf("\r\n\r\n");
      return end < 0 ? answer : answer.substring(0, end);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
