package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
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
    assertThat(admin.post("/bots", "{'username':'helper'}").status()).isEqualTo(403);
    admin.put("/config/patch", "{'ServiceSettings':{'EnableBotAccountCreation':true}}");
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
    admin.put("/config/patch", "{'ServiceSettings':{'EnableBotAccountCreation':true}}");
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

  @Test
  void aFilteredListHasOnlyThoseWhoFit() {
    String bobsId = bob.get("/users/me").id();
    Client cyd = server.signedUp("cyd");
    String team = admin.post("/teams", "{'name':'reds','display_name':'Reds','type':'O'}").id();
    String channel =
        admin
            .post(
                "/channels",
                "{'team_id':'%s','name':'secret','display_name':'Secret','type':'P'}"
                    .formatted(team))
            .id();
    admin.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bobsId));

    assertThat(names(admin.get("/users?in_team=" + team))).containsExactly("admin", "bob");
    assertThat(names(admin.get("/users?not_in_team=" + team))).containsExactly("cyd");
    assertThat(names(admin.get("/users?in_team=" + team + "&not_in_channel=" + channel)))
        .containsExactly("bob");
    assertThat(names(admin.get("/users?without_team=true"))).containsExactly("cyd");
    assertThat(names(admin.get("/users?role=system_admin"))).containsExactly("admin");
    assertThat(names(admin.get("/users?team_roles=team_admin&in_team=" + team)))
        .containsExactly("admin");
    assertThat(names(admin.get("/users?channel_roles=channel_admin&in_channel=" + channel)))
        .containsExactly("admin");
    assertThat(admin.get("/users?sort=shoe_size").status()).isEqualTo(400);
    assertThat(admin.get("/users?active=perhaps").status()).isEqualTo(400);
    assertThat(admin.get("/users?group_constrained=true").status()).isEqualTo(400);
    assertThat(admin.get("/users?in_group=nothing").status()).isEqualTo(404);
    assertThat(cyd.get("/users?without_team=true").status()).isEqualTo(403);
  }

  @Test
  void whoMayNotReadAChannelLearnsNothingOfItsMembers() {
    String bobsId = bob.get("/users/me").id();
    String team = admin.post("/teams", "{'name':'reds','display_name':'Reds','type':'O'}").id();
    String channel =
        admin
            .post(
                "/channels",
                "{'team_id':'%s','name':'secret','display_name':'Secret','type':'P'}"
                    .formatted(team))
            .id();
    admin.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bobsId));

    assertThat(bob.get("/users?in_channel=" + channel).status()).isEqualTo(403);
    assertThat(bob.get("/users?not_in_channel=" + channel).status()).isEqualTo(403);
    assertThat(
            bob.post("/users/search", "{'term':'','in_channel_id':'%s'}".formatted(channel))
                .status())
        .isEqualTo(403);
    assertThat(
            bob.post("/users/search", "{'term':'','not_in_channel_id':'%s'}".formatted(channel))
                .status())
        .isEqualTo(403);
    assertThat(bob.get("/users/autocomplete?name=a&in_channel=" + channel).status()).isEqualTo(403);
    assertThat(bob.get("/channels/" + channel + "/members").status()).isEqualTo(403);
    Client cyd = server.signedUp("cyd");
    assertThat(cyd.get("/users?in_team=" + team).status()).isEqualTo(403);
    assertThat(cyd.get("/users?not_in_team=" + team).status()).isEqualTo(403);
    assertThat(
            cyd.post("/users/search", "{'term':'','not_in_team_id':'%s'}".formatted(team)).status())
        .isEqualTo(403);
    assertThat(cyd.get("/users/autocomplete?name=a&in_team=" + team).status()).isEqualTo(403);
  }

  @Test
  void namesAreCompletedWithinAndOutsideOfAChannel() {
    String team = admin.post("/teams", "{'name':'reds','display_name':'Reds','type':'O'}").id();
    String channel =
        admin
            .post(
                "/channels",
                "{'team_id':'%s','name':'talk','display_name':'Talk','type':'O'}".formatted(team))
            .id();
    admin.post(
        "/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bob.get("/users/me").id()));

    Answer found =
        admin.get("/users/autocomplete?name=&in_team=" + team + "&in_channel=" + channel);
    assertThat(found.body().get("users").get(0).get("username").asText()).isEqualTo("admin");
    assertThat(found.body().get("out_of_channel").get(0).get("username").asText()).isEqualTo("bob");
    assertThat(admin.get("/users/autocomplete?name=@bo").body().get("users")).hasSize(1);
  }

  @Test
  void aGuestSeesNobodyButMembersOfTheSameChannels() {
    Client guest = server.signedUp("guest");
    String guestsId = guest.get("/users/me").id();
    String bobsId = bob.get("/users/me").id();
    String adminsId = admin.get("/users/me").id();
    admin.put("/users/" + guestsId + "/roles", "{'roles':'system_guest'}");
    String team = admin.post("/teams", "{'name':'reds','display_name':'Reds','type':'O'}").id();
    String channel =
        admin
            .post(
                "/channels",
                "{'team_id':'%s','name':'talk','display_name':'Talk','type':'O'}".formatted(team))
            .id();
    for (String id : new String[] {guestsId, bobsId}) {
      admin.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(id));
    }
    admin.post("/channels/" + channel + "/members", "{'user_id':'%s'}".formatted(guestsId));

    assertThat(names(guest.get("/users"))).containsExactly("admin", "guest");
    assertThat(guest.get("/users/" + adminsId).status()).isEqualTo(200);
    assertThat(guest.get("/users/" + bobsId).status()).isEqualTo(403);
    assertThat(guest.get("/users/" + bobsId + "/image").status()).isEqualTo(403);
    assertThat(guest.get("/users/" + bobsId + "/status").status()).isEqualTo(403);
    assertThat(guest.get("/users/username/bob").status()).isEqualTo(403);
    assertThat(guest.get("/users/email/bob@example.com").status()).isEqualTo(403);
    assertThat(guest.post("/users/usernames", "['bob']").body()).isEmpty();
    assertThat(guest.post("/users/ids", "['%s']".formatted(bobsId)).body()).isEmpty();
    assertThat(guest.post("/users/search", "{'term':'bo'}").body()).isEmpty();
    assertThat(guest.get("/users/autocomplete?name=bo").body().get("users")).isEmpty();
    assertThat(guest.get("/teams/" + team + "/members").body()).hasSize(2);
    assertThat(guest.get("/teams/" + team + "/members/" + bobsId).status()).isEqualTo(403);
  }

  @Test
  void picturesAreShownAndReplacedByThoseWhoMay() {
    String bobsId = bob.get("/users/me").id();
    assertThat(bob.fetch("/users/" + bobsId + "/image").headers().firstValue("Content-Type"))
        .contains("image/png");
    byte[] made = bob.fetch("/users/me/image").body();
    byte[] form =
        ("--limit\r\nContent-Disposition: form-data; name=\"image\"; filename=\"p.png\"\r\n"
                + "Content-Type: image/png\r\n\r\nno picture\r\n--limit--\r\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertThat(bob.upload("/users/me/image", RestServer.FORM, form).status()).isEqualTo(400);
    assertThat(
            server
                .signedUp("cyd")
                .upload("/users/" + bobsId + "/image", RestServer.FORM, form)
                .status())
        .isEqualTo(403);
    assertThat(bob.delete("/users/me/image").status()).isEqualTo(200);
    assertThat(bob.fetch("/users/me/image").body()).isEqualTo(made);
    String team = admin.post("/teams", "{'name':'reds','display_name':'Reds','type':'O'}").id();
    assertThat(admin.get("/teams/" + team + "/image").status()).isEqualTo(404);
    assertThat(bob.delete("/teams/" + team + "/image").status()).isEqualTo(403);
    assertThat(admin.delete("/teams/" + team + "/image").status()).isEqualTo(200);
  }

  @Test
  void rolesAreTold() {
    Answer roles = bob.post("/roles/names", "['system_user','team_admin','no_such_role']");
    assertThat(roles.body()).hasSize(2);
    String id = bob.get("/roles/name/system_user").id();
    assertThat(bob.get("/roles/" + id).text("name")).isEqualTo("system_user");
    assertThat(bob.get("/roles").status()).isEqualTo(403);
    assertThat(bob.put("/roles/" + id + "/patch", "{'permissions':[]}").status()).isEqualTo(403);
    assertThat(admin.put("/roles/" + id + "/patch", "{'permissions':['view_members']}").status())
        .isEqualTo(200);
    assertThat(bob.post("/teams", "{'name':'x1','display_name':'X','type':'O'}").status())
        .isEqualTo(403);
  }

  @Test
  void membersAreMadeAdministratorsAndGuests() {
    String bobsId = bob.get("/users/me").id();
    String team = admin.post("/teams", "{'name':'reds','display_name':'Reds','type':'O'}").id();
    admin.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bobsId));
    String member = "/teams/" + team + "/members/" + bobsId;

    assertThat(bob.put(member + "/roles", "{'roles':'team_user team_admin'}").status())
        .isEqualTo(403);
    assertThat(admin.put(member + "/schemeRoles", "{'scheme_admin':true}").status()).isEqualTo(200);
    assertThat(admin.get(member).text("roles")).isEqualTo("team_user team_admin");
    assertThat(admin.put(member + "/roles", "{'roles':'channel_admin'}").status()).isEqualTo(400);
    assertThat(admin.put(member + "/roles", "{'roles':'team_user'}").status()).isEqualTo(200);

    assertThat(bob.post("/users/" + bobsId + "/demote", "").status()).isEqualTo(403);
    assertThat(admin.post("/users/" + bobsId + "/demote", "").status()).isEqualTo(200);
    assertThat(admin.get(member).text("roles")).isEqualTo("team_guest");
    assertThat(bob.get("/users/me").text("roles")).isEqualTo("system_guest");
    assertThat(admin.post("/users/" + bobsId + "/promote", "").status()).isEqualTo(200);
    assertThat(admin.get(member).text("roles")).isEqualTo("team_user");
    assertThat(admin.post("/users/" + bobsId + "/promote", "").status()).isEqualTo(501);
  }

  private static List<String> names(Answer users) {
    return StreamSupport.stream(users.body().spliterator(), false)
        .map(user -> user.path("username").asText())
        .toList();
  }
}
