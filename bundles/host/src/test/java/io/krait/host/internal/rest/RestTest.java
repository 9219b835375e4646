package io.krait.host.internal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krait.api.Nullable;
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
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestTest {

  @TempDir Path folder;

  @AutoClose private RestServer server;
  private Client admin;

  @BeforeEach
  void open() {
    server = new RestServer(folder, true);
    admin = server.signedUp("admin");
  }

  @Test
  void theFirstUserIsAdministratorAndNobodyAfter() {
    Client bob = server.signedUp("bob");

    assertThat(admin.get("/users/me").text("roles")).isEqualTo("system_user system_admin");
    assertThat(bob.get("/users/me").text("roles")).isEqualTo("system_user");
    Answer cheat =
        server
            .anonymous()
            .post(
                "/users",
                "{'username':'cheat','email':'c@x','password':'long enough',"
                    + "'roles':'system_admin','is_bot':true}");
    assertThat(cheat.status()).isEqualTo(201);
    assertThat(cheat.text("roles")).isEqualTo("system_user");
    assertThat(cheat.body().has("password")).isFalse();
  }

  @Test
  void aLoginAnswersWithTheUserAndATokenInTheHeader() {
    Answer login =
        server
            .anonymous()
            .post("/users/login", "{'login_id':'admin@example.com','password':'correct horse'}");

    assertThat(login.status()).isEqualTo(200);
    assertThat(login.text("username")).isEqualTo("admin");
    assertThat(login.header("Token")).hasSize(26);
    assertThat(login.header("Content-Type")).startsWith("application/json");
    assertThat(login.body().has("password")).isFalse();
    assertError(
        server.anonymous().post("/users/login", "{'login_id':'admin','password':'wrong'}"),
        401,
        "api.user.login.invalid_credentials_email_username");
    assertError(
        server.anonymous().post("/users/login", "{}"),
        400,
        "api.context.invalid_body_param.app_error");
  }

  @Test
  void afterLogoutTheTokenIsWorthNothing() {
    assertThat(admin.post("/users/logout", "").status()).isEqualTo(200);

    assertError(admin.get("/users/me"), 401, "api.context.session_expired.app_error");
  }

  @Test
  void aCookieNeedsWhatOnlyOurPagesKnowUnlessItMerelyReads() {
    Answer login =
        server.anonymous().post("/users/login", "{'login_id':'admin','password':'correct horse'}");
    List<String> cookies = login.response().headers().allValues("Set-Cookie");
    assertThat(cookies)
        .anyMatch(cookie -> cookie.startsWith("MMAUTHTOKEN=") && cookie.contains("HttpOnly"));
    String token = value(cookies, "MMAUTHTOKEN");
    String csrf = value(cookies, "MMCSRF");
    Client client = server.anonymous();
    String cookie = "MMAUTHTOKEN=" + token;
    String team = "{'name':'crew','display_name':'Crew','type':'O'}";

    assertThat(client.send("GET", "/users/me", null, "Cookie", cookie).status()).isEqualTo(200);
    assertThat(client.send("POST", "/teams", team, "Cookie", cookie).status()).isEqualTo(401);
    assertThat(
            client
                .send("POST", "/teams", team, "Cookie", cookie, "X-CSRF-Token", "guessed")
                .status())
        .isEqualTo(401);
    assertThat(client.send("POST", "/teams", team, "Cookie", cookie, "X-CSRF-Token", csrf).status())
        .isEqualTo(201);
  }

  @Test
  void aRefusedRequestWhoseBodyComesLateLeavesTheConnectionUsable() throws IOException {
    String refused =
        "POST /api/v4/teams HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 2\r\n\r\n";
    String next = "GET /api/v4/system/ping HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    try (Socket client = server.connect()) {
      client.setSoTimeout(30_000);
      OutputStream out = client.getOutputStream();
      server.forgetRequests();
      out.write(refused.getBytes(UTF_8));
      out.flush();
      server.awaitRequest();
      out.write(("{}" + next).getBytes(UTF_8));
      out.flush();

      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 401 ")
          .contains("HTTP/1.1 200 ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, nobody, multipart/form-data; boundary=limit",
    "403, bob,    multipart/form-data; boundary=limit",
    "400, admin,  application/gzip",
    "413, admin,  multipart/form-data; boundary=limit"
  })
  void aRefusedArchiveIsTakenInSoThatTheConnectionStaysUsable(int status, String who, String type)
      throws IOException {
    server.administration().bindManager(new FakePluginManager().objects());
    server.signedUp("bob");
    String token = who.equals("nobody") ? "none" : server.loggedIn(who).token();
    String archive =
        "--limit\r\nContent-Disposition: form-data; name=\"plugin\"; filename=\"p.tar.gz\"\r\n\r\n"
            + "x".repeat(3 << 20)
            + "\r\n--limit--\r\n";
    String refused =
        "POST /api/v4/plugins HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
                .formatted(token, type)
            + "Content-Length: %d\r\n\r\n%s".formatted(archive.length(), archive);
    String next = "GET /api/v4/system/ping HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    try (Socket client = server.connect()) {
      client.setSoTimeout(30_000);
      client.getOutputStream().write((refused + next).getBytes(UTF_8));

      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 " + status + " ")
          .contains("HTTP/1.1 200 ");
    }
  }

  @Test
  void whoAsksForTheHeadAloneIsToldTheLengthOfTheWhole() {
    String length = admin.get("/users/me").header("Content-Length");

    Answer head = admin.send("HEAD", "/users/me", null);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(length);
    assertThat(head.response().body()).isEmpty();
  }

  @Test
  void usersAreFoundAndOthersSeeOfThemWhatIsForEverybody() {
    Client bob = server.signedUp("bob");
    String adminId = admin.get("/users/me").id();

    assertThat(bob.get("/users/" + adminId).text("username")).isEqualTo("admin");
    assertThat(bob.get("/users/username/admin").id()).isEqualTo(adminId);
    assertThat(bob.get("/users/email/admin@example.com").id()).isEqualTo(adminId);
    assertThat(bob.get("/users/username/admin").body().path("last_login").asLong()).isZero();
    assertThat(admin.get("/users/me").body().path("last_login").asLong()).isPositive();
    assertThat(bob.get("/users?per_page=1").body()).hasSize(1);
    assertThat(bob.post("/users/ids", "['" + adminId + "']").body()).hasSize(1);
    assertThat(bob.post("/users/search", "{'term':'adm'}").body()).hasSize(1);
    assertError(bob.get("/users/nobody"), 404, "app.user.missing_account.const");
    assertThat(bob.put("/users/me/patch", "{'nickname':'B'}").text("nickname")).isEqualTo("B");
    assertThat(bob.put("/users/" + adminId + "/patch", "{'nickname':'B'}").status()).isEqualTo(403);
    assertThat(bob.put("/users/" + adminId + "/roles", "{'roles':'system_user'}").status())
        .isEqualTo(403);
    String bobId = bob.get("/users/me").id();
    assertThat(admin.delete("/users/" + bobId).status()).isEqualTo(200);
    assertThat(bob.get("/users/me").status()).isEqualTo(401);
  }

  @Test
  void aPasswordIsChangedByWhoeverKnowsThePresentOne() {
    assertThat(
            admin
                .put(
                    "/users/me/password",
                    "{'current_password':'a guess','new_password':'another horse'}")
                .status())
        .isEqualTo(400);
    assertThat(
            admin
                .put(
                    "/users/me/password",
                    "{'current_password':'correct horse','new_password':'another horse'}")
                .status())
        .isEqualTo(200);
    assertThat(
            server
                .anonymous()
                .post("/users/login", "{'login_id':'admin','password':'another horse'}")
                .status())
        .isEqualTo(200);
  }

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

  @Test
  void whatIsNotThereAndWhatIsNoJsonAnswersTheErrorOfTheApi() {
    assertThat(server.anonymous().get("/system/ping").text("status")).isEqualTo("OK");
    assertError(admin.get("/nothing/here"), 404, "api.context.404.app_error");
    assertError(server.anonymous().get("/nothing/here"), 404, "api.context.404.app_error");
    assertError(admin.delete("/teams"), 404, "api.context.404.app_error");
    for (String body : List.of("", "null", "{'name':", "[1]", "'text'", "{'create_at':'soon'}")) {
      assertError(admin.post("/teams", body), 400, "api.context.invalid_body_param.app_error");
    }
    assertError(
        admin.post("/posts", "{'message':'" + "x".repeat(JsonBodies.LARGEST) + "'}"),
        413,
        "api.context.request_body_too_large.app_error");
    assertError(server.anonymous().get("/users/me"), 401, "api.context.session_expired.app_error");
    Answer withNull =
        admin.post("/teams", "{'name':'crew','display_name':'Crew','type':'O','props':null}");
    assertThat(withNull.status()).isEqualTo(201);
  }

  @Test
  void aBodyIsCalledJsonAsOtherSitesCannotSendThatUnasked() {
    String login = "{'login_id':'admin','password':'correct horse'}";
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "text/json")) {
      assertError(
          server.anonymous().send("POST", "/users/login", login, "Content-Type", type),
          415,
          "api.context.content_type.app_error");
      assertError(
          admin.send("POST", "/users/ids", "[]", "Content-Type", type),
          415,
          "api.context.content_type.app_error");
    }
    assertThat(
            server
                .anonymous()
                .send("POST", "/users/login", login, "Content-Type", "Application/JSON; charset=x")
                .status())
        .isEqualTo(200);
    byte[] unnamed = login.replace('\'', '"').getBytes(UTF_8);
    String here = server.anonymous().fetch("/system/ping").uri().resolve("/").toString();
    Map.of("Origin", here, "Sec-Fetch-Site", "same-origin")
        .forEach(
            (header, ofPage) ->
                assertThat(server.anonymous().uncalled("/users/login", unnamed, header, ofPage))
                    .as(header)
                    .isEqualTo(415));
    assertThat(admin.upload("/users/ids", "", "[]".getBytes(UTF_8)).status()).isEqualTo(200);
  }

  @Test
  void whatAPageOfAnotherSiteSendsIsRefused() throws IOException {
    Answer login =
        server.anonymous().post("/users/login", "{'login_id':'admin','password':'correct horse'}");
    List<String> cookies = login.response().headers().allValues("Set-Cookie");
    String cookie = "MMAUTHTOKEN=" + value(cookies, "MMAUTHTOKEN");
    String csrf = value(cookies, "MMCSRF");
    String account = "{'username':'bob','email':'b@x','password':'long enough'}";
    String evil = "http://evil.example";

    assertError(
        server.anonymous().send("POST", "/users", account, "Origin", evil),
        403,
        "api.context.invalid_origin.app_error");
    assertError(
        server
            .anonymous()
            .send(
                "POST", "/users/ids", "[]", "Origin", evil, "Cookie", cookie, "X-CSRF-Token", csrf),
        403,
        "api.context.invalid_origin.app_error");
    assertThat(admin.send("POST", "/users/ids", "[]", "Origin", evil).status()).isEqualTo(200);
    assertThat(server.anonymous().send("GET", "/system/ping", null, "Origin", evil).status())
        .isEqualTo(200);
    try (Socket client = server.connect()) {
      client.setSoTimeout(30_000);
      client
          .getOutputStream()
          .write(
              ("POST /api/v4/users HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                      + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                  .getBytes(UTF_8));
      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 403 ")
          .contains("site.url");
    }
  }

  @Test
  void theFirstAdministratorIsWhoeverKnowsTheCode() throws Exception {
    server.close();
    server = new RestServer(folder.resolve("fresh"), true);
    String code = server.code();
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.codeFile())))
          .isEqualTo("rw-------");
    }

    Answer ordinary = signUp("ordinary", null);
    assertThat(ordinary.status()).isEqualTo(201);
    assertThat(ordinary.text("roles")).isEqualTo("system_user");
    assertError(signUp("guess", "y".repeat(26)), 403, "api.user.create_user.admin_code.app_error");
    ExecutorService executor = Executors.newFixedThreadPool(20);
    List<Future<Answer>> all = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        String name = "first" + i;
        all.add(executor.submit(() -> signUp(name, code)));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> one : all) {
        statuses.add(one.get().status());
      }
      assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 403);
    } finally {
      executor.shutdown();
    }
    assertThat(server.codeFile()).doesNotExist();
    assertError(signUp("late", code), 403, "api.user.create_user.admin_code.app_error");

    server.close();
    server = new RestServer(folder.resolve("fresh"), true);
    assertThat(server.codeFile()).doesNotExist();
  }

  private Answer signUp(String name, @Nullable String code) {
    String account =
        "{'username':'%s','email':'%s@x','password':'long enough'}".formatted(name, name);
    return code == null
        ? server.anonymous().post("/users", account)
        : server.anonymous().send("POST", "/users", account, "X-Admin-Code", code);
  }

  @Test
  void whoGuessesPasswordsIsToldWhenToTryAgain() {
    String wrong = "{'login_id':'admin','password':'wrong horse'}";
    for (int i = 0; i < 5; i++) {
      assertThat(server.anonymous().post("/users/login", wrong).status()).isEqualTo(401);
    }

    Answer refused = server.anonymous().post("/users/login", wrong);

    assertError(refused, 429, "api.user.check_user_login_attempts.too_many.app_error");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void aNewPasswordEndsTheSessionsElsewhere() {
    Client elsewhere = server.loggedIn("admin");

    admin.put(
        "/users/me/password",
        "{'current_password':'correct horse','new_password':'another horse'}");

    assertThat(admin.get("/users/me").status()).isEqualTo(200);
    assertThat(elsewhere.get("/users/me").status()).isEqualTo(401);
  }

  @Test
  void whereSignUpIsNotOpenAnAdministratorCreatesAccounts() {
    server.close();
    server = new RestServer(folder.resolve("closed"), false);
    String another = "{'username':'another','email':'a@x','password':'long enough'}";
    assertError(
        server.anonymous().post("/users", another),
        403,
        "api.user.create_user.admin_code.app_error");
    Client first = server.signedUp("first");

    assertError(
        server.anonymous().post("/users", another), 403, "api.user.create_user.no_open_server");
    assertThat(first.post("/users", another).status()).isEqualTo(201);
  }

  @Test
  void dataAreThereAfterARestart() {
    team("crew");
    server.close();
    server = new RestServer(folder, true);

    assertThat(admin.token()).isNotEmpty();
    assertThat(server.loggedIn("admin").get("/teams/name/crew").status()).isEqualTo(200);
  }

  private Answer team(String name) {
    return admin.post(
        "/teams", "{'name':'%s','display_name':'%s','type':'O'}".formatted(name, name));
  }

  private Answer channel(String team, String name, String type) {
    return admin.post(
        "/channels",
        "{'team_id':'%s','name':'%s','display_name':'%s','type':'%s'}"
            .formatted(team, name, name, type));
  }

  private static Answer post(Client client, String channel, String message) {
    return client.post("/posts", "{'channel_id':'%s','message':'%s'}".formatted(channel, message));
  }

  private static Answer command(Client client, String channel, String command) {
    return client.post(
        "/commands/execute", "{'channel_id':'%s','command':'%s'}".formatted(channel, command));
  }

  private static String id(Client client) {
    return client.get("/users/me").id();
  }

  private static String value(List<String> cookies, String name) {
    return cookies.stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }

  private static void assertError(Answer answer, int status, String id) {
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
