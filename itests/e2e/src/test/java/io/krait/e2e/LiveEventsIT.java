package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients see live, over a WebSocket, and what plugins see of them. */
class LiveEventsIT {

  private static final String WATCHER = "com.example.watcher";

  private static final String PLUGIN =
      """
      from mattermost_plugin import HookName, Plugin, hook
      from mattermost_plugin.models import Post


      class Tested(Plugin):
          @hook(HookName.OnWebSocketConnect)
          def connected(self, connection, user):
              self.logger.info("connected %s %s", connection, user)

          @hook(HookName.OnWebSocketDisconnect)
          def disconnected(self, connection, user):
              self.logger.info("disconnected %s %s", connection, user)

          @hook(HookName.WebSocketMessageHasBeenPosted)
          def said(self, connection, user, request):
              self.api.publish_web_socket_event(
                  "heard", {"action": request.action}, None
              )

          @hook(HookName.MessageHasBeenPosted)
          def posted(self, context, post):
              if post.message == "whisper":
                  self.api.send_ephemeral_post(
                      post.user_id,
                      Post(
                          channel_id=post.channel_id,
                          user_id=post.user_id,
                          message="only you",
                      ),
                  )
      """;

  @TempDir private static Path folder;
  @AutoClose private static Server server;
  private static Path data;
  private static RestClient ann;
  private static String channel;

  @BeforeAll
  static void start() throws Exception {
    data = folder.resolve("data");
    server = Server.start(data, Workspace.plugin(WATCHER, PLUGIN, folder));
    ann = server.client().signUp("ann");
    channel = ann.newTeam("home");
  }

  @Test
  void aPostIsSeenLiveAndAnEphemeralOneByItsReaderAlone() throws Exception {
    Seen seen = new Seen();
    WebSocket socket = connect(seen, ann.token());
    Workspace.await("the client is greeted", () -> seen.has("hello"));

    ann.say(channel, "hello there").expect(201);
    Workspace.await("the post is seen", () -> seen.text("posted").contains("hello there"));
    ann.say(channel, "whisper").expect(201);
    Workspace.await(
        "the plugin's answer is seen", () -> seen.text("ephemeral_message").contains("only you"));

    socket.sendText("{\"seq\":2,\"action\":\"custom_com.example.watcher_hi\"}", true).join();
    Workspace.await(
        "the plugin has heard of it",
        () ->
            seen.text("custom_com.example.watcher_heard")
                .contains("custom_com.example.watcher_hi"));
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
    Workspace.await(
        "the plugin has seen it come and go",
        () -> log().contains("connected ") && log().contains("disconnected "));
  }

  @Test
  void nobodyIsToldAnythingWithoutASession() throws Exception {
    Seen seen = new Seen();
    WebSocket socket = connect(seen, "none");

    ann.say(channel, "secret").expect(201);
    socket.sendText("{\"seq\":2,\"action\":\"get_statuses\"}", true).join();

    Workspace.await(
        "the client is refused", () -> seen.all.toString().contains("not_authenticated"));
    assertThat(seen.all.toString()).doesNotContain("secret", "hello");
  }

  private static String log() {
    try {
      return Files.readString(server.log(data));
    } catch (IOException notThere) {
      return "";
    }
  }

  private static WebSocket connect(Seen seen, String token) {
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://127.0.0.1:%d/api/v4/websocket".formatted(server.port())), seen)
            .join();
    socket
        .sendText(
            "{\"seq\":1,\"action\":\"authentication_challenge\",\"data\":{\"token\":\"%s\"}}"
                .formatted(token),
            true)
        .join();
    return socket;
  }

  /** What has come. */
  private static final class Seen implements WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<JsonNode> all = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        try {
          all.add(JSON.readTree(part.toString()));
        } catch (IOException noJson) {
          throw new AssertionError(noJson);
        }
        part.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    boolean has(String event) {
      return !text(event).isEmpty();
    }

    String text(String event) {
      StringBuilder found = new StringBuilder();
      all.stream()
          .filter(one -> one.path("event").asText().equals(event))
          .forEach(one -> found.append(one.path("data")));
      return found.toString();
    }
  }
}
