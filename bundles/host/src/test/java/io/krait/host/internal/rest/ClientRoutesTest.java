package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a chat client asks for besides posts. */
class ClientRoutesTest {

  @TempDir Path folder;

  @AutoClose private RestServer server;
  private Client ann;
  private Client bob;
  private String bobsId;
  private String team;
  private String channel;

  @BeforeEach
  void open() {
    server = new RestServer(folder, true);
    ann = server.signedUp("ann");
    bob = server.signedUp("bob");
    bobsId = bob.get("/users/me").id();
    team = ann.post("/teams", "{'name':'reds','display_name':'Reds','type':'I'}").id();
    channel = ann.get("/teams/" + team + "/channels/name/town-square").id();
  }

  @Test
  void preferencesAreKeptAndForgotten() {
    String saved = "[{'user_id':'%s','category':'flagged_post','name':'p','value':'true'}]";
    String own = saved.formatted(bobsId);

    assertThat(bob.put("/users/me/preferences", own).status()).isEqualTo(200);
    assertThat(bob.get("/users/me/preferences").body()).hasSize(1);
    assertThat(bob.get("/users/me/preferences/flagged_post").body()).hasSize(1);
    assertThat(bob.get("/users/me/preferences/flagged_post/name/p").text("value"))
        .isEqualTo("true");
    assertThat(bob.post("/users/me/preferences/delete", own).status()).isEqualTo(200);
    assertThat(bob.get("/users/me/preferences").body()).isEmpty();
    assertThat(bob.get("/users/" + ann.get("/users/me").id() + "/preferences").status())
        .isEqualTo(403);
  }

  @Test
  void aClientLearnsAtOnceOfAllMemberships() {
    assertThat(ann.get("/users/me/teams/members").body().findValuesAsText("team_id"))
        .containsExactly(team);
    assertThat(ann.get("/users/me/teams/" + team + "/channels/members").body()).hasSize(2);
    assertThat(ann.get("/users/me/channel_members?page=-1").body()).hasSize(2);
    assertThat(ann.post("/channels/" + channel + "/members/ids", "['%s']".formatted(bobsId)).body())
        .isEmpty();
  }

  @Test
  void anInvitationLetsOneIn() {
    String invite = ann.get("/teams/" + team).text("invite_id");
    assertThat(bob.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bobsId)))
        .extracting(Answer::status)
        .isEqualTo(403);

    assertThat(server.anonymous().get("/teams/invite/" + invite).text("display_name"))
        .isEqualTo("Reds");
    assertThat(bob.post("/teams/members/invite?invite_id=" + invite, "").status()).isEqualTo(201);
    assertThat(bob.get("/users/me/teams").body()).hasSize(1);

    String renewed = ann.post("/teams/" + team + "/regenerate_invite_id", "").text("invite_id");
    assertThat(renewed).isNotEqualTo(invite);
    assertThat(bob.post("/teams/members/invite?invite_id=" + invite, "").status()).isEqualTo(404);
  }

  @Test
  void severalAreMadeMembersAtOnce() {
    String nobody = "a".repeat(26);
    Answer added =
        ann.post(
            "/teams/" + team + "/members/batch?graceful=true",
            "[{'team_id':'%1$s','user_id':'%2$s'},{'team_id':'%1$s','user_id':'%3$s'}]"
                .formatted(team, bobsId, nobody));

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body().at("/0/member/user_id").asText()).isEqualTo(bobsId);
    assertThat(added.body().at("/1/error").properties()).hasSize(5);
    assertThat(added.body().at("/1/error/status_code").asInt()).isEqualTo(404);
    assertThat(
            ann.post("/teams/" + team + "/members/ids", "['%s']".formatted(bobsId))
                .body()
                .findValuesAsText("user_id"))
        .containsExactly(bobsId);
  }

  @Test
  void aPostThatAsksForItIsConfirmedByItsReaders() {
    ann.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bobsId));
    String asking =
        ann.post(
                "/posts",
                "{'channel_id':'%s','message':'fire','metadata':{'priority':{'priority':'urgent','requested_ack':true}}}"
                    .formatted(channel))
            .id();
    String plain =
        ann.post("/posts", "{'channel_id':'%s','message':'water'}".formatted(channel)).id();
    String own = "/users/me/posts/%s/ack";

    assertThat(bob.post(own.formatted(asking), "").text("post_id")).isEqualTo(asking);
    assertThat(
            ann.get("/posts/" + asking).body().at("/metadata/acknowledgements/0/user_id").asText())
        .isEqualTo(bobsId);
    assertThat(bob.post(own.formatted(plain), "").status()).isEqualTo(400);
    assertThat(bob.delete(own.formatted(asking)).status()).isEqualTo(200);
    assertThat(bob.delete(own.formatted(asking)).status()).isEqualTo(404);
    assertThat(ann.get("/posts/" + asking).body().at("/metadata/acknowledgements")).isEmpty();
  }

  @Test
  void anAdministratorConfirmsForOthersWhatTheyCanRead() {
    String asking =
        ann.post(
                "/posts",
                "{'channel_id':'%s','message':'fire','metadata':{'priority':{'priority':'urgent','requested_ack':true}}}"
                    .formatted(channel))
            .id();
    String bobs = "/users/%s/posts/%s/ack".formatted(bobsId, asking);

    assertThat(ann.post(bobs, "").status()).isEqualTo(403);
    ann.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bobsId));

    assertThat(ann.post(bobs, "").text("user_id")).isEqualTo(bobsId);
    assertThat(ann.delete(bobs).status()).isEqualTo(200);
    String anns = "/users/%s/posts/%s/ack".formatted(ann.get("/users/me").id(), asking);
    assertThat(bob.post(anns, "").status()).isEqualTo(403);
  }

  @Test
  void whoChangesTheirAddressKnowsThePassword() {
    String address = "{'email':'bob@elsewhere.example'%s}";
    assertThat(bob.put("/users/me/patch", address.formatted("")).status()).isEqualTo(400);
    assertThat(bob.put("/users/me/patch", address.formatted(",'password':'wrong'")).status())
        .isEqualTo(400);
    assertThat(
            bob.put("/users/me/patch", address.formatted(",'password':'correct horse'"))
                .text("email"))
        .isEqualTo("bob@elsewhere.example");
  }

  @Test
  void whatIsSaidOfAForgottenPasswordTellsNobodyWhoseAddressItIs() {
    Client nobody = server.anonymous();
    Answer known = nobody.post("/users/password/reset/send", "{'email':'bob@example.com'}");
    Answer unknown = nobody.post("/users/password/reset/send", "{'email':'eve@example.com'}");

    assertThat(known.status()).isEqualTo(200);
    assertThat(unknown.status()).isEqualTo(200);
    assertThat(unknown.body()).isEqualTo(known.body());
    assertThat(
            nobody
                .post("/users/password/reset", "{'token':'guessed','new_password':'Long enough'}")
                .status())
        .isEqualTo(400);
    for (int i = 0; i < 3; i++) {
      nobody.post("/users/email/verify/send", "{'email':'eve@example.com'}");
    }
    Answer refused = nobody.post("/users/email/verify/send", "{'email':'eve@example.com'}");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isNotEmpty();
  }

  @Test
  void statusesAreSetAndAskedFor() {
    assertThat(
            bob.put("/users/me/status", "{'user_id':'%s','status':'dnd'}".formatted(bobsId))
                .text("status"))
        .isEqualTo("dnd");
    assertThat(
            ann.post("/users/status/ids", "['%s']".formatted(bobsId))
                .body()
                .at("/0/status")
                .asText())
        .isEqualTo("dnd");
    assertThat(
            bob.put(
                    "/users/me/status/custom",
                    "{'emoji':'tea','text':'tea','duration':'date_and_time',"
                        + "'expires_at':'2099-01-01T00:00:00Z'}")
                .status())
        .isEqualTo(200);
    assertThat(bob.get("/users/me").body().at("/props/customStatus").asText()).contains("tea");
    assertThat(bob.delete("/users/me/status/custom").status()).isEqualTo(200);
    assertThat(bob.put("/users/me/status/custom", "{'expires_at':'soon'}").status()).isEqualTo(400);
  }

  @Test
  void channelsAreCompletedAndTheArchivedFoundByName() {
    String secret =
        ann.post(
                "/channels",
                "{'team_id':'%s','name':'secret','display_name':'Secret','type':'P'}"
                    .formatted(team))
            .id();
    ann.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bobsId));

    String path = "/teams/" + team + "/channels/autocomplete?name=";
    assertThat(ann.get(path + "sec").body().findValuesAsText("name")).containsExactly("secret");
    assertThat(bob.get(path + "sec").body()).isEmpty();
    assertThat(bob.get(path + "tow").body().findValuesAsText("name"))
        .containsExactly("town-square");
    assertThat(
            bob.post("/teams/" + team + "/channels/ids", "['%s','%s']".formatted(secret, channel))
                .body()
                .findValuesAsText("id"))
        .containsExactly(channel);

    ann.delete("/channels/" + secret);
    String named = "/teams/" + team + "/channels/name/secret";
    assertThat(ann.get(named).status()).isEqualTo(404);
    assertThat(ann.get(named + "?include_deleted=true").id()).isEqualTo(secret);
  }

  @Test
  void aChannelIsChangedAsAWholeAndMadePrivate() {
    String open =
        ann.post(
                "/channels",
                "{'team_id':'%s','name':'plans','display_name':'Plans','type':'O'}".formatted(team))
            .id();

    assertThat(
            ann.put("/channels/" + open, "{'id':'%s','header':'all of them'}".formatted(open))
                .text("header"))
        .isEqualTo("all of them");
    assertThat(ann.put("/channels/" + open, "{'id':'other'}").status()).isEqualTo(400);
    assertThat(ann.put("/channels/" + open + "/privacy", "{'privacy':'P'}").text("type"))
        .isEqualTo("P");
    assertThat(ann.put("/channels/" + open + "/privacy", "{'privacy':'D'}").status())
        .isEqualTo(400);
    assertThat(
            ann.put("/channels/" + open + "/members/me/notify_props", "{'desktop':'none'}")
                .status())
        .isEqualTo(200);
    assertThat(
            ann.get("/channels/" + open + "/members/me")
                .body()
                .at("/notify_props/desktop")
                .asText())
        .isEqualTo("none");
  }

  @Test
  void pinnedEditedAndUnreadPostsAreListed() {
    ann.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bobsId));
    String first = said("first");
    bob.post("/channels/members/me/view", "{'channel_id':'%s'}".formatted(channel));
    String second = said("second");
    ann.post("/posts/" + first + "/pin", "");
    ann.put("/posts/" + second + "/patch", "{'message':'changed'}");

    assertThat(ann.get("/channels/" + channel + "/pinned").body().path("order"))
        .extracting(JsonNode::asText)
        .containsExactly(first);
    assertThat(ann.get("/posts/" + second + "/edit_history").body().at("/0/message").asText())
        .isEqualTo("second");
    assertThat(bob.get("/posts/" + second + "/edit_history").status()).isEqualTo(403);
    assertThat(
            ann.post("/posts/ids", "['%s','%s']".formatted(second, "b".repeat(26)))
                .body()
                .findValuesAsText("message"))
        .containsExactly("changed");
    assertThat(server.signedUp("cyd").post("/posts/ids", "['%s']".formatted(second)).body())
        .isEmpty();
    assertThat(
            bob.get(
                    "/users/me/channels/%s/posts/unread?limit_before=1&limit_after=5"
                        .formatted(channel))
                .body()
                .path("order"))
        .extracting(JsonNode::asText)
        .containsExactly(second, first);
  }

  @Test
  void typingIsForThoseWhoMayPost() {
    assertThat(ann.post("/users/me/typing", "{'channel_id':'%s'}".formatted(channel)).status())
        .isEqualTo(200);
    assertThat(bob.post("/users/me/typing", "{'channel_id':'%s'}".formatted(channel)).status())
        .isEqualTo(403);
  }

  @Test
  void savedPostsAreListedWhileTheyCanBeRead() {
    ann.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bobsId));
    String post = said("worth keeping");
    bob.put(
        "/users/me/preferences",
        "[{'user_id':'%s','category':'flagged_post','name':'%s','value':'true'}]"
            .formatted(bobsId, post));

    String flagged = "/users/me/posts/flagged";
    assertThat(bob.get(flagged).body().at("/order/0").asText()).isEqualTo(post);
    assertThat(bob.get(flagged + "?channel_id=" + "c".repeat(26)).body().path("order")).isEmpty();
    bob.delete("/teams/" + team + "/members/me");
    assertThat(bob.get(flagged).body().path("order")).isEmpty();
  }

  @Test
  void whatAClientAsksForAtItsStartIsAnswered() {
    ann.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bobsId));

    assertThat(bob.get("/plugins/webapp").body()).isEmpty();
    assertThat(bob.get("/groups?filter_allow_reference=true").body()).isEmpty();
    assertThat(bob.get("/users/me/groups").body()).isEmpty();
    assertThat(
            bob.get("/data_retention/policy")
                .body()
                .path("message_deletion_enabled")
                .asBoolean(true))
        .isFalse();
    assertThat(bob.get("/users/known").body()).hasSize(1);
    assertThat(bob.get("/users/stats").body().path("total_users_count").asInt()).isEqualTo(2);
    assertThat(bob.get("/channels/" + channel + "/timezones").body()).isEmpty();
    assertThat(bob.post("/users/group_channels", "[]").body()).isEmpty();
    assertThat(
            bob.post("/channels/members/me/mark_read", "['%s']".formatted(channel))
                .body()
                .path("last_viewed_at_times"))
        .hasSize(1);
    assertThat(bob.post("/users/login/type", "{'login_id':'nobody'}").text("auth_service"))
        .isEmpty();
    assertThat(bob.get("/system/notices/" + team).body()).isEmpty();
  }

  @Test
  void teamsAreSearchedAndArchivedChannelsListed() {
    String secret =
        ann.post(
                "/channels",
                "{'team_id':'%s','name':'secret','display_name':'Secret','type':'P'}"
                    .formatted(team))
            .id();
    ann.delete("/channels/" + secret);
    ann.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bobsId));

    assertThat(ann.post("/teams/search", "{'term':'red'}").body()).hasSize(1);
    assertThat(
            ann.post("/teams/search", "{'term':'red','page':0,'per_page':10}")
                .body()
                .path("total_count")
                .asInt())
        .isEqualTo(1);
    assertThat(server.signedUp("cyd").post("/teams/search", "{'term':'red'}").body()).isEmpty();
    assertThat(ann.get("/teams/" + team + "/channels/deleted").body().findValuesAsText("name"))
        .containsExactly("secret");
    assertThat(bob.get("/teams/" + team + "/channels/deleted").body()).isEmpty();
  }

  @Test
  void pluginsAreFetchedFromNowhereUnlessThatIsAllowed() throws Exception {
    String path = "/plugins/install_from_url?plugin_download_url=";
    assertThat(bob.post(path, "").status()).isEqualTo(403);
    assertThat(ann.post(path + "https://example.com/p.tar.gz", "").status()).isEqualTo(501);

    Path other = Files.createDirectory(folder.resolve("other"));
    try (RestServer allowing = new RestServer(other, true, Map.of("installFromUrl", true))) {
      Client cyd = allowing.signedUp("cyd");
      assertThat(cyd.post(path + "http://example.com/p.tar.gz", "").status()).isEqualTo(400);
      assertThat(cyd.post(path + "https://127.0.0.1/p.tar.gz", "").text("message"))
          .contains("is inside of the server's network");
      assertThat(cyd.post(path + "https://", "").status()).isEqualTo(400);
    }
  }

  private String said(String text) {
    return ann.post("/posts", "{'channel_id':'%s','message':'%s'}".formatted(channel, text)).id();
  }
}
