package io.krait.host.internal.rest;

import static io.krait.api.testing.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTest {

  @TempDir Path folder;

  @AutoClose private RestServer server;
  private Client admin;
  private Client ada;
  private String team;
  private String channel;

  @BeforeEach
  void open() {
    server = new RestServer(folder, true);
    admin = server.signedUp("admin");
    ada = server.signedUp("ada");
    team = admin.post("/teams", "{'name':'crew','display_name':'Crew','type':'O'}").id();
    channel = channel("deck");
    admin.post(
        "/teams/" + team + "/members",
        "{'team_id':'%s','user_id':'%s'}".formatted(team, ada.get("/users/me").id()));
  }

  @Test
  void anIncomingWebhookIsMadeFoundChangedAndRemovedByThoseWhoMay() {
    String wanted = "{'channel_id':'%s','display_name':'Builds'}".formatted(channel);
    assertThat(ada.post("/hooks/incoming", wanted).status()).isEqualTo(403);

    Answer hook = admin.post("/hooks/incoming", wanted);

    assertThat(hook.status()).as(hook.body().toString()).isEqualTo(201);
    assertThat(hook.text("team_id")).isEqualTo(team);
    assertThat(hook.text("user_id")).isEqualTo(admin.get("/users/me").id());
    String path = "/hooks/incoming/" + hook.id();
    assertThat(admin.get(path).text("display_name")).isEqualTo("Builds");
    assertThat(admin.get("/hooks/incoming?team_id=" + team).body()).hasSize(1);
    assertThat(ada.get(path).status()).isEqualTo(403);
    assertThat(ada.get("/hooks/incoming?team_id=" + team).status()).isEqualTo(403);
    assertThat(ada.delete(path).status()).isEqualTo(403);
    Answer changed = admin.put(path, "{'description':'of main','channel_locked':true}");
    assertThat(changed.text("description")).isEqualTo("of main");
    assertThat(changed.text("display_name")).isEqualTo("Builds");
    assertThat(changed.body().path("channel_locked").asBoolean()).isTrue();
    assertThat(admin.put(path, "{'display_name':'%s'}".formatted("x".repeat(65))).status())
        .isEqualTo(400);
    assertThat(admin.delete(path).status()).isEqualTo(200);
    assertThat(admin.get(path).status()).isEqualTo(404);
    assertThat(admin.post("/hooks/incoming", "{'channel_id':'x'}").status()).isEqualTo(404);
  }

  @Test
  void whoeverKnowsItPostsByIt() {
    String hook = hook("");
    Client nobody = server.anonymous();

    assertThat(
            nobody.outside(
                "/api/v4/hooks/" + hook, "application/json", "{\"text\":\"<!here> done\"}"))
        .isEqualTo(200);

    JsonNode post = lastPost(channel);
    assertThat(post.path("message").asText()).isEqualTo("@here done");
    assertThat(post.path("props").path("from_webhook").asText()).isEqualTo("true");
    assertThat(post.path("props").path("override_username").isMissingNode()).isTrue();
    assertThat(post.path("user_id").asText()).isEqualTo(admin.get("/users/me").id());
  }

  @Test
  void aFormAndTheRootOfTheServerDoAsWell() {
    String hook = hook("");
    server
        .services()
        .configuration()
        .save(
            Map.of(
                "ServiceSettings",
                Map.of("EnablePostUsernameOverride", true, "EnablePostIconOverride", true)));
    String payload =
        "{\"attachments\":[{\"text\":\"<@ada>\"}],\"username\":\"ci\",\"icon_emoji\":\":ship:\",\"props\":{\"from_bot\":\"true\",\"a\":1}}";

    assertThat(
            server
                .anonymous()
                .outside(
                    "/hooks/" + hook,
                    "application/x-www-form-urlencoded",
                    "payload=" + URLEncoder.encode(payload, UTF_8)))
        .isEqualTo(200);

    JsonNode post = lastPost(channel);
    assertThat(post.path("type").asText()).isEqualTo("slack_attachment");
    JsonNode props = post.path("props");
    assertThat(props.path("attachments").get(0).path("text").asText()).isEqualTo("@ada");
    assertThat(props.path("override_username").asText()).isEqualTo("ci");
    assertThat(props.path("override_icon_emoji").asText()).isEqualTo("ship");
    assertThat(props.path("a").asInt()).isEqualTo(1);
    assertThat(props.has("from_bot")).isFalse();
  }

  @Test
  void aMessageMayChooseAnotherChannelUnlessItIsLocked() {
    String hold = channel("hold");
    String open = hook("");
    String locked = hook(",'channel_locked':true");

    assertThat(call(open, "{'text':'a','channel':'#hold'}")).isEqualTo(200);
    assertThat(lastPost(hold).path("message").asText()).isEqualTo("a");
    assertThat(call(open, "{'text':'b','channel':'@ada'}")).isEqualTo(200);
    assertThat(call(open, "{'text':'b','channel':'nowhere'}")).isEqualTo(404);
    assertThat(call(locked, "{'text':'c','channel':'hold'}")).isEqualTo(403);
    assertThat(call(locked, "{'text':'c','channel':'deck'}")).isEqualTo(200);
  }

  @Test
  void whatIsNoMessageIsRefused() {
    String hook = hook("");

    for (String body :
        new String[] {
          "{}", "[]", "nothing", "{'text':' '}", "{'text':1}", "{'text':'a','type':'system_x'}"
        }) {
      assertThat(call(hook, body)).as(body).isEqualTo(400);
    }
    assertThat(call("nohook", "{'text':'a'}")).isEqualTo(400);
    assertThat(call(hook, "{'text':'%s'}".formatted("x".repeat(20_000)))).isEqualTo(400);
    server
        .services()
        .configuration()
        .save(Map.of("ServiceSettings", Map.of("EnableIncomingWebhooks", false)));
    assertThat(call(hook, "{'text':'a'}")).isEqualTo(501);
  }

  @Test
  void anOutgoingWebhookIsCalledWithAPostAndItsAnswerIsPosted() throws Exception {
    List<String> bodies = new CopyOnWriteArrayList<>();
    HttpServer outside = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    outside.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          byte[] answer = "{\"text\":\"pong\",\"response_type\":\"comment\"}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    outside.start();
    try {
      String url = "http://127.0.0.1:%d/x".formatted(outside.getAddress().getPort());
      String wanted =
          "{'team_id':'%s','trigger_words':['ping'],'callback_urls':['%s'],'content_type':'application/json'}"
              .formatted(team, url);
      assertThat(ada.post("/hooks/outgoing", wanted).status()).isEqualTo(403);
      Answer hook = admin.post("/hooks/outgoing", wanted);
      assertThat(hook.status()).as(hook.body().toString()).isEqualTo(201);
      assertThat(say("ping inside").status()).isEqualTo(201);
      server
          .services()
          .configuration()
          .save(
              Map.of(
                  "ServiceSettings", Map.of("AllowedUntrustedInternalConnections", "127.0.0.1")));
      assertThat(say("pinging none").status()).isEqualTo(201);
      Answer post = say("ping you");
      eventually(() -> assertThat(lastPost(channel).path("message").asText()).isEqualTo("pong"));

      assertThat(lastPost(channel).path("root_id").asText()).isEqualTo(post.id());
      assertThat(lastPost(channel).path("props").path("from_webhook").asText()).isEqualTo("true");
      assertThat(bodies).hasSize(1);
      assertThat(bodies.get(0))
          .contains(
              "\"token\":\"" + hook.text("token") + "\"",
              "\"text\":\"ping you\"",
              "\"user_name\":\"admin\"",
              "\"trigger_word\":\"ping\"",
              "\"channel_name\":\"deck\"");
    } finally {
      outside.stop(0);
    }
  }

  @Test
  void anOutgoingWebhookIsFoundChangedAndRemovedByThoseWhoMay() {
    String wanted = "{'team_id':'%s','channel_id':'%s','callback_urls':['https://a.example']}";
    Answer hook = admin.post("/hooks/outgoing", wanted.formatted(team, channel));
    String path = "/hooks/outgoing/" + hook.id();

    assertThat(hook.text("token")).hasSize(26);
    assertThat(admin.get(path).text("channel_id")).isEqualTo(channel);
    assertThat(admin.get("/hooks/outgoing?team_id=" + team).body()).hasSize(1);
    assertThat(admin.get("/hooks/outgoing?channel_id=" + channel).body()).hasSize(1);
    assertThat(ada.get(path).status()).isEqualTo(403);
    assertThat(ada.get("/hooks/outgoing?team_id=" + team).status()).isEqualTo(403);
    Answer changed = admin.put(path, "{'trigger_words':['a','b'],'trigger_when':1}");
    assertThat(changed.body().path("trigger_words")).hasSize(2);
    assertThat(changed.text("token")).isEqualTo(hook.text("token"));
    assertThat(admin.post(path + "/regen_token", "{}").text("token"))
        .hasSize(26)
        .isNotEqualTo(hook.text("token"));
    for (String bad :
        new String[] {
          "{'callback_urls':[]}",
          "{'callback_urls':['file:///etc/passwd']}",
          "{'trigger_when':2}",
          "{'trigger_words':[],'channel_id':''}",
          "{'content_type':'text/xml'}"
        }) {
      assertThat(admin.put(path, bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(admin.delete(path).status()).isEqualTo(200);
    assertThat(admin.get(path).status()).isEqualTo(404);
  }

  private Answer say(String message) {
    return admin.post("/posts", "{'channel_id':'%s','message':'%s'}".formatted(channel, message));
  }

  private int call(String hook, String body) {
    return server
        .anonymous()
        .outside("/hooks/" + hook, "application/json", body.replace('\'', '"'));
  }

  private String hook(String more) {
    return admin.post("/hooks/incoming", "{'channel_id':'%s'%s}".formatted(channel, more)).id();
  }

  private String channel(String name) {
    return admin
        .post(
            "/channels",
            "{'team_id':'%s','name':'%s','display_name':'x','type':'O'}".formatted(team, name))
        .id();
  }

  private JsonNode lastPost(String where) {
    JsonNode posts = admin.get("/channels/" + where + "/posts").body();
    return posts.path("posts").path(posts.path("order").get(0).asText());
  }
}
