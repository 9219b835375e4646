package io.krait.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;

/** A user of the server, who talks through its REST API in a channel of a team. */
final class Chat {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "Secret-Word-1";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String server;
  private String token = "";
  private String channel = "";

  Chat(String server) {
    this.server = server;
  }

  /** Becomes the administrator by this code, with a team. */
  Chat signUp(String name, String code) {
    logInAsNew(name, "X-Admin-Code", code);
    String team =
        json(send("teams", Map.of("name", "crew", "display_name", "Crew", "type", "O")))
            .path("id")
            .asText();
    open(team);
    return this;
  }

  /** Signs up where everybody may, and joins the team of this name. */
  Chat join(String name, String teamName) {
    String id = logInAsNew(name);
    String team = json(get("/api/v4/teams/name/" + teamName)).path("id").asText();
    send("teams/" + team + "/members", Map.of("team_id", team, "user_id", id));
    open(team);
    return this;
  }

  /** Logs in as somebody who has an account already. */
  Chat logIn(String name) {
    HttpResponse<String> login =
        send("users/login", Map.of("login_id", name, "password", PASSWORD));
    token = login.headers().firstValue("Token").orElseThrow();
    return this;
  }

  /** Sets a plugin, as its administrator. */
  void configure(String plugin, Map<String, String> settings) {
    Map<String, ?> all = Map.of("PluginSettings", Map.of("Plugins", Map.of(plugin, settings)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + "/api/v4/config/patch"))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(all).toString()));
    HttpResponse<String> answer = answer(request);
    if (answer.statusCode() != 200) {
      throw new AssertionError(plugin + " was answered with " + answer.body());
    }
  }

  private String logInAsNew(String name, String... headers) {
    String address = name + "@example.com";
    send("users", Map.of("email", address, "username", name, "password", PASSWORD), headers);
    return json(logIn(name).get("/api/v4/users/me")).path("id").asText();
  }

  private void open(String team) {
    channel = json(get("/api/v4/teams/" + team + "/channels/name/town-square")).path("id").asText();
  }

  /** The id of the newest message that says this. */
  String find(String message) {
    for (JsonNode post : json(get("/api/v4/channels/" + channel + "/posts")).path("posts")) {
      if (post.path("message").asText().equals(message)) {
        return post.path("id").asText();
      }
    }
    throw new AssertionError("nobody has said " + message);
  }

  /** How many messages there are in the channels of the team, those of the server included. */
  int posts() {
    String team = json(get("/api/v4/channels/" + channel)).path("team_id").asText();
    int posts = 0;
    for (JsonNode one : json(get("/api/v4/users/me/teams/" + team + "/channels"))) {
      posts +=
          json(get("/api/v4/channels/" + one.path("id").asText() + "/posts")).path("order").size();
    }
    return posts;
  }

  /** Presses a button of the attachment with this title. */
  void press(String title, String label) {
    for (JsonNode post : json(get("/api/v4/channels/" + channel + "/posts")).path("posts")) {
      JsonNode box = post.at("/props/attachments/0");
      if (box.path("title").asText().equals(title)) {
        for (JsonNode action : box.path("actions")) {
          if (action.path("name").asText().equals(label)) {
            String id = post.path("id").asText();
            send("posts/" + id + "/actions/" + action.path("id").asText(), Map.of());
            return;
          }
        }
      }
    }
    throw new AssertionError("nobody has asked " + title + " with " + label);
  }

  /** Opens a WebSocket, and does not listen. */
  WebSocket sit(String path) {
    return http.newWebSocketBuilder()
        .header("Authorization", "Bearer " + token)
        .buildAsync(URI.create(server.replace("http", "ws") + path), new WebSocket.Listener() {})
        .join();
  }

  /** Answers to a message. */
  void reply(String postId, String message) {
    send("posts", Map.of("channel_id", channel, "root_id", postId, "message", message));
  }

  /** Reacts to a message. */
  void react(String postId, String emoji) {
    String me = json(get("/api/v4/users/me")).path("id").asText();
    send("reactions", Map.of("user_id", me, "post_id", postId, "emoji_name", emoji));
  }

  /** Is about to say something. */
  void type() {
    send("users/me/typing", Map.of("channel_id", channel));
  }

  /** Says whether it is there. */
  void status(String status) {
    String me = json(get("/api/v4/users/me")).path("id").asText();
    call("PUT", "users/me/status", JSON.valueToTree(Map.of("user_id", me, "status", status)));
  }

  /** Writes to somebody alone. */
  void whisper(String name, String message) {
    String me = json(get("/api/v4/users/me")).path("id").asText();
    String other = json(get("/api/v4/users/username/" + name)).path("id").asText();
    String direct =
        json(sendBody("channels/direct", JSON.valueToTree(List.of(me, other)))).path("id").asText();
    send("posts", Map.of("channel_id", direct, "message", message));
  }

  /** Says something. */
  void post(String message) {
    send("posts", Map.of("channel_id", channel, "message", message));
  }

  /** Says something with these attachments, as JSON. */
  void post(String message, String attachments) throws IOException {
    ObjectNode post = JSON.createObjectNode().put("channel_id", channel).put("message", message);
    post.putObject("props").set("attachments", JSON.readTree(attachments));
    sendBody("posts", post);
  }

  HttpResponse<String> get(String path) {
    return answer(HttpRequest.newBuilder(URI.create(server + path)));
  }

  private HttpResponse<String> send(String path, Map<String, String> body, String... headers) {
    return sendBody(path, JSON.valueToTree(body), headers);
  }

  private HttpResponse<String> sendBody(String path, JsonNode body, String... headers) {
    return call("POST", path, body, headers);
  }

  private HttpResponse<String> call(String method, String path, JsonNode body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + "/api/v4/" + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = answer(request);
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + " was answered with " + answer.body());
    }
    return answer;
  }

  private HttpResponse<String> answer(HttpRequest.Builder request) {
    try {
      return http.send(
          request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
