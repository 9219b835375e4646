package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A user of the server, or somebody who is none yet. Safe for use from several threads. */
public final class RestClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "Secret-Word-1";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String server;
  private final Path data;
  private volatile String token = "";

  RestClient(String server, Path data) {
    this.server = server;
    this.data = data;
  }

  /** What the server has answered. */
  public record Answer(int status, JsonNode body, HttpResponse<String> response) {
    public Answer expect(int expected) {
      assertThat(status).as(String.valueOf(body)).isEqualTo(expected);
      return this;
    }

    public String text(String field) {
      return body.path(field).asText();
    }
  }

  /** Makes an account, and logs in with it; the first one is the administrator's. */
  public RestClient signUp(String name) {
    Map<String, String> account =
        Map.of("email", name + "@example.com", "username", name, "password", PASSWORD);
    Answer answer = signUp(account, adminCode());
    if (answer.status() == 403) {
      // The server was just about to write its code.
      answer = signUp(account, adminCode());
    }
    answer.expect(201);
    return logIn(name);
  }

  private Answer signUp(Map<String, String> account, String code) {
    return code.isEmpty()
        ? post("/users", account)
        : send("POST", "/users", json(account), "application/json", "X-Admin-Code", code);
  }

  /** Empty where there is an administrator already. */
  private String adminCode() {
    try {
      return Files.readString(data.resolve("host/first-administrator-code")).strip();
    } catch (NoSuchFileException nobodyNeedsIt) {
      return "";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public RestClient logIn(String name) {
    Answer answer =
        post("/users/login", Map.of("login_id", name, "password", PASSWORD)).expect(200);
    token = answer.response().headers().firstValue("Token").orElseThrow();
    return this;
  }

  /** The token of the session; empty before there is one. */
  public String token() {
    return token;
  }

  /** The same user, with the same session, at a server that was started with the same data. */
  public RestClient at(Server other) {
    RestClient there = other.client();
    there.token = token;
    return there;
  }

  /** Makes a team, and gives the id of its first channel. */
  public String newTeam(String name) {
    post("/teams", Map.of("name", name, "display_name", name, "type", "O")).expect(201);
    return channel(name);
  }

  public String channel(String team) {
    return get("/teams/name/" + team + "/channels/name/town-square").expect(200).text("id");
  }

  public Answer say(String channel, String message) {
    return post("/posts", Map.of("channel_id", channel, "message", message));
  }

  /** What a command answers. */
  public String command(String channel, String command) {
    return post("/commands/execute", Map.of("channel_id", channel, "command", command))
        .expect(200)
        .text("text");
  }

  /** The state of a plugin by its number: 2 for one that runs; -1 where it is not there. */
  public int pluginState(String id) {
    for (JsonNode status : get("/plugins/statuses").expect(200).body()) {
      if (status.path("plugin_id").asText().equals(id)) {
        return status.path("state").asInt();
      }
    }
    return -1;
  }

  public boolean runs(String id) {
    return pluginState(id) == 2;
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), "application/json");
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), "application/json");
  }

  public Answer post(String path, Object body) {
    return send("POST", path, json(body), "application/json");
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, json(body), "application/json");
  }

  /** Uploads the archive of a plugin. */
  public Answer upload(Path archive) {
    return form("/plugins", "plugin", archive);
  }

  /** Uploads a file to a channel by a form. */
  public Answer uploadFile(String channel, Path file) {
    return form("/files?channel_id=" + channel, "files", file);
  }

  private Answer form(String path, String name, Path file) {
    try {
      return form(
          path, Map.of(), name, String.valueOf(file.getFileName()), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Sends a form with these texts and this file. */
  public Answer form(
      String path, Map<String, String> texts, String name, String fileName, byte[] content) {
    String boundary = "boundary-of-the-form";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    texts.forEach(
        (key, text) ->
            body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, key, text)
                    .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        """
        --%s\r
        Content-Disposition: form-data; name="%s"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        """
            .formatted(boundary, name, fileName)
            .getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(content);
    body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII));
    return send(
        "POST",
        path,
        BodyPublishers.ofByteArray(body.toByteArray()),
        "multipart/form-data; boundary=" + boundary);
  }

  /** Uploads a file to a channel as the body of a request, which curl calls a form. */
  public Answer uploadFile(String channel, String name, BodyPublisher content) {
    return send(
        "POST",
        "/files?channel_id=" + channel + "&filename=" + name,
        content,
        "application/x-www-form-urlencoded");
  }

  /** The content of a file, to be closed by the caller. */
  public InputStream file(String id) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/api/v4/files/" + id))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofString(JSON.writeValueAsString(body));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Answer send(
      String method, String path, BodyPublisher body, String type, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + "/api/v4" + path))
            .timeout(Duration.ofSeconds(120))
            .header("Content-Type", type)
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      JsonNode answer =
          response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
      return new Answer(response.statusCode(), answer, response);
    } catch (IOException failed) {
      throw new UncheckedIOException(method + " " + path + " failed", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** The messages of a channel, newest first. */
  public List<String> messages(String channel) {
    Answer posts = get("/channels/" + channel + "/posts?per_page=200").expect(200);
    List<String> messages = new ArrayList<>();
    for (JsonNode id : posts.body().path("order")) {
      messages.add(posts.body().path("posts").path(id.asText()).path("message").asText());
    }
    return messages;
  }
}
