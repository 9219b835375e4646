package io.krait.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first user of the embedded host, over REST. */
final class HostClient {
  private static final String USER =
      "{'username':'ada','email':'ada@example.com','password':'correct horse'}";
  private static final String CREDENTIALS = "{'login_id':'ada','password':'correct horse'}";

  private final String port;
  private String token = "";

  HostClient(String port) {
    this.port = port;
  }

  record Answer(int status, String body) {
    /** A value of the JSON object that was answered. */
    String text(String name) {
      Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(body);
      assertThat(value.find()).as("%s in %s", name, body).isTrue();
      return value.group(1);
    }
  }

  /** Becomes the administrator of the host that keeps its data in this folder. */
  Answer signUp(Path data) throws IOException {
    HttpURLConnection connection = open("POST", "/users", USER, "application/json", data);
    return answer(connection);
  }

  void logIn() throws IOException {
    token = "";
    HttpURLConnection login = open("POST", "/users/login", CREDENTIALS, "application/json");
    assertThat(login.getResponseCode()).isEqualTo(200);
    token = login.getHeaderField("Token");
    login.disconnect();
  }

  /** Makes a team, and gives the id of its first channel. */
  String newTeam() throws IOException {
    Answer team = send("POST", "/teams", "{'name':'crew','display_name':'Crew','type':'O'}");
    assertThat(team.status()).isEqualTo(201);
    return send("GET", "/teams/" + team.text("id") + "/channels/name/town-square", "").text("id");
  }

  Answer post(String channel, String message) throws IOException {
    return send("POST", "/posts", "{'channel_id':'%s','message':'%s'}".formatted(channel, message));
  }

  /** Uploads a file by a form; quotes in it become double ones. */
  Answer upload(String channel, String content) throws IOException {
    return send(
        "POST",
        "/files",
        "--limit\r\nContent-Disposition: form-data; name='channel_id'\r\n\r\n"
            + channel
            + "\r\n"
            + "--limit\r\n"
            + "Content-Disposition: form-data; name='files'; filename='a.txt'\r\n\r\n"
            + content
            + "\r\n--limit--\r\n",
        "multipart/form-data; boundary=limit");
  }

  Answer get(String path) throws IOException {
    return send("GET", path, "");
  }

  private Answer send(String method, String path, String body) throws IOException {
    return send(method, path, body, "application/json");
  }

  private Answer send(String method, String path, String body, String type) throws IOException {
    return answer(open(method, path, body, type));
  }

  private static Answer answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream content =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Answer(status, content == null ? "" : new String(content.readAllBytes(), UTF_8));
    } finally {
      connection.disconnect();
    }
  }

  private HttpURLConnection open(String method, String path, String body, String type)
      throws IOException {
    return open(method, path, body, type, null);
  }

  private HttpURLConnection open(
      String method, String path, String body, String type, Path dataOfFirst) throws IOException {
    var uri = URI.create("http://127.0.0.1:" + port + "/api/v4" + path);
    var connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setRequestProperty("Connection", "close");
    connection.setRequestProperty("Authorization", "Bearer " + token);
    if (dataOfFirst != null) {
      connection.setRequestProperty(
          "X-Admin-Code",
          Files.readString(dataOfFirst.resolve("first-administrator-code")).strip());
    }
    if (!body.isEmpty()) {
      connection.setRequestProperty("Content-Type", type);
      connection.setDoOutput(true);
      connection.getOutputStream().write(body.replace('\'', '"').getBytes(UTF_8));
    }
    return connection;
  }
}
