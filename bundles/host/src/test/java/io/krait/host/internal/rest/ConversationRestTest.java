package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import org.junit.jupiter.api.Test;

/** Teams, channels, posts and reactions, by REST. */
class ConversationRestTest extends RestScene {

  @Test
  void teamsAreMadeJoinedAndListed() {
    Answer team = team("crew");
    assertThat(team.status()).isEqualTo(201);
    assertThat(team.text("type")).isEqualTo("O");
    assertThat(admin.get("/teams/" + team.id() + "/members/me").text("roles"))
        .isEqualTo("team_user team_admin");
    Client bob = server.signedUp("bob");

    assertThat(bob.get("/teams/" + team.id()).status()).isEqualTo(403);
    assertThat(bob.get("/teams").body()).isEmpty();
    admin.post("/teams/" + team.id() + "/members", "{'user_id':'%s'}".formatted(id(bob)));
    assertThat(bob.get("/teams").body()).hasSize(1);
    assertThat(bob.get("/teams/name/crew").id()).isEqualTo(team.id());
    assertThat(bob.get("/teams/name/crew/exists").body().path("exists").asBoolean()).isTrue();
    assertThat(bob.get("/users/me/teams").body()).hasSize(1);
    assertThat(bob.get("/teams/" + team.id() + "/members").body()).hasSize(2);
    assertThat(bob.get("/teams/" + team.id() + "/channels").body()).hasSize(2);
    assertThat(bob.delete("/teams/" + team.id()).status()).isEqualTo(403);
    assertThat(
            admin.put("/teams/" + team.id() + "/patch", "{'description':'D'}").text("description"))
        .isEqualTo("D");
    assertError(
        admin.post("/teams", "{'name':'crew','display_name':'Crew','type':'O'}"),
        409,
        "app.team.save.existing.app_error");
    assertThat(bob.delete("/teams/" + team.id() + "/members/me").status()).isEqualTo(200);
    assertThat(bob.get("/teams/" + team.id()).status()).isEqualTo(403);
  }

  @Test
  void channelsAreMadeAndRead() {
    String team = team("crew").id();
    Client bob = server.signedUp("bob");
    admin.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(id(bob)));

    Answer open = channel(team, "deck", "O");
    Answer closed = channel(team, "bridge", "P");

    assertThat(open.status()).isEqualTo(201);
    assertThat(open.text("type")).isEqualTo("O");
    assertThat(open.text("team_id")).isEqualTo(team);
    assertThat(bob.get("/channels/" + open.id()).status()).isEqualTo(200);
    assertThat(bob.get("/channels/" + closed.id()).status()).isEqualTo(403);
    assertThat(bob.get("/teams/" + team + "/channels/name/deck").id()).isEqualTo(open.id());
    assertThat(bob.get("/teams/name/crew/channels/name/deck").id()).isEqualTo(open.id());
    assertThat(
            bob.post("/channels/" + open.id() + "/members", "{'user_id':'%s'}".formatted(id(bob)))
                .status())
        .isEqualTo(201);
    assertThat(
            bob.post("/channels/" + closed.id() + "/members", "{'user_id':'%s'}".formatted(id(bob)))
                .status())
        .isEqualTo(403);
    assertThat(bob.get("/channels/" + open.id() + "/members").body()).hasSize(2);
    assertThat(bob.get("/channels/" + open.id() + "/members/me").text("channel_id"))
        .isEqualTo(open.id());
    assertThat(bob.get("/channels/" + open.id() + "/stats").body().path("member_count").asInt())
        .isEqualTo(2);
    assertThat(bob.get("/users/me/teams/" + team + "/channels").body()).hasSize(3);
    assertThat(admin.put("/channels/" + open.id() + "/patch", "{'header':'H'}").text("header"))
        .isEqualTo("H");
    Answer direct = bob.post("/channels/direct", "['%s','%s']".formatted(id(bob), id(admin)));
    assertThat(direct.status()).isEqualTo(201);
    assertThat(direct.text("type")).isEqualTo("D");
    assertThat(bob.delete("/channels/" + open.id() + "/members/me").status()).isEqualTo(200);
    assertThat(admin.delete("/channels/" + closed.id()).status()).isEqualTo(200);
  }

  @Test
  void postsAreWrittenReadChangedAndDeleted() {
    String team = team("crew").id();
    String channel = channel(team, "deck", "O").id();

    Answer first = post(admin, channel, "hello");
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.text("message")).isEqualTo("hello");
    assertThat(first.text("user_id")).isEqualTo(id(admin));
    Answer reply =
        admin.post(
            "/posts",
            "{'channel_id':'%s','message':'re','root_id':'%s','props':{'n':{'deep':[1,2.5,null]}}}"
                .formatted(channel, first.id()));
    assertThat(reply.body().path("props").path("n").path("deep").get(1).asDouble()).isEqualTo(2.5);

    Answer list = admin.get("/channels/" + channel + "/posts");
    assertThat(list.body().path("order").get(0).asText()).isEqualTo(reply.id());
    assertThat(list.body().path("posts").path(first.id()).path("message").asText())
        .isEqualTo("hello");
    assertThat(admin.get("/posts/" + first.id() + "/thread").body().path("order")).hasSize(2);
    assertThat(
            admin
                .put("/posts/" + first.id() + "/patch", "{'message':'hello again'}")
                .text("message"))
        .isEqualTo("hello again");
    assertThat(
            admin
                .put("/posts/" + first.id(), "{'id':'%s','message':'bye'}".formatted(first.id()))
                .text("message"))
        .isEqualTo("bye");
    assertThat(admin.put("/posts/" + first.id(), "{'id':'other','message':'x'}").status())
        .isEqualTo(400);
    assertThat(admin.post("/posts/" + first.id() + "/pin", "").status()).isEqualTo(200);
    assertThat(admin.get("/posts/" + first.id()).body().path("is_pinned").asBoolean()).isTrue();
    assertThat(admin.delete("/posts/" + first.id()).status()).isEqualTo(200);
    assertError(admin.get("/posts/" + first.id()), 404, "app.post.get.app_error");

    Client bob = server.signedUp("bob");
    assertThat(post(bob, channel, "from outside").status()).isEqualTo(403);
    assertThat(bob.get("/channels/" + channel + "/posts").status()).isEqualTo(403);
    admin.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(id(bob)));
    assertThat(bob.get("/channels/" + channel + "/posts").status()).isEqualTo(200);
    Answer own = post(admin, channel, "mine");
    assertThat(bob.put("/posts/" + own.id() + "/patch", "{'message':'x'}").status()).isEqualTo(403);
    assertThat(bob.delete("/posts/" + own.id()).status()).isEqualTo(403);
    assertThat(post(admin, channel, " ").status()).isEqualTo(400);
    assertThat(post(admin, "nowhere", "x").status()).isEqualTo(403);
  }

  @Test
  void reactionsComeAndGo() {
    String channel = channel(team("crew").id(), "deck", "O").id();
    String post = post(admin, channel, "hello").id();

    Answer added =
        admin.post(
            "/reactions",
            "{'user_id':'%s','post_id':'%s','emoji_name':'wave'}".formatted(id(admin), post));
    assertThat(added.text("emoji_name")).isEqualTo("wave");
    assertThat(admin.get("/posts/" + post + "/reactions").body()).hasSize(1);
    assertThat(admin.delete("/users/me/posts/" + post + "/reactions/wave").status()).isEqualTo(200);
    assertThat(admin.get("/posts/" + post + "/reactions").body()).isEmpty();
    assertThat(
            admin
                .post(
                    "/reactions",
                    "{'user_id':'another','post_id':'%s','emoji_name':'wave'}".formatted(post))
                .status())
        .isEqualTo(403);
  }
}
