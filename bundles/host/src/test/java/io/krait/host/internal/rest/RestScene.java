package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with an administrator, asked by REST. */
abstract class RestScene {

  @TempDir Path folder;
  @AutoClose RestServer server;

  Client admin;

  @BeforeEach
  void open() {
    server = new RestServer(folder, true);
    admin = server.signedUp("admin");
  }

  Answer team(String name) {
    return admin.post(
        "/teams", "{'name':'%s','display_name':'%s','type':'O'}".formatted(name, name));
  }

  Answer channel(String team, String name, String type) {
    return admin.post(
        "/channels",
        "{'team_id':'%s','name':'%s','display_name':'%s','type':'%s'}"
            .formatted(team, name, name, type));
  }

  static Answer post(Client client, String channel, String message) {
    return client.post("/posts", "{'channel_id':'%s','message':'%s'}".formatted(channel, message));
  }

  static String id(Client client) {
    return client.get("/users/me").id();
  }

  static String value(List<String> cookies, String name) {
    return cookies.stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }

  static void assertError(Answer answer, int status, String id) {
    assertThat(answer.id()).as("error in %s", answer.body()).isEqualTo(id);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().path("status_code").asInt()).isEqualTo(status);
    assertThat(answer.text("request_id")).isEqualTo(answer.header("X-Request-Id")).isNotEmpty();
    assertThat(
            StreamSupport.stream(
                ((Iterable<String>) answer.body()::fieldNames).spliterator(), false))
        .containsExactly("id", "message", "detailed_error", "request_id", "status_code");
  }
}
