package io.krait.host.internal.rest;

import static io.krait.api.testing.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.host.internal.plugin.SilentModerator;
import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a plugin, or for its client, is in nobody's way. */
class WaitingRequestsTest {

  private static final String TRICKLE =
      "POST /api/v4/users/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
          + "Content-Length: 60\r\n\r\n{";

  @TempDir Path folder;

  private final SilentModerator moderator = new SilentModerator();
  private final List<Socket> sockets = new ArrayList<>();
  private RestServer server;
  private Client admin;
  private String channel;

  @AfterEach
  void close() throws IOException {
    moderator.answer();
    for (Socket socket : sockets) {
      socket.close();
    }
    server.close();
  }

  @Test
  void hundredsOfPostsThatWaitForAPluginLeaveAllOtherPagesAlone() {
    open(Map.of());

    List<CompletableFuture<Answer>> posts = posts(300);
    eventually(() -> assertThat(moderator.waiting()).isEqualTo(300));

    assertThat(admin.get("/system/ping").status()).isEqualTo(200);
    assertThat(server.loggedIn("admin").get("/users/me").status()).isEqualTo(200);
    assertThat(admin.get("/channels/" + channel + "/posts").status()).isEqualTo(200);

    moderator.answer();
    assertThat(posts).allSatisfy(post -> assertThat(post.join().status()).isEqualTo(201));
  }

  @Test
  void whatThePluginDoesNotAnswerInTimeIsAnsweredAsTheDispatcherSays() {
    open(Map.of());
    List<CompletableFuture<Answer>> posts = posts(20);
    eventually(() -> assertThat(moderator.waiting()).isEqualTo(20));

    moderator.fail(
        AppError.builder()
            .id("plugin.hook.not_ready")
            .message("not now")
            .statusCode(503)
            .retryAfter(Duration.ofSeconds(7))
            .build());

    assertThat(posts)
        .allSatisfy(
            post -> {
              assertThat(post.join().status()).isEqualTo(503);
              assertThat(post.join().header("Retry-After")).isEqualTo("7");
              assertThat(post.join().text("request_id"))
                  .isEqualTo(post.join().header("X-Request-Id"));
            });
    assertThat(admin.written(channel)).isEmpty();
  }

  @Test
  void atTheBoundOneMoreIsToldWhenToTryAgain() {
    open(Map.of("requests", 5));
    List<CompletableFuture<Answer>> posts = posts(5);
    eventually(() -> assertThat(moderator.waiting()).isEqualTo(5));

    Answer refused = admin.get("/system/ping");

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.id()).isEqualTo("api.context.busy.app_error");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    moderator.answer();
    assertThat(posts).allSatisfy(post -> assertThat(post.join().status()).isEqualTo(201));
    eventually(() -> assertThat(admin.get("/system/ping").status()).isEqualTo(200));
  }

  @Test
  void anAddressHasABoundOfItsOwn() {
    open(Map.of("requestsPerAddress", 3));
    List<CompletableFuture<Answer>> posts = posts(3);
    eventually(() -> assertThat(moderator.waiting()).isEqualTo(3));

    Answer refused = admin.get("/system/ping");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    moderator.answer();
    assertThat(posts).allSatisfy(post -> assertThat(post.join().status()).isEqualTo(201));
  }

  @Test
  void aServerThatStopsAnswersWhatStillWaits() {
    open(Map.of());
    List<CompletableFuture<Answer>> posts = posts(3);
    eventually(() -> assertThat(moderator.waiting()).isEqualTo(3));

    server.stopServlet();

    assertThat(posts)
        .allSatisfy(
            post -> {
              assertThat(post.join().status()).isEqualTo(503);
              assertThat(post.join().id()).isEqualTo("api.context.stopping.app_error");
            });
  }

  @Test
  void hundredsOfBodiesThatDoNotComeLeaveAllPagesAlone() throws IOException {
    open(Map.of("slowBodiesPerAddress", 1000));

    trickle(250);

    assertThat(admin.get("/system/ping").status()).isEqualTo(200);
    assertThat(server.loggedIn("admin").get("/users/me").status()).isEqualTo(200);
  }

  @Test
  void aBodyThatDoesNotComeIsGivenUp() throws IOException {
    open(Map.of("bodyIdleSeconds", 1));

    String answer = read(trickle(1).get(0));

    assertThat(answer)
        .startsWith("HTTP/1.1 408 ")
        .contains("Connection: close")
        .contains("api.context.request_timeout.app_error");
  }

  @Test
  void anUploadThatDoesNotComeIsGivenUpAndNothingIsLeft() throws IOException {
    open(Map.of("bodyIdleSeconds", 1));
    Socket socket = connect();
    socket
        .getOutputStream()
        .write(
            ("POST /api/v4/files?filename=a&channel_id=%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: 1000000\r\n\r\n"
                        .formatted(channel, admin.token())
                    + "x".repeat(100_000))
                .getBytes(UTF_8));

    String answer = read(socket);

    assertThat(answer).startsWith("HTTP/1.1 408 ").contains("Connection: close");
    assertThat(folder.resolve("bodies")).isEmptyDirectory();
  }

  @Test
  void slowBodiesOfAnAddressAreBounded() throws IOException {
    open(Map.of("slowBodiesPerAddress", 2));

    List<Socket> slow = trickle(3);

    String refused = read(slow);
    assertThat(refused)
        .startsWith("HTTP/1.1 429 ")
        .contains("Connection: close")
        .contains("api.context.too_many_bodies.app_error");
  }

  @Test
  void nobodyKnownSendsMuch() {
    open(Map.of());
    String much =
        "{'login_id':'admin','password':'correct horse','more':'%s'}".formatted("x".repeat(70_000));

    Answer unknown = server.anonymous().post("/users/login", much);
    Answer known = admin.post("/users/login", much);

    assertThat(unknown.status()).isEqualTo(413);
    assertThat(unknown.id()).isEqualTo("api.context.request_body_too_large.app_error");
    assertThat(known.status()).isEqualTo(200);
    assertThat(server.anonymous().post("/teams", much).status()).isEqualTo(401);
  }

  private void open(Map<String, Object> settings) {
    server = new RestServer(folder, true, settings);
    admin = server.signedUp("admin");
    String team = admin.post("/teams", "{'name':'crew','display_name':'C','type':'O'}").id();
    channel = admin.get("/teams/" + team + "/channels/name/town-square").id();
    server.hooks().bindDispatcher(moderator);
  }

  private List<CompletableFuture<Answer>> posts(int count) {
    String post = "{'channel_id':'%s','message':'hello'}".formatted(channel);
    return IntStream.range(0, count).mapToObj(i -> admin.postLater("/posts", post)).toList();
  }

  private List<Socket> trickle(int count) throws IOException {
    List<Socket> opened = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Socket socket = connect();
      socket.getOutputStream().write(TRICKLE.getBytes(UTF_8));
      opened.add(socket);
    }
    return opened;
  }

  private Socket connect() throws IOException {
    Socket socket = server.connect();
    sockets.add(socket);
    socket.setSoTimeout(60_000);
    return socket;
  }

  /** What comes on the connection that is answered first. */
  private static String read(List<Socket> some) {
    List<String> answers = new ArrayList<>();
    eventually(
        () -> {
          some.stream()
              .filter(WaitingRequestsTest::isAnswered)
              .forEach(socket -> answers.add(read(socket)));
          assertThat(answers).isNotEmpty();
        });
    return answers.get(0);
  }

  private static boolean isAnswered(Socket socket) {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Socket socket) {
    try {
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException reset) {
      throw new AssertionError("no answer before the connection was closed", reset);
    }
  }
}
