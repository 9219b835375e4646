package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole contract, between a server and a real plugin: each method of the API, and each hook.
 * What the plugin does with the API, and what it expects to come of it, is in its own source.
 */
class ContractIT {

  private static final String PLUGIN = "com.example.contract";
  private static final int METHODS = 236;
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private static Path folder;
  @AutoClose private static Server server;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static RestClient ann;
  private static String annId;
  private static String bobId;
  private static String teamId;
  private static String channel;
  private static JsonNode atStart;

  @BeforeAll
  static void start() throws Exception {
    Path source = Workspace.root().resolve("itests/e2e/src/test/resources/contract_plugin");
    Path data = folder.resolve("data");
    Server.configure(data, "io.krait.http.metrics", Map.of());
    server = Server.start(data);
    ann = server.client().signUp("ann");
    annId = ann.get("/users/me").text("id");
    bobId = newUser("bob");
    channel = ann.newTeam("home");
    teamId = ann.get("/teams/name/home").text("id");
    joinTeam(bobId);
    ann.upload(Workspace.pack(source, folder)).expect(201);
    ann.post("/plugins/" + PLUGIN + "/enable", "").expect(200);
    Workspace.await("it is told of its installation", SOON, () -> seen("OnInstall") > 0);
    atStart = page("/hooks");
    page("/switch_on");
  }

  @Test
  void eachMethodOfTheApiDoesWhatItSays() throws Exception {
    // Only people make emoji, and only their doings give the right to open a dialog.
    ann.form(
            "/emoji",
            Map.of("emoji", "{\"name\":\"contract\",\"creator_id\":\"%s\"}".formatted(annId)),
            "image",
            "contract.png",
            picture())
        .expect(201);
    ann.command(channel, "/contract");

    JsonNode report = page("/api");

    assertThat(report.path("methods")).hasSize(METHODS);
    JsonNode failures = report.path("failures");
    assertThat(failures.fieldNames()).toIterable().as(failures.toPrettyString()).isEmpty();
    assertThat(texts(report.path("unimplemented"))).as("answered with 501").isEmpty();
    assertThat(texts(report.path("missing"))).as("have never succeeded").isEmpty();
  }

  @Test
  void aPluginIsInstalledAndActivatedOnce() {
    assertThat(atStart.path("OnInstall").asInt()).isEqualTo(1);
    assertThat(atStart.path("OnActivate").asInt()).isEqualTo(1);
  }

  @Test
  void aPluginThatIsDisabledIsTold() throws Exception {
    ann.post("/plugins/" + PLUGIN + "/disable", "").expect(200);
    ann.post("/plugins/" + PLUGIN + "/enable", "").expect(200);

    assertThat(page("/hooks").path("OnDeactivate").asInt()).isEqualTo(1);
  }

  /** What somebody does, so that hooks are called. */
  private interface Act {
    void happen() throws Exception;
  }

  @TestFactory
  Stream<DynamicTest> eachHookIsCalledOnce() {
    return Stream.of(
        calls(List.of("MessageWillBePosted", "MessageHasBeenPosted"), () -> said("one")),
        calls(
            List.of("MessageWillBeUpdated", "MessageHasBeenUpdated"),
            () -> ann.put("/posts/" + before() + "/patch", Map.of("message", "two")).expect(200)),
        calls(List.of("MessageHasBeenDeleted"), () -> ann.delete("/posts/" + before()).expect(200)),
        calls(List.of("MessagesWillBeConsumed"), () -> ann.get("/posts/" + before()).expect(200)),
        calls(List.of("ReactionHasBeenAdded"), () -> react(before())),
        calls(
            List.of("ReactionHasBeenRemoved"),
            () -> {
              String post = before();
              react(post);
              ann.delete("/users/" + annId + "/posts/" + post + "/reactions/smile").expect(200);
            }),
        calls(
            List.of("FileWillBeUploaded"),
            () ->
                ann.uploadFile(channel, Files.writeString(folder.resolve("a.txt"), "a"))
                    .expect(201)),
        calls(List.of("PreferencesHaveChanged"), () -> page("/prefer")),
        calls(List.of("UserHasBeenCreated"), () -> newUser("cid")),
        calls(List.of("UserWillLogIn", "UserHasLoggedIn"), () -> server.client().logIn("bob")),
        calls(
            List.of("UserHasBeenDeactivated"),
            () -> ann.delete("/users/" + newUser("dan")).expect(200)),
        calls(List.of("ChannelHasBeenCreated"), () -> newChannel("one")),
        calls(List.of("UserHasJoinedTeam"), () -> joinTeam(newUser("eve"))),
        calls(
            List.of("UserHasLeftTeam"),
            () -> {
              String fay = newUser("fay");
              joinTeam(fay);
              settle("UserHasJoinedTeam");
              ann.delete("/teams/" + teamId + "/members/" + fay).expect(200);
            }),
        calls(List.of("UserHasJoinedChannel"), () -> join(settledChannel("two"))),
        calls(
            List.of("UserHasLeftChannel"),
            () -> {
              String left = settledChannel("three");
              join(left);
              settle("UserHasJoinedChannel");
              ann.delete("/channels/" + left + "/members/" + bobId).expect(200);
            }),
        calls(List.of("ExecuteCommand"), () -> ann.command(channel, "/contract")),
        calls(List.of("DescribeCommand"), ContractIT::completeCommand),
        calls(List.of("ServeHTTP"), () -> get("/plugins/" + PLUGIN + "/echo")),
        calls(List.of("ServeWebSocket"), ContractIT::openWebSocketOfPlugin),
        calls(List.of("ServeMetrics"), () -> get("/metrics/plugins/" + PLUGIN + "/metrics")),
        calls(
            List.of("ConfigurationWillBeSaved", "OnConfigurationChange"),
            () ->
                ann.put(
                        "/config/patch",
                        Map.of("TeamSettings", Map.of("SiteName", "Site " + System.nanoTime())))
                    .expect(200)),
        calls(
            List.of("OnWebSocketConnect", "WebSocketMessageHasBeenPosted", "OnWebSocketDisconnect"),
            ContractIT::talkByWebSocket),
        calls(
            List.of(
                "OnSharedChannelsPing",
                "OnSharedChannelsSyncMsg",
                "OnSharedChannelsAttachmentSyncMsg",
                "OnSharedChannelsProfileImageSyncMsg"),
            () -> page("/share")),
        calls(List.of("NotificationWillBePushed"), () -> page("/push")),
        calls(List.of("EmailNotificationWillBeSent"), () -> said("hello @bob")),
        calls(List.of("RunDataRetention"), () -> job("data_retention")),
        calls(List.of("OnSendDailyTelemetry"), () -> job("telemetry")),
        calls(List.of("OnCloudLimitsUpdated"), () -> job("cloud_limits")),
        calls(List.of("GenerateSupportData"), () -> get("/api/v4/system/support_packet")),
        calls(List.of("OnPluginClusterEvent", "OnSAMLLogin"), ContractIT::bringOutside));
  }

  private static DynamicTest calls(List<String> hooks, Act act) {
    return DynamicTest.dynamicTest(
        String.join(", ", hooks),
        () -> {
          page("/reset");
          act.happen();
          for (String hook : hooks) {
            Workspace.await(hook + " is called", SOON, () -> seen(hook) > 0);
            assertThat(seen(hook)).as(hook).isEqualTo(1);
          }
        });
  }

  private static int seen(String hook) {
    try {
      return page("/hooks").path(hook).asInt();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String said(String message) {
    return ann.say(channel, message).expect(201).text("id");
  }

  /** A post that was there before. */
  private static String before() throws IOException, InterruptedException {
    String post = said("before");
    settle("MessageHasBeenPosted");
    return post;
  }

  /** Waits until a hook has been called for what was done before, and forgets that. */
  private static void settle(String hook) throws IOException, InterruptedException {
    Workspace.await(hook + " is called", SOON, () -> seen(hook) > 0);
    page("/reset");
  }

  private static void react(String post) {
    ann.post("/reactions", Map.of("user_id", annId, "post_id", post, "emoji_name", "smile"))
        .expect(200);
  }

  private static String newUser(String name) {
    return ann.post(
            "/users",
            Map.of("username", name, "email", name + "@example.com", "password", "Secret-Word-1"))
        .expect(201)
        .text("id");
  }

  private static String newChannel(String name) {
    return ann.post(
            "/channels", Map.of("team_id", teamId, "name", name, "display_name", name, "type", "O"))
        .expect(201)
        .text("id");
  }

  /** A channel whose maker has joined it. */
  private static String settledChannel(String name) throws IOException, InterruptedException {
    String id = newChannel(name);
    settle("UserHasJoinedChannel");
    return id;
  }

  private static void joinTeam(String userId) {
    ann.post("/teams/" + teamId + "/members", Map.of("team_id", teamId, "user_id", userId))
        .expect(201);
  }

  private static void join(String channelId) {
    ann.post("/channels/" + channelId + "/members", Map.of("user_id", bobId)).expect(201);
  }

  private static void job(String type) {
    ann.post("/jobs", Map.of("type", type)).expect(201);
  }

  private static void openWebSocketOfPlugin() {
    String address = "ws://127.0.0.1:%d/plugins/%s/".formatted(server.port(), PLUGIN);
    HTTP.newWebSocketBuilder()
        .buildAsync(URI.create(address), new WebSocket.Listener() {})
        .join()
        .abort();
  }

  private static void completeCommand() throws Exception {
    String path =
        "/api/v4/teams/%s/commands/autocomplete_suggestions?user_input=".formatted(teamId);
    assertThat(get(path + "/contract%20")).contains("\"contract sign\"", "[term]");
    assertThat(get(path + "/contract%20sign%20n"))
        .as("a list that the plugin gives when it is asked")
        .contains("\"contract sign now\"", "at once")
        .doesNotContain("later");
  }

  private static void talkByWebSocket() {
    WebSocket socket =
        HTTP.newWebSocketBuilder()
            .header("Authorization", "Bearer " + ann.token())
            .buildAsync(
                URI.create("ws://localhost:" + server.port() + "/api/v4/websocket"),
                new WebSocket.Listener() {})
            .join();
    socket.sendText("{\"seq\": 1, \"action\": \"custom_word\", \"data\": {}}", true).join();
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  /** Has a bundle bring what is outside of the server: another node, and a provider of SAML. */
  private static void bringOutside() throws Exception {
    Path source =
        Workspace.root().resolve("itests/e2e/src/test/resources/contract_bundle/Outside.java");
    Path classes = Files.createDirectory(folder.resolve("outside"));
    Path home = Workspace.script().getParent().getParent();
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                String.join(
                    File.pathSeparator,
                    home.resolve("bundle/40/io.krait.api.jar").toString(),
                    home.resolve("lib/org.apache.felix.framework.jar").toString()),
                source.toString());
    assertThat(compiled).isZero();
    Manifest manifest = new Manifest();
    Map.of(
            "Manifest-Version", "1.0",
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "com.example.outside",
            "Bundle-Activator", "Outside",
            "Import-Package",
                "io.krait.api,io.krait.api.host,io.krait.api.model,org.osgi.framework",
            "User", bobId)
        .forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
    Path bundle = folder.resolve("outside.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(bundle), manifest);
        Stream<Path> files = Files.list(classes)) {
      for (Path file : files.toList()) {
        jar.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
    Files.move(bundle, folder.resolve("data/deploy/outside.jar"));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  private static JsonNode page(String path) throws IOException, InterruptedException {
    String answer = get("/plugins/" + PLUGIN + path);
    return new ObjectMapper().readTree(answer.isEmpty() ? "{}" : answer);
  }

  private static String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .header("Authorization", "Bearer " + ann.token())
            .timeout(Workspace.PATIENCE)
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return answer.body();
  }
}
