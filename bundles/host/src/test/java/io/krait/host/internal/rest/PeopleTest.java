package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {

  @TempDir Path folder;

  @AutoClose private RestServer server;
  private Client admin;
  private Client bob;

  @BeforeEach
  void open() {
    server = new RestServer(folder, true);
    admin = server.signedUp("admin");
    bob = server.signedUp("bob");
  }

  @Test
  void aBotActsByItsToken() {
    Answer bot = admin.post("/bots", "{'username':'helper','display_name':'Helper'}");
    assertThat(bot.status()).isEqualTo(201);
    assertThat(bot.text("owner_id")).isEqualTo(admin.get("/users/me").id());
    String id = bot.text("user_id");

    Answer token = admin.post("/users/" + id + "/tokens", "{'description':'for the helper'}");
    assertThat(token.status()).isEqualTo(200);
    Client helper = server.with(token.text("token"));
    assertThat(helper.get("/users/me").text("username")).isEqualTo("helper");
    assertThat(helper.get("/users/me").body().get("is_bot").asBoolean()).isTrue();
    assertThat(admin.get("/users/" + id + "/tokens").body().get(0).get("token").asText()).isEmpty();

    assertThat(admin.post("/bots/" + id + "/disable", "").status()).isEqualTo(200);
    assertThat(helper.get("/users/me").status()).isEqualTo(401);
    assertThat(admin.get("/bots").body()).isEmpty();
    assertThat(admin.get("/bots?include_deleted=true").body()).hasSize(1);
    assertThat(admin.post("/bots/" + id + "/enable", "").status()).isEqualTo(200);
    assertThat(helper.get("/users/me").status()).isEqualTo(200);
    assertThat(
            admin.post("/users/tokens/revoke", "{'token_id':'%s'}".formatted(token.id())).status())
        .isEqualTo(200);
    assertThat(helper.get("/users/me").status()).isEqualTo(401);
    assertThat(admin.put("/bots/" + id, "{'display_name':'Aide'}").text("display_name"))
        .isEqualTo("Aide");
  }

  @Test
  void whoMayNotSeeBotsLearnsOfNone() {
    String id = admin.post("/bots", "{'username':'helper'}").text("user_id");

    assertThat(bob.post("/bots", "{'username':'mine'}").status()).isEqualTo(403);
    assertThat(bob.get("/bots").status()).isEqualTo(403);
    assertThat(bob.get("/bots/" + id).status()).isEqualTo(404);
    assertThat(bob.put("/bots/" + id, "{}").status()).isEqualTo(404);
    assertThat(bob.post("/users/" + id + "/tokens", "{'description':'x'}").status()).isEqualTo(403);
  }

  @Test
  void sessionsAreListedWithoutTokensAndEnded() {
    Client again = server.loggedIn("bob");

    Answer sessions = bob.get("/users/me/sessions");
    assertThat(sessions.body()).hasSize(2);
    assertThat(sessions.body().toString()).doesNotContain(again.token(), bob.token());
    String bobsId = bob.get("/users/me").id();
    assertThat(server.signedUp("cyd").get("/users/" + bobsId + "/sessions").status())
        .isEqualTo(403);
    assertThat(again.post("/users/me/sessions/revoke/all", "").status()).isEqualTo(200);
    assertThat(bob.get("/users/me").status()).isEqualTo(401);
    assertThat(admin.post("/users/sessions/revoke/all", "").status()).isEqualTo(200);
    assertThat(admin.get("/users/me").status()).isEqualTo(401);
  }
}
