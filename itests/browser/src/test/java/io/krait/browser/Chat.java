package io.krait.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
    String address = name + "@example.com";
    send(
        "users",
        Map.of("email", address, "username", name, "password", PASSWORD),
        "X-Admin-Code",
        code);
    HttpResponse<String> login =
        send("users/login", Map.of("login_id", name, "password", PASSWORD));
    token = login.headers().firstValue("Token").orElseThrow();
    String team =
        json(send("teams", Map.of("name", "crew", "display_name", "Crew", "type", "O")))
            .path("id")
            .asText();
    channel = json(get("/api/v4/teams/" + team + "/channels/name/town-square")).path("id").asText();
    return this;
  }

  /** Says something. */
  void post(String message) {
    send("posts", Map.of("channel_id", channel, "message", message));
  }

  HttpResponse<String> get(String path) {
    return answer(HttpRequest.newBuilder(URI.create(server + path)));
  }

  private HttpResponse<String> send(String path, Map<String, String> body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + "/api/v4/" + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString()));
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
