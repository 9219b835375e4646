package io.krait.host.internal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the field's own client for Go sends and expects otherwise than that of its web page. */
class GoClientTest {

  @TempDir Path folder;

  @AutoClose private RestServer server;
  private Client ann;
  private String team;
  private String channel;

  @BeforeEach
  void open() {
    server = new RestServer(folder, true);
    ann = server.signedUp("ann");
    team = ann.post("/teams", "{'name':'reds','display_name':'Reds','type':'I'}").id();
    channel = ann.get("/teams/" + team + "/channels/name/town-square").id();
  }

  @Test
  void aLoginIsCalledNothing() {
    byte[] login = "{\"login_id\":\"ann\",\"password\":\"correct horse\"}".getBytes(UTF_8);

    assertThat(server.anonymous().upload("/users/login", "", login).status()).isEqualTo(200);
  }

  @Test
  void listsAreCountedWhereThatIsAskedFor() {
    ann.post("/teams", "{'name':'blues','display_name':'Blues','type':'I'}");
    ann.post("/hooks/incoming", "{'channel_id':'%s'}".formatted(channel));
    ann.post("/hooks/incoming", "{'channel_id':'%s'}".formatted(channel));

    Answer teams = ann.get("/teams?include_total_count=true&per_page=1");
    Answer hooks = ann.get("/hooks/incoming?include_total_count=true&per_page=1");

    assertThat(teams.body().path("teams")).hasSize(1);
    assertThat(teams.body().path("total_count").asInt()).isEqualTo(2);
    assertThat(hooks.body().path("incoming_webhooks")).hasSize(1);
    assertThat(hooks.body().path("total_count").asInt()).isEqualTo(2);
  }

  @Test
  void severalAreAddedToAChannelAtOnce() {
    String bobs = server.signedUp("bob").get("/users/me").id();
    String eves = server.signedUp("eve").get("/users/me").id();
    for (String user : new String[] {bobs, eves}) {
      ann.post(
          "/teams/" + team + "/members", "{'user_id':'%s','team_id':'%s'}".formatted(user, team));
    }
    String path =
        "/channels/"
            + ann.post(
                    "/channels",
                    "{'team_id':'%s','name':'crew','display_name':'Crew','type':'P'}"
                        .formatted(team))
                .id()
            + "/members";

    Answer several = ann.post(path, "{'user_ids':['%s','%s']}".formatted(bobs, eves));

    assertThat(several.status()).isEqualTo(201);
    assertThat(several.body().findValuesAsText("user_id")).containsExactly(bobs, eves);
    assertThat(ann.post(path, "{'user_ids':[]}").status()).isEqualTo(400);
    assertThat(ann.post(path, "{'user_ids':[7]}").status()).isEqualTo(400);
  }

  @Test
  void aDeviceIsToldOfWithoutItsName() {
    assertThat(ann.put("/users/sessions/device", "{'mobile_version':'2.0'}").status())
        .isEqualTo(200);
    assertThat(ann.put("/users/sessions/device", "{'device_id':''}").status()).isEqualTo(400);
  }

  @Test
  void whatTheServerDoesNotDoIsSaid() {
    String crew =
        ann.post(
                "/channels",
                "{'team_id':'%s','name':'crew','display_name':'Crew','type':'O'}".formatted(team))
            .id();

    assertThat(ann.delete("/channels/" + crew + "?permanent=true").status()).isEqualTo(200);
    assertThat(ann.delete("/channels/" + crew + "?permanent=true").status()).isEqualTo(501);
    assertThat(ann.get("/users/invalid_emails").status()).isEqualTo(501);
    assertThat(server.signedUp("bob").get("/users/invalid_emails").status()).isEqualTo(403);
  }

  @Test
  void aButtonIsPressedWithoutABody() {
    String post = ann.post("/posts", "{'channel_id':'%s','message':'hi'}".formatted(channel)).id();

    Answer pressed = ann.upload("/posts/" + post + "/actions/gone", "", new byte[0]);

    assertThat(pressed.status()).as(pressed.body()::toString).isEqualTo(404);
  }
}
