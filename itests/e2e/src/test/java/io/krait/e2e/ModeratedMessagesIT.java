package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example plugins in a server, as people and administrators meet them. */
class ModeratedMessagesIT {

  private static final String HELLO = "com.example.hello";
  private static final String MODERATOR = "com.example.moderator";

  @TempDir private static Path folder;
  private static Path hello;
  private static Path data;
  @AutoClose private static Server server;
  private static RestClient ann;
  private static String channel;

  @BeforeAll
  static void start() throws Exception {
    data = folder.resolve("data");
    hello = Workspace.example("hello_python", folder);
    server = Server.start(data, hello, Workspace.example("moderator", folder));
    ann = server.client().signUp("ann");
    channel = ann.newTeam("home");
  }

  @Test
  void aMessageIsChangedBeforeItIsStored() {
    RestClient.Answer posted = ann.say(channel, "What the heck!").expect(201);

    assertThat(posted.text("message")).isEqualTo("What the ****!");
    assertThat(ann.get("/posts/" + posted.text("id")).expect(200).text("message"))
        .isEqualTo("What the ****!");
  }

  @Test
  void aMessageIsRefusedWithTheReasonThatThePluginGives() {
    RestClient.Answer refused = ann.say(channel, "Buy spam").expect(400);

    assertThat(refused.text("message")).contains("the word \"spam\" is not allowed here");
    assertThat(ann.messages(channel)).doesNotContain("Buy spam");
  }

  @Test
  void aMessageThatNoPluginMindsIsStoredAsItIs() {
    String message = "Sch\u00f6ne Gr\u00fc\u00dfe \ud83d\ude00";

    assertThat(ann.say(channel, message).expect(201).text("message")).isEqualTo(message);
  }

  @Test
  void aChangedMessageIsModeratedToo() {
    RestClient.Answer posted = ann.say(channel, "fine").expect(201);
    String id = posted.text("id");

    RestClient.Answer changed = ann.put("/posts/" + id + "/patch", Map.of("message", "darn"));

    assertThat(changed.expect(200).text("message")).isEqualTo("****");
    ann.put("/posts/" + id + "/patch", Map.of("message", "spam")).expect(400);
    assertThat(ann.get("/posts/" + id).text("message")).isEqualTo("****");
  }

  @Test
  void aCommandIsAnsweredAndCounts() {
    int before = asked();

    assertThat(ann.command(channel, "/hello")).startsWith("Hello, ann! Asked so far:");
    assertThat(asked()).isEqualTo(before + 2);
  }

  @Test
  void anAdministratorDisablesAndEnablesAPlugin() throws Exception {
    ann.post("/plugins/" + MODERATOR + "/disable", "").expect(200);

    assertThat(ann.runs(MODERATOR)).isFalse();
    assertThat(server.plugin(MODERATOR)).isEmpty();
    assertThat(ann.say(channel, "What the heck!").expect(201).text("message")).contains("heck");

    ann.post("/plugins/" + MODERATOR + "/enable", "").expect(200);

    assertThat(ann.runs(MODERATOR)).isTrue();
    assertThat(ann.say(channel, "What the heck!").expect(201).text("message")).contains("****");
  }

  @Test
  void anAdministratorUploadsAndRemovesAPlugin() throws Exception {
    Path archive =
        Workspace.plugin(
            "com.example.uploaded",
            """
            from mattermost_plugin import HookName, Plugin, hook


            class Tested(Plugin):
                @hook(HookName.MessageWillBePosted)
                def look(self, context, post):
                    post.message = post.message.replace("uploaded?", "uploaded!")
                    return post
            """,
            folder);

    ann.upload(archive).expect(201);
    assertThat(ann.runs("com.example.uploaded")).isFalse();
    ann.post("/plugins/com.example.uploaded/enable", "").expect(200);
    assertThat(ann.say(channel, "uploaded?").expect(201).text("message")).isEqualTo("uploaded!");

    ann.delete("/plugins/com.example.uploaded").expect(200);
    assertThat(ann.pluginState("com.example.uploaded")).isEqualTo(-1);
    assertThat(server.plugin("com.example.uploaded")).isEmpty();
    assertThat(ann.say(channel, "uploaded?").expect(201).text("message")).isEqualTo("uploaded?");
  }

  @Test
  void onlyAdministratorsDealWithPlugins() {
    server.client().get("/plugins").expect(401);
    server.client().post("/plugins/" + HELLO + "/disable", "").expect(401);
  }

  @Test
  void theSecondStartKeepsEverything() throws Exception {
    ann.say(channel, "keep this").expect(201);
    int asked = asked();
    server.close();

    server = Server.start(data, hello);
    ann = server.client().logIn("ann");

    assertThat(ann.messages(channel)).contains("keep this");
    assertThat(asked()).isEqualTo(asked + 1);
    assertThat(ann.say(channel, "heck").expect(201).text("message")).isEqualTo("****");
  }

  private static int asked() {
    String answer = ann.command(channel, "/hello");
    return Integer.parseInt(answer.substring(answer.lastIndexOf(' ') + 1));
  }
}
