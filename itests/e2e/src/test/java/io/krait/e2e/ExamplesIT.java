package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krait.e2e.RestClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples that people would use, all in one server: each does the one thing that it is for.
 * The other examples have tests of their own.
 */
class ExamplesIT {

  private static final String FORGE = "com.example.code-forge";
  private static final String SECRET = "a secret of the forge";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  @AutoClose private static Server server;
  private static RestClient ann;
  private static RestClient bob;
  private static String bobsId;
  private static String channel;
  private static String team;

  @BeforeAll
  static void start() throws Exception {
    Path data = folder.resolve("data");
    Server.configure(data, "io.krait.host", Map.of("open.sign.up", "true"));
    server =
        Server.start(
            data,
            Workspace.example("faq_bot", folder),
            Workspace.example("poll", folder),
            Workspace.example("code_forge", folder),
            Workspace.example("reminder", folder),
            Workspace.pack(withPackagesThatAreThere("planning_poker"), folder),
            Workspace.example("kudos", folder),
            Workspace.example("standup", folder));
    ann = server.client().signUp("ann");
    channel = ann.newTeam("crew");
    team = ann.get("/channels/" + channel).expect(200).text("team_id");
    bob = server.client().signUp("bob");
    bobsId = bob.get("/users/me").expect(200).text("id");
    ann.post("/teams/" + team + "/members", Map.of("team_id", team, "user_id", bobsId)).expect(201);
  }

  /** The folder of an example whose packages are taken from where the tests have theirs. */
  private static Path withPackagesThatAreThere(String name) throws IOException {
    Path source = Workspace.root().resolve("examples").resolve(name);
    Path copy = folder.resolve("source-of-" + name);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(path -> !path.toString().contains("__pycache__")).toList()) {
        Files.copy(file, copy.resolve(source.relativize(file)));
      }
    }
    Path manifest = copy.resolve("plugin.json");
    String told = Files.readString(manifest);
    assertThat(told).contains("\"venv\"");
    Files.writeString(manifest, told.replace("\"venv\"", "\"system\""));
    return copy;
  }

  @Test
  void theBotAnswersAMentionInAThread() throws Exception {
    assertThat(command(ann, "/faq add wifi It is on the blackboard."))
        .isEqualTo("I know about *wifi* now.");
    assertThat(command(bob, "/faq add lunch Nobody knows.")).startsWith("You are not allowed");

    Answer asked = bob.say(channel, "@faq how do I get into the wifi?").expect(201);

    JsonNode answer = replyTo(asked.text("id"));
    assertThat(answer.path("message").asText()).isEqualTo("It is on the blackboard.");
    JsonNode bot = ann.get("/users/" + answer.path("user_id").asText()).expect(200).body();
    assertThat(bot.path("is_bot").asBoolean()).isTrue();
    assertThat(bot.path("last_picture_update").asLong()).isPositive();
  }

  @Test
  void aPollIsAskedByACommandAndVotedOnByButtons() {
    command(ann, "/poll \"Tea or coffee?\" Tea Coffee");
    JsonNode poll = newestAttachment("Tea or coffee?");

    press(bob, poll, "Coffee");
    JsonNode voted = newestAttachment("Tea or coffee?");
    assertThat(voted.path("text").asText()).contains("| Coffee | ████████████ | 1 |");
    // Whoever has not seen the post's new version yet presses the same button.
    assertThat(voted.path("actions")).isEqualTo(poll.path("actions"));

    press(bob, poll, "End the poll");
    assertThat(newestAttachment("Tea or coffee?").path("actions").size()).isEqualTo(3);
    press(ann, poll, "End the poll");
    assertThat(newestAttachment("Tea or coffee?").path("actions").isMissingNode()).isTrue();
  }

  @Test
  void aDialogAsksForAPoll() throws Exception {
    try (Listener listener = Listener.of(ann)) {
      command(ann, "/poll");
      JsonNode dialog = JSON.readTree(listener.next("open_dialog").path("dialog").asText());

      assertThat(submit(ann, dialog, "Captain?", "Ann").body().path("errors").path("answers"))
          .hasToString("\"A poll has 2 to 10 answers, not 1.\"");
      submit(ann, dialog, "Captain?", "Ann\nBob");

      assertThat(newestAttachment("Captain?").path("actions").path(1).path("name").asText())
          .isEqualTo("Bob");
    }
  }

  @Test
  void aSignedDeliveryIsToldAndSeenLive() throws Exception {
    Map<String, String> settings = Map.of("channel", "crew/town-square", "secret", SECRET);
    ann.put("/config/patch", Map.of("PluginSettings", Map.of("Plugins", Map.of(FORGE, settings))))
        .expect(200);
    String delivery =
        """
        {"sender": {"login": "cy"}, "repository": {"full_name": "sea/map"},
         "ref": "refs/heads/main", "commits": [{"message": "Mark @all spots"}]}
        """;
    try (Listener listener = Listener.of(bob)) {
      Workspace.await("the settings hold", () -> deliver(delivery, "wrong").statusCode() == 401);
      assertThat(deliver(delivery, SECRET).body()).isEqualTo("{\"told\": true}");
      assertThat(deliver(delivery, SECRET).body()).isEqualTo("{\"told\": false}");

      String line = "**cy** pushed to `sea/map`, `main`: Mark @\u200ball spots";
      JsonNode event = listener.next("custom_" + FORGE + "_delivery");
      assertThat(event.path("line").asText()).isEqualTo(line);
      assertThat(ann.messages(channel)).containsOnlyOnce(line);
      assertThat(page(bob, "/recent").body()).contains("sea/map");
      assertThat(page(server.client(), "/recent").statusCode()).isEqualTo(401);
      assertThat(page(bob, "/public/index.html").body()).contains("page.js");
    }
  }

  @Test
  void aReminderComesWhenItIsTimeAndAnotherOneIsCancelled() throws Exception {
    assertThat(command(bob, "/remind me in 1s to stretch")).endsWith(": stretch");
    command(bob, "/remind me tomorrow at 9 of the cake");
    Workspace.await("he is reminded", () -> written(bob, "reminder").contains("stretch"));

    assertThat(command(bob, "/remind list")).startsWith("1. on ").endsWith("at 09:00: the cake");
    assertThat(command(bob, "/remind cancel 1")).isEqualTo("I forget: the cake");
    assertThat(command(bob, "/remind list")).startsWith("There is nothing");
  }

  @Test
  void peopleSitAtATableByWebSockets() throws Exception {
    Answer opened =
        ann.post(
            "/commands/execute", Map.of("channel_id", channel, "command", "/poker Draw the map"));
    assertThat(opened.status()).isEqualTo(200);
    Matcher link =
        Pattern.compile("\\]\\((/plugins/[\\w./-]+)\\)")
            .matcher(String.join("\n", ann.messages(channel)));
    assertThat(link.find()).isTrue();

    try (Listener first = Listener.at(link.group(1), ann.token());
        Listener second = Listener.at(link.group(1), bob.token())) {
      first.say("{\"do\": \"choose\", \"card\": \"8\"}");
      JsonNode seen = second.nextWith("/people/0/chosen", "true");
      assertThat(seen.at("/people/0/card").isNull()).isTrue();
      second.say("{\"do\": \"reveal\"}");
      assertThat(first.nextWith("/revealed", "true").path("average").asText()).isEqualTo("8.0");
    }
    assertThat(Listener.refused(link.group(1))).isTrue();
  }

  @Test
  void whoIsThankedIsCounted() throws Exception {
    Answer thanks = ann.say(channel, "@bob++ for the cake").expect(201);

    assertThat(replyTo(thanks.text("id")).path("message").asText())
        .isEqualTo("@bob has 1 kudos now.");
    assertThat(command(ann, "/kudos top")).contains("| 1 | bob | 1 |");
    assertThat(ann.get("/posts/" + thanks.text("id") + "/reactions").expect(200).body().size())
        .isEqualTo(1);
  }

  @Test
  void membersAreAskedInTheirLanguageAndTheirAnswersShown() throws Exception {
    bob.put("/users/me/patch", Map.of("locale", "de")).expect(200);
    try (Listener listener = Listener.of(bob)) {
      command(ann, "/standup now");
      Workspace.await("he is asked", () -> written(bob, "standup").contains("Antworten"));
      JsonNode question = newest(bob, direct(bob, "standup"));
      String button = question.at("/props/attachments/0/actions/0/id").asText();
      bob.post("/posts/" + question.path("id").asText() + "/actions/" + button, Map.of())
          .expect(200);
      JsonNode told = listener.next("open_dialog");
      JsonNode dialog = JSON.readTree(told.path("dialog").asText());
      assertThat(dialog.at("/dialog/elements/1/display_name").asText()).isEqualTo("Heute");
      send(bob, dialog, Map.of("yesterday", "", "today", "Knots", "blocked", "")).expect(200);

      assertThat(newestAttachment("@bob").at("/fields/0/value").asText()).isEqualTo("Knots");
    }
  }

  private static String command(RestClient user, String line) {
    return user.command(channel, line);
  }

  private static JsonNode replyTo(String post) throws InterruptedException {
    Workspace.await("there is an answer", () -> !repliesTo(post).isEmpty());
    return repliesTo(post).get(0);
  }

  private static List<JsonNode> repliesTo(String post) {
    JsonNode posts = ann.get("/posts/" + post + "/thread").expect(200).body().path("posts");
    return posts.findParents("root_id").stream()
        .filter(one -> one.path("root_id").asText().equals(post))
        .toList();
  }

  /** The newest post of a channel. */
  private static JsonNode newest(RestClient reader, String where) {
    JsonNode posts = reader.get("/channels/" + where + "/posts").expect(200).body();
    return posts.path("posts").path(posts.path("order").path(0).asText());
  }

  /** The attachment with this title in the channel, with the id of its post. */
  private static JsonNode newestAttachment(String title) {
    JsonNode posts = ann.get("/channels/" + channel + "/posts").expect(200).body();
    for (JsonNode id : posts.path("order")) {
      JsonNode post = posts.path("posts").path(id.asText());
      JsonNode box = post.at("/props/attachments/0");
      if (box.path("title").asText().equals(title)) {
        return ((ObjectNode) box).put("post", id.asText());
      }
    }
    throw new AssertionError("nothing is called " + title + " in " + posts);
  }

  private static Answer press(RestClient user, JsonNode box, String label) {
    for (JsonNode action : box.path("actions")) {
      if (action.path("name").asText().equals(label)) {
        String button = box.path("post").asText() + "/actions/" + action.path("id").asText();
        return user.post("/posts/" + button, Map.of()).expect(200);
      }
    }
    throw new AssertionError("no button " + label + " in " + box);
  }

  private static Answer submit(RestClient user, JsonNode dialog, String question, String answers) {
    return send(user, dialog, Map.of("question", question, "answers", answers, "secret", false));
  }

  private static Answer send(RestClient user, JsonNode dialog, Map<String, Object> values) {
    return user.post(
            "/actions/dialogs/submit",
            Map.of(
                "url",
                dialog.path("url").asText(),
                "callback_id",
                dialog.at("/dialog/callback_id").asText(),
                "state",
                dialog.at("/dialog/state").asText(),
                "channel_id",
                channel,
                "team_id",
                team,
                "submission",
                values))
        .expect(200);
  }

  /** What a bot has written to somebody last, as JSON. */
  private static String written(RestClient user, String bot) {
    return newest(user, direct(user, bot)).toString();
  }

  private static String direct(RestClient user, String bot) {
    String me = user.get("/users/me").expect(200).text("id");
    String other = user.get("/users/username/" + bot).expect(200).text("id");
    return user.post("/channels/direct", List.of(me, other)).expect(201).text("id");
  }

  private static HttpResponse<String> deliver(String body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signature = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
      return HTTP.send(
          request("/plugins/" + FORGE + "/hook")
              .header("X-GitHub-Event", "push")
              .header("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(signature))
              .POST(BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private static HttpResponse<String> page(RestClient user, String path) throws Exception {
    HttpRequest.Builder request = request("/plugins/" + FORGE + path);
    if (!user.token().isEmpty()) {
      request.header("Authorization", "Bearer " + user.token());
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Workspace.PATIENCE);
  }

  /** A client's WebSocket, whose messages are JSON. */
  private static final class Listener implements WebSocket.Listener, AutoCloseable {
    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();
    private WebSocket socket;

    /** Hears what the server tells somebody. */
    static Listener of(RestClient user) throws Exception {
      Listener listener = at("/api/v4/websocket", user.token());
      listener.say(
          "{\"seq\": 1, \"action\": \"authentication_challenge\", \"data\": {\"token\": \"%s\"}}"
              .formatted(user.token()));
      listener.nextWith("/event", "hello");
      return listener;
    }

    static Listener at(String path, String token) {
      Listener listener = new Listener();
      listener.socket =
          HTTP.newWebSocketBuilder()
              .header("Authorization", "Bearer " + token)
              .buildAsync(address(path), listener)
              .join();
      return listener;
    }

    /** Whether somebody without a session is not let in. */
    static boolean refused(String path) {
      return HTTP.newWebSocketBuilder()
          .buildAsync(address(path), new Listener())
          .handle((socket, failed) -> failed != null)
          .join();
    }

    private static URI address(String path) {
      return URI.create("ws://127.0.0.1:" + server.port() + path);
    }

    void say(String text) {
      socket.sendText(text, true).join();
    }

    /** What the next event of this name says. */
    JsonNode next(String event) throws InterruptedException {
      return nextWith("/event", event).path("data");
    }

    /** The next message in which this is at a place. */
    JsonNode nextWith(String place, String value) throws InterruptedException {
      JsonNode one;
      do {
        one = told.poll(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(one).as(place + " is " + value).isNotNull();
      } while (!one.at(place).asText().equals(value));
      return one;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        try {
          told.add(JSON.readTree(message.toString()));
        } catch (IOException noJson) {
          throw new AssertionError(noJson);
        }
        message.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public void close() {
      socket.abort();
    }
  }
}
