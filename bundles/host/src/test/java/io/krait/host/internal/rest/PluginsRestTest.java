package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krait.api.PluginHooks;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.PluginState;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.host.internal.plugin.FakePluginLogs;
import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import io.krait.hostkit.testing.FakePluginManager;
import io.krait.testing.HooksInMemory;
import io.krait.testing.PluginsInMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What plugins do to what comes by REST, and how they are looked after by it. */
class PluginsRestTest extends RestScene {

  @Test
  void pluginsTakePartInWhatPeoplePost() {
    List<PluginContext> contexts = new ArrayList<>();
    server
        .hooks()
        .bindDispatcher(
            new HooksInMemory(
                "one",
                new PluginHooks() {
                  @Override
                  public MessageWillBePostedResult messageWillBePosted(
                      PluginContext context, Post post) {
                    contexts.add(context);
                    return post.message().contains("bad")
                        ? MessageWillBePostedResult.builder().rejectionReason("mind it").build()
                        : MessageWillBePostedResult.builder()
                            .modifiedPost(post.toBuilder().message(post.message() + "!").build())
                            .build();
                  }
                }));
    String channel = channel(team("crew").id(), "deck", "O").id();
    contexts.clear();

    Answer posted = post(admin, channel, "hello");
    Answer refused = post(admin, channel, "bad word");

    assertThat(posted.text("message")).isEqualTo("hello!");
    assertError(refused, 400, "Post rejected by plugin. mind it");
    assertThat(refused.text("message")).isEqualTo("Post rejected by plugin. mind it");
    assertThat(admin.written(channel)).hasSize(1);
    PluginContext context = contexts.get(0);
    assertThat(context.requestId()).isEqualTo(posted.header("X-Request-Id"));
    assertThat(context.ipAddress()).isEqualTo("127.0.0.1");
    assertThat(context.userAgent()).startsWith("Java-http-client");
    assertThat(server.services().sessions().byToken(admin.token()).orElseThrow().id())
        .isEqualTo(context.sessionId());
  }

  @Test
  void pluginsChangeHowPostsAreShownAndNotWhatIsStored() {
    String channel = channel(team("crew").id(), "deck", "O").id();
    String post = post(admin, channel, "secret").id();
    server
        .hooks()
        .bindDispatcher(
            new HooksInMemory(
                "one",
                new PluginHooks() {
                  @Override
                  public List<Post> messagesWillBeConsumed(List<Post> posts) {
                    return posts.stream().map(p -> p.toBuilder().message("***").build()).toList();
                  }
                }));

    assertThat(admin.get("/posts/" + post).text("message")).isEqualTo("***");
    assertThat(
            admin
                .get("/channels/" + channel + "/posts")
                .body()
                .path("posts")
                .path(post)
                .path("message")
                .asText())
        .isEqualTo("***");
    assertThat(server.services().posts().get(post).message()).isEqualTo("secret");
  }

  @Test
  void slashCommandsAnswerAndSpeakInTheChannel() {
    server.commands().register("one", Command.builder().trigger("echo").autoComplete(true).build());
    server
        .commands()
        .bindDispatcher(
            new HooksInMemory(
                "one",
                new PluginHooks() {
                  @Override
                  public Optional<CommandResponse> executeCommand(
                      PluginContext context, CommandArgs args) {
                    return args.command().equals("/echo")
                        ? Optional.empty()
                        : Optional.of(
                            CommandResponse.builder()
                                .responseType(
                                    args.command().contains("loud") ? "in_channel" : "ephemeral")
                                .text(args.command().substring(6))
                                .props(Map.of("k", "v"))
                                .build());
                  }
                }));
    String team = team("crew").id();
    String channel = channel(team, "deck", "O").id();

    Answer quiet = command(admin, channel, "/echo quiet");
    assertThat(quiet.status()).isEqualTo(200);
    assertThat(quiet.text("text")).isEqualTo("quiet");
    assertThat(quiet.text("response_type")).isEqualTo("ephemeral");
    assertThat(admin.written(channel)).isEmpty();
    assertThat(command(admin, channel, "/echo loud").body().toString()).contains("in_channel");
    assertThat(admin.written(channel).get(0).path("message").asText()).isEqualTo("loud");
    assertThat(command(admin, channel, "/echo").status()).isEqualTo(200);
    assertError(
        command(admin, channel, "/other"), 404, "api.command.execute_command.not_found.app_error");
    assertThat(command(admin, channel, "no slash").status()).isEqualTo(400);
    assertThat(command(server.signedUp("bob"), channel, "/echo x").status()).isEqualTo(403);
    assertThat(admin.get("/commands?team_id=" + team).body().findValuesAsText("trigger"))
        .startsWith("echo")
        .contains("shrug")
        .doesNotHaveDuplicates();
    JsonNode completions = admin.get("/teams/" + team + "/commands/autocomplete").body();
    assertThat(completions.get(0).path("trigger").asText()).isEqualTo("echo");
  }

  @Test
  void whatIsToBeKnownOfAPluginThatRunsIsNoError() {
    FakePluginManager manager = new FakePluginManager();
    server.administration().bindManager(manager.objects());
    ManagedPlugin updated = PluginsInMemory.plugin("updated", "1.0.0", PluginState.RUNNING);
    manager.put(updated.toBuilder().reason("version 2.0.0 starts beside it").build());
    ManagedPlugin failed = PluginsInMemory.plugin("failed", "1.0.0", PluginState.FAILED);
    manager.put(failed.toBuilder().reason("no python").build());

    assertThat(admin.get("/plugins/statuses").body().findValuesAsText("error"))
        .containsExactly("no python", "");
  }

  @Test
  void administratorsReadWhatAPluginHasLogged() {
    FakePluginManager manager = new FakePluginManager();
    server.administration().bindManager(manager.objects());
    manager.has("com.example.one", PluginState.RUNNING);
    String logs = "/plugins/com.example.one/logs";
    assertError(admin.get(logs), 501, "app.plugin.logs.app_error");
    FakePluginLogs book = new FakePluginLogs();
    server.administration().bindLogs(book.objects());
    book.write("com.example.one", "2026-01-31T10:00:00Z", "one");
    book.write("com.example.one", "2026-01-31T10:00:01.5Z", "two");
    book.write("com.example.two", "2026-01-31T10:00:02Z", "other");

    assertThat(admin.get(logs).body().findValuesAsText("message")).containsExactly("one", "two");
    assertThat(admin.get(logs + "?logs_per_page=1").body().findValuesAsText("message"))
        .containsExactly("two");
    JsonNode since = admin.get(logs + "?since=2026-01-31T10:00:01.500Z").body();
    assertThat(since.findValuesAsText("at")).containsExactly("2026-01-31T10:00:01.500Z");
    assertThat(since.get(0).path("level").asText()).isEqualTo("INFO");
    assertThat(since.get(0).path("fields").path("key").asText()).isEqualTo("value");
    assertThat(admin.get(logs + "?since=yesterday").status()).isEqualTo(400);
    assertError(admin.get("/plugins/nobody/logs"), 404, "app.plugin.not_installed.app_error");
  }

  @Test
  void administratorsLookAfterPlugins() {
    assertError(admin.get("/plugins"), 501, "app.plugin.disabled.app_error");
    FakePluginManager manager = new FakePluginManager();
    server.administration().bindManager(manager.objects());

    Answer uploaded = admin.upload("com.example.one", null);
    assertThat(uploaded.status()).isEqualTo(201);
    assertThat(uploaded.id()).isEqualTo("com.example.one");
    assertThat(admin.upload("com.example.one", "true").status()).isEqualTo(201);
    assertThat(admin.get("/plugins").body().path("inactive").get(0).path("version").asText())
        .isEqualTo("1.0.0");
    assertThat(admin.post("/plugins/com.example.one/enable", "").text("status")).isEqualTo("OK");
    assertThat(admin.get("/plugins").body().path("active")).hasSize(1);
    JsonNode status = admin.get("/plugins/statuses").body().get(0);
    assertThat(status.path("plugin_id").asText()).isEqualTo("com.example.one");
    assertThat(status.path("state").asInt()).isEqualTo(2);
    assertThat(status.path("debugging").isBoolean()).isTrue();
    assertThat(admin.post("/plugins/com.example.one/disable", "").status()).isEqualTo(200);
    assertThat(admin.delete("/plugins/com.example.one").status()).isEqualTo(200);
    assertThat(manager.asked())
        .containsExactly(
            "install com.example.one",
            "replace com.example.one",
            "enable com.example.one",
            "disable com.example.one",
            "remove com.example.one");
    assertError(
        admin.post("/plugins/nobody/enable", ""), 404, "app.plugin.not_installed.app_error");
    assertError(admin.post("/plugins", "{}"), 400, "api.plugin.upload.no_file.app_error");

    manager.has("slow", PluginState.DISABLED);
    manager.answersWith(
        java.util.concurrent.CompletableFuture.failedFuture(
            new ManagementException(
                ManagementException.Problem.START_FAILED, "cannot start plugin slow: no python")));
    Answer failed = admin.post("/plugins/slow/enable", "");
    assertError(failed, 500, "app.plugin.activate.app_error");
    assertThat(failed.text("message")).isEqualTo("cannot start plugin slow: no python");

    Client bob = server.signedUp("bob");
    assertThat(bob.get("/plugins").status()).isEqualTo(403);
    assertThat(bob.upload("com.example.two", null).status()).isEqualTo(403);
    assertThat(bob.post("/plugins/slow/enable", "").status()).isEqualTo(403);
    assertThat(server.anonymous().get("/plugins").status()).isEqualTo(401);
  }

  private static Answer command(Client client, String channel, String command) {
    return client.post(
        "/commands/execute", "{'channel_id':'%s','command':'%s'}".formatted(channel, command));
  }

  @Test
  void anArchiveThatIsTooLargeIsToldTheLimitAndItsSetting() {
    server.administration().bindManager(new FakePluginManager().objects());

    Answer refused = admin.upload("x".repeat(3 << 20), null);

    assertError(refused, 413, "api.plugin.upload.file_too_big.app_error");
    assertThat(refused.text("message"))
        .isEqualTo(
            "an archive has at most 1 MiB; archiveMebibytes of io.krait.host.rest sets the limit");
  }
}
