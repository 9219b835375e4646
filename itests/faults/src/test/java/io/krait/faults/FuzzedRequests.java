package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Requests that are nearly right, each on a connection of its own. */
final class FuzzedRequests implements Trial {

  private static final int CLIENTS = 4;

  /**
   * So many for each second of effort, and not as many as there is time for: the same everywhere.
   */
  private static final int RATE = 190;

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final List<String> SEEDS =
      List.of(
          request("GET /api/v4/system/ping", "", ""),
          request("GET /api/v4/users/me", "Authorization: Bearer abc\r\n", ""),
          request("POST /api/v4/users/login", "", "{\"login_id\":\"ann\",\"password\":\"x\"}"),
          request("POST /api/v4/users", "", "{\"email\":\"a@b.c\",\"username\":\"fuzz\"}"),
          request("POST /api/v4/users/ids", "", "[\"a\",null,1]"),
          request("POST /api/v4/posts", "", "{\"channel_id\":\"x\",\"props\":{\"a\":[[[]]]}}"),
          request("GET /plugins/com.example.none/a/../b?x=%41&y=1;2", "Cookie: a=b; c\r\n", ""),
          request("GET /system/console/bundles", "Authorization: Basic YTpi\r\n", ""),
          request("GET /metrics", "Accept: text/plain;q=0.5,*/*\r\n", ""),
          "POST /api/v4/files?channel_id=x HTTP/1.1\r\n"
              + "Host: localhost\r\n"
              + "Transfer-Encoding: chunked\r\n"
              + "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
              + "5\r\n"
              + "--b\r\n\r\n"
              + "0\r\n\r\n",
          "GET http://localhost/api/v4/system/ping HTTP/1.1\r\n"
              + "Host: localhost\r\n"
              + "Range: bytes=0-1\r\n"
              + "Upgrade: websocket\r\n"
              + "Connection: Upgrade\r\n"
              + "Expect: 100-continue\r\n\r\n");

  private static final List<String> WORDS =
      List.of(
          "\r\n",
          "\n",
          "\0",
          "%00",
          "%2e%2e/",
          "..;/",
          "\\",
          "//",
          "\u00ff",
          "-1",
          "99999999999",
          "0x10",
          "chunked",
          "Content-Length: 1\r\n",
          "Transfer-Encoding: chunked\r\n",
          "Host: x\r\n",
          " ",
          "\t",
          ":",
          "null",
          "[",
          "{",
          "\"",
          "\\ud800",
          "HTTP/1.0",
          "HTTP/9.9",
          "?",
          "#",
          "%");

  private static String request(String line, String headers, String body) {
    return "%s HTTP/1.1\r\nHost: localhost\r\n%sContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(line, headers, body.length(), body);
  }

  @Override
  public String title() {
    return "fuzzed requests";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    long seed = stage.effort().toMillis();
    Map<String, AtomicLong> ends = new ConcurrentHashMap<>();
    Map<String, String> wrong = new ConcurrentHashMap<>();
    AtomicLong longest = new AtomicLong();
    long total = RATE * stage.effort().toSeconds();
    AtomicLong sent = new AtomicLong();
    try (Pings pings = Pings.to(stage.server());
        Crowd clients =
            Crowd.of(
                CLIENTS,
                number -> {
                  if (number > total) {
                    return;
                  }
                  String request = mutated(new Random(seed + number));
                  long began = System.nanoTime();
                  String end = send(stage.server().port(), request);
                  longest.accumulateAndGet(System.nanoTime() - began, Math::max);
                  ends.computeIfAbsent(end, any -> new AtomicLong()).incrementAndGet();
                  sent.incrementAndGet();
                  if (end.equals("500")) {
                    wrong.putIfAbsent(end, request);
                  }
                })) {
      Workspace.await("requests are sent", () -> sent.get() == total);
      clients.join();
      String ping = pings.end();
      assertThat(wrong).as("requests for which the server blames itself").isEmpty();
      assertThat(Duration.ofNanos(longest.get())).as("the longest answer").isLessThan(LONGEST);
      return Row.of(
          "%d clients".formatted(CLIENTS),
          total,
          0,
          "answers %s, the longest after %d ms; %s",
          new TreeMap<>(ends),
          Duration.ofNanos(longest.get()).toMillis(),
          ping);
    }
  }

  private static String mutated(Random random) {
    StringBuilder request = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(request.length());
      switch (random.nextInt(5)) {
        case 0 -> request.insert(at, WORDS.get(random.nextInt(WORDS.size())));
        case 1 -> request.setCharAt(at, (char) random.nextInt(256));
        case 2 -> request.delete(at, Math.min(request.length(), at + 1 + random.nextInt(20)));
        case 3 -> request.insert(at, request.substring(at, Math.min(request.length(), at + 30)));
        default -> request.insert(at, "x".repeat(random.nextInt(20_000)));
      }
      if (request.isEmpty()) {
        request.append("\r\n");
      }
    }
    return request.toString();
  }

  /** The status of the first answer, or how the connection has ended without one. */
  private static String send(int port, String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) LONGEST.toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      // The server need not wait for what will not come.
      socket.shutdownOutput();
      byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      String[] words = new String(line, StandardCharsets.ISO_8859_1).split(" ");
      return words.length > 1 ? words[1] : "none";
    } catch (IOException broken) {
      return "none";
    }
  }
}
