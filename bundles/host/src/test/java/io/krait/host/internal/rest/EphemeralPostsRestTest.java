package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.PluginHooks;
import io.krait.api.PluginHttpClient;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.PluginContext;
import io.krait.api.model.PluginHttpResult;
import io.krait.api.model.Post;
import io.krait.host.internal.events.FakeWire;
import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import io.krait.testing.HooksInMemory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts that one user sees and nobody keeps: what is said in them, and their buttons. */
class EphemeralPostsRestTest extends RestScene {

  private static final Map<String, Object> BUTTONS =
      Map.of(
          "attachments",
          List.of(
              Map.of(
                  "actions",
                  List.of(
                      Map.of(
                          "id",
                          "yes",
                          "name",
                          "Yes",
                          "type",
                          "button",
                          "integration",
                          Map.of(
                              "url", "/plugins/poll/vote", "context", Map.of("hidden", "42")))))));

  private final Plugin plugin = new Plugin();
  private final FakeWire wire = FakeWire.reading();
  private final FakeWire bobsWire = FakeWire.reading();
  private String user;
  private Client bob;
  private String channel;

  @BeforeEach
  void connect() {
    server.hooks().bindHttp(plugin);
    user = id(admin);
    bob = server.signedUp("bob");
    String team = team("crew").id();
    channel = channel(team, "deck", "O").id();
    String bobs = id(bob);
    admin.post(
        "/teams/" + team + "/members", "{'team_id':'%s','user_id':'%s'}".formatted(team, bobs));
    admin.post("/channels/" + channel + "/members", "{'user_id':'%s'}".formatted(bobs));
    var ours = server.services().events().connect("ours", user, "s", wire, Map.of());
    var his = server.services().events().connect("bobs", bobs, "s", bobsWire, Map.of());
  }

  @Test
  void aPostForOneUserHasItsThreadAndItsProperties() {
    String root = post(admin, channel, "root").id();

    Answer sent = send(root, "{'colour':'red','from_webhook':'true'}");

    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.text("root_id")).isEqualTo(root);
    assertThat(sent.body().path("props")).hasToString("{\"colour\":\"red\"}");
    assertThat(shown(wire).path("root_id").asText()).isEqualTo(root);
  }

  @Test
  void aPostForOneUserAnswersNothingOfAnotherChannel() {
    String elsewhere = post(admin, channel(team("shore").id(), "bar", "O").id(), "hi").id();

    assertThat(send(elsewhere, "{}").status()).isEqualTo(400);
    assertThat(send("nothing", "{}").status()).isEqualTo(400);
  }

  @Test
  void aButtonOfAPluginsPostIsPressedWithItsCookie() {
    JsonNode shown = sentByThePlugin();

    Answer pressed = press(admin, shown);

    assertThat(pressed.status()).as(pressed.body()::toString).isEqualTo(200);
    assertThat(plugin.user).isEqualTo(user);
    assertThat(plugin.url).isEqualTo("/poll/vote");
    assertThat(plugin.told.path("post_id").asText()).isEqualTo(shown.path("id").asText());
    assertThat(plugin.told.path("channel_name").asText()).isEqualTo("deck");
    assertThat(plugin.told.path("context").path("hidden").asText()).isEqualTo("42");
    assertThat(plugin.told.path("trigger_id").asText()).isEqualTo(pressed.text("trigger_id"));
  }

  @Test
  void theButtonIsForTheUserWhoSeesIt() {
    JsonNode shown = sentByThePlugin();

    assertThat(press(bob, shown).status()).isEqualTo(400);
    assertThat(plugin.told).isNull();
  }

  @Test
  void theButtonIsForMembersOfTheChannel() {
    JsonNode shown =
        shown(
            bobsWire,
            () ->
                server
                    .services()
                    .ephemeralPosts()
                    .send(id(bob), Post.builder().channelId(channel).props(BUTTONS).build()));
    admin.delete("/channels/" + channel + "/members/" + id(bob));

    assertThat(press(bob, shown).status()).isEqualTo(403);
    assertThat(plugin.told).isNull();
  }

  @Test
  void withoutACookieThereIsNoSuchPost() {
    JsonNode shown = sentByThePlugin();

    Answer pressed =
        admin.post("/posts/" + shown.path("id").asText() + "/actions/yes", "{'cookie':''}");

    assertThat(pressed.status()).isEqualTo(404);
  }

  @Test
  void anAnswerChangesThePostForItsUserAlone() {
    plugin.answer =
        "{\"update\":{\"message\":\"done\",\"props\":{}},\"ephemeral_text\":\"thank you\"}";
    JsonNode shown = sentByThePlugin();

    press(admin, shown);

    server.services().events().settle();
    List<JsonNode> all = wire.events("ephemeral_message").stream().map(this::post).toList();
    assertThat(all).extracting(one -> one.path("message").asText()).contains("thank you", "done");
    JsonNode changed =
        all.stream().filter(one -> one.path("message").asText().equals("done")).findFirst().get();
    assertThat(changed.path("id")).isEqualTo(shown.path("id"));
    assertThat(changed.path("create_at")).isEqualTo(shown.path("create_at"));
    assertThat(bobsWire.events("ephemeral_message")).isEmpty();
    assertThat(admin.written(channel)).isEmpty();
  }

  @Test
  void aKeptPostIsPressedAsItIsKeptWhateverTheCookie() {
    String props = new ObjectMapper().valueToTree(BUTTONS).toString();
    String kept =
        admin.post("/posts", "{'channel_id':'%s','props':%s}".formatted(channel, props)).id();

    Answer pressed = admin.post("/posts/" + kept + "/actions/yes", "{'cookie':'made up'}");

    assertThat(pressed.status()).as(pressed.body()::toString).isEqualTo(200);
    assertThat(plugin.told.path("post_id").asText()).isEqualTo(kept);
  }

  @Test
  void aCommandsQuietAnswerIsSeenByWhoeverHasTypedItAndItsButtonsWork() {
    server.commands().register("one", Command.builder().trigger("poll").build());
    server
        .commands()
        .bindDispatcher(
            new HooksInMemory(
                "one",
                new PluginHooks() {
                  @Override
                  public Optional<CommandResponse> executeCommand(
                      PluginContext context, CommandArgs args) {
                    return Optional.of(
                        CommandResponse.builder()
                            .responseType("ephemeral")
                            .text("Well?")
                            .username("Poll")
                            .props(BUTTONS)
                            .build());
                  }
                }));

    Answer answer =
        admin.post("/commands/execute", "{'channel_id':'%s','command':'/poll'}".formatted(channel));

    JsonNode shown = shown(wire);
    assertThat(answer.text("text")).isEqualTo("Well?");
    assertThat(answer.body().toString()).doesNotContain("hidden", "/plugins/");
    assertThat(shown.path("message").asText()).isEqualTo("Well?");
    assertThat(shown.path("props").path("override_username").asText()).isEqualTo("Poll");
    assertThat(bobsWire.events("ephemeral_message")).isEmpty();
    assertThat(press(admin, shown).status()).isEqualTo(200);
    assertThat(plugin.told.path("context").path("hidden").asText()).isEqualTo("42");
  }

  private Answer send(String root, String props) {
    return admin.post(
        "/posts/ephemeral",
        "{'user_id':'%s','post':{'channel_id':'%s','message':'psst','root_id':'%s','props':%s}}"
            .formatted(user, channel, root, props));
  }

  private JsonNode sentByThePlugin() {
    JsonNode shown =
        shown(
            wire,
            () ->
                server
                    .services()
                    .ephemeralPosts()
                    .send(user, Post.builder().channelId(channel).props(BUTTONS).build()));
    assertThat(shown.toString()).contains("Yes").doesNotContain("hidden", "/plugins/");
    return shown;
  }

  private JsonNode shown(FakeWire to, Runnable sending) {
    sending.run();
    return shown(to);
  }

  private JsonNode shown(FakeWire to) {
    server.services().events().settle();
    List<JsonNode> all = to.events("ephemeral_message");
    assertThat(all).hasSize(1);
    return post(all.get(0));
  }

  private JsonNode post(JsonNode event) {
    try {
      return new ObjectMapper().readTree(event.path("data").path("post").asText());
    } catch (IOException noJson) {
      throw new AssertionError(noJson);
    }
  }

  private static Answer press(Client client, JsonNode post) {
    JsonNode action = post.at("/props/attachments/0/actions/0");
    return client.post(
        "/posts/" + post.path("id").asText() + "/actions/" + action.path("id").asText(),
        "{'cookie':'%s'}".formatted(action.path("cookie").asText()));
  }

  /** Takes down what it is told, and answers what it shall. */
  private static final class Plugin implements PluginHttpClient {
    private volatile String user = "";
    private volatile String url = "";
    private volatile @Nullable JsonNode told;
    private volatile String answer = "{}";

    @Override
    public PluginHttpResult send(
        String callerId, String method, String path, Map<String, String> headers, Bytes body) {
      throw new UnsupportedOperationException("this is for a user");
    }

    @Override
    public PluginHttpResult sendFor(
        String userId, String method, String path, Map<String, String> headers, Bytes body) {
      user = userId;
      url = path;
      try {
        told = new ObjectMapper().readTree(body.toByteArray());
      } catch (IOException noJson) {
        throw new AssertionError(noJson);
      }
      return PluginHttpResult.builder().statusCode(200).body(Bytes.utf8(answer)).build();
    }
  }
}
