package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.RestClient;
import io.krait.e2e.Workspace;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plugin without the SDK answers what no plugin should. */
final class GarbagePlugin implements Trial {

  private static final String ID = "com.example.garbage";

  /** After these nothing comes, and the plugin seems to work on. */
  private static final Set<String> SILENT = Set.of("goodbye", "nothing-ever");

  /** What it answers to requests; {@code garbage.py} knows how. */
  private static final List<String> PAGES =
      List.of(
          "plain",
          "status-99999",
          "status-negative",
          "status-100",
          "line-in-header",
          "line-in-name",
          "nul-in-header",
          "endless-headers",
          "giant-header",
          "giant-name",
          "empty-name",
          "length-too-long",
          "length-too-short",
          "length-twice",
          "length-negative",
          "chunked",
          "body-with-204",
          "giant-body",
          "no-head",
          "nothing",
          "no-message",
          "other-message",
          "rest-that-never-comes",
          "status-of-nobody",
          "escapes-in-status",
          "error-of-nobody",
          "twice",
          "to-nobody",
          "unknown-kind",
          "empty-frame",
          "endless-frame",
          "frame-of-noise",
          "welcome-again",
          "goodbye",
          "nothing-ever");

  /** What it answers when it is asked about a message with this text. */
  private static final List<String> POSTS =
      List.of(
          "giant-reason",
          "escapes-in-reason",
          "giant-post",
          "other-post",
          "negative-times",
          "no-post",
          "status-of-nobody-post");

  /** So long does a client wait for a plugin that never answers, and for all others. */
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_BYTES_OF_AN_ERROR = 64 << 10;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([1-9]\\d\\d) .*");

  @Override
  public String title() {
    return "garbage from a plugin";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    Map<String, Integer> ends = new TreeMap<>();
    RestClient admin = stage.admin();
    String channel = admin.newTeam(stage.newName("team"));
    try (InstalledPlugin plugin = stage.install(ID, archive(stage));
        Pings pings = Pings.to(stage.server())) {
      for (String page : PAGES) {
        ends.merge(get(stage.server().port(), page), 1, Integer::sum);
        Workspace.await("the plugin is there after " + page, plugin::runs);
      }
      for (String post : POSTS) {
        RestClient.Answer answer = admin.say(channel, post);
        assertThat(answer.status()).as(post).isIn(201, 400, 500, 502, 503);
        assertThat(answer.response().body().length()).as(post).isLessThan(mostBytes(post));
        ends.merge(Integer.toString(answer.status()), 1, Integer::sum);
        Workspace.await("the plugin is there after " + post, plugin::runs);
      }
      String ping = pings.end();
      return Row.of("pings", PAGES.size() + POSTS.size(), 0, "clients saw %s; %s", ends, ping);
    }
  }

  /** A post may be long; what a plugin says about one may not. */
  private static int mostBytes(String post) {
    return post.endsWith("-reason") ? MOST_BYTES_OF_AN_ERROR : MOST_BYTES;
  }

  private static Path archive(Stage stage) throws IOException, InterruptedException {
    Path folder = stage.newFolder();
    try (InputStream code = GarbagePlugin.class.getResourceAsStream("/plugins/garbage.py")) {
      return Workspace.script(ID, new String(code.readAllBytes(), StandardCharsets.UTF_8), folder);
    }
  }

  /** By a plain socket: what is wrong with an answer must not be hidden by a client that knows. */
  private static String get(int port, String page) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) (SILENT.contains(page) ? SHORT_PATIENCE : PATIENCE).toMillis());
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET /plugins/%s/%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
              .formatted(ID, page)
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      String head;
      try {
        head = head(socket.getInputStream());
      } catch (SocketTimeoutException never) {
        assertThat(page).as("what is never answered").isIn(SILENT);
        return "nothing";
      }
      if (head.isEmpty() && !page.equals("plain")) {
        return "broken off";
      }
      assertThat(head).as(page).doesNotContainIgnoringCase("\nInjected:").doesNotContain("\0");
      Matcher status = STATUS.matcher(head.lines().findFirst().orElse(""));
      assertThat(status.matches()).as("%s: %s", page, head).isTrue();
      if (page.equals("plain")) {
        assertThat(status.group(1)).isEqualTo("200");
      }
      return status.group(1);
    }
  }

  /** All until the empty line, of which there is not more than a megabyte. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    InputStream buffered = new BufferedInputStream(in);
    for (int read = buffered.read(); read >= 0; read = buffered.read()) {
      head.append((char) read);
      if (read == '\n' && head.indexOf("\r\n\r\n", head.length() - 4) >= 0) {
        return head.toString();
      }
      if (head.length() > MOST_BYTES) {
        throw new AssertionError("the head of an answer has more than a megabyte");
      }
    }
    return head.toString();
  }
}
