package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.e2e.RestClient.Answer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What authors build on, in a real plugin on a real server; what becomes of their mistakes; and
 * that the server keeps the rules which the host of their testing kit keeps.
 */
class AuthorsBenchIT {

  private static final String PLUGIN = "com.example.author";

  /** Stands in for the real one, which takes its time to begin. */
  private static final String DEBUGGER =
      """
      import socket

      def listen(address):
          global server
          server = socket.create_server(address)
          return server.getsockname()
      """;

  @TempDir private static Path folder;
  @AutoClose private static Server server;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Path data;
  private static Path archive;
  private static RestClient ann;
  private static String channel;

  @BeforeAll
  static void start() throws Exception {
    Path tests = Workspace.root().resolve("itests/e2e/src/test/resources/author_plugin");
    Path source = Files.createDirectories(folder.resolve("author_plugin"));
    for (String name : new String[] {"plugin.json", "author.py"}) {
      Files.copy(tests.resolve(name), source.resolve(name));
    }
    Files.writeString(source.resolve("debugpy.py"), DEBUGGER);
    Files.copy(
        Workspace.root().resolve("python-sdk/tests/host_rules.py"),
        source.resolve("host_rules.py"));
    data = folder.resolve("data");
    Server.configure(data, "io.krait.runtime", Map.of("log.level", "DEBUG"));
    // Nobody could keep to this deadline, and who is debugged need not.
    Server.configure(data, "io.krait.runtime.deadlines", Map.of("default.seconds", "0.1"));
    Server.configure(data, "io.krait.plugin~" + PLUGIN, Map.of("debug", "true", "debug.port", "0"));
    server = Server.start(data);
    ann = server.client().signUp("ann");
    channel = ann.newTeam("home");
    archive = Workspace.pack(source, folder);
    ann.upload(archive).expect(201);
    ann.post("/plugins/" + PLUGIN + "/enable", "").expect(200);
    Workspace.await("the plugin runs", () -> ann.runs(PLUGIN));
  }

  @Test
  void theServerKeepsTheRulesOfTheTestingKit() throws Exception {
    JsonNode broken = page("/rules");

    assertThat(broken.fieldNames()).toIterable().as(broken.toPrettyString()).isEmpty();
  }

  @Test
  void commandsAreMethods() {
    assertThat(ann.command(channel, "/author say 2")).matches("(hello|hey) \\1");
    assertThat(ann.command(channel, "/author say often"))
        .startsWith("`times` must be a whole number, not `often`.");
    assertThat(ann.command(channel, "/author help"))
        .contains("- `/author say [times]`: Says a word");
    assertThat(ann.command(channel, "/author refuse")).isEqualTo("Not today.");
  }

  @Test
  void whatACommandRaisesIsForTheLogAlone() throws Exception {
    Answer answer =
        ann.post("/commands/execute", Map.of("channel_id", channel, "command", "/author broken"));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text("message")).startsWith("The command failed. The plugin's log says why");
    assertThat(answer.response().body()).doesNotContain("db.internal");
    Workspace.await("the log has it", () -> log().contains("OSError: cannot reach db.internal"));
    String log = log();
    assertThat(log).contains("ExecuteCommand failed (request ");
    // The trace of the plugin, and none of the server.
    assertThat(log.lines().filter(line -> line.startsWith("\tat "))).isEmpty();
  }

  @Test
  void whatAPluginLogsHasItsLevelAndIsInTheLogOfTheServer() throws Exception {
    Workspace.await("it has logged", () -> log().contains("a quiet word"));

    assertThat(log().lines().filter(line -> line.contains("a quiet word")).findFirst())
        .hasValueSatisfying(line -> assertThat(line).contains("DEBUG"));
    assertThat(log().lines().filter(line -> line.contains("out of date")).findFirst())
        .hasValueSatisfying(
            line -> assertThat(line).contains("WARN").containsPattern("author.py:\\d+: UserWarn"));
  }

  @Test
  void aPluginThatIsDebuggedMayStandStillAndShowsThatItIs() throws Exception {
    assertThat(ann.command(channel, "/author linger")).isEqualTo("Still here.");

    JsonNode status = ann.get("/plugins/statuses").expect(200).body().path(0);
    assertThat(status.path("debugging").asBoolean()).isTrue();
    assertThat(log()).contains("plugin " + PLUGIN + " is in debug mode: it has no deadlines");
    Matcher said = Pattern.compile("debugpy listens at 127\\.0\\.0\\.1:(\\d+)").matcher(log());
    assertThat(said.find()).as(log()).isTrue();
    try (Socket debugger = new Socket("127.0.0.1", Integer.parseInt(said.group(1)))) {
      assertThat(debugger.isConnected()).isTrue();
    }
  }

  @Test
  void aPluginChangesWhatItWasGivenOfItsSettings() throws Exception {
    JsonNode settings = page("/settings");

    assertThat(settings.path("before").has("word")).isFalse();
    assertThat(settings.path("after").path("word").asText()).isEqualTo("hey");
    assertThat(settings.path("after").size()).isEqualTo(1);
  }

  @Test
  void aChildReadsNothing() throws Exception {
    assertThat(page("/child").asText("?")).isEmpty();
  }

  @Test
  void jobsAreDoneAndLocksHold() throws Exception {
    assertThat(page("/locked").asInt()).isEqualTo(1);
    page("/plan");
    Workspace.await("the job is done", () -> kept("later").path("n").asInt() == 1);
    Workspace.await("it has worked", () -> kept("worked").asInt() == 1);
  }

  @Test
  void aButtonCallsItsMethod() throws Exception {
    ann.command(channel, "/author vote");
    JsonNode posts = ann.get("/channels/" + channel + "/posts").expect(200).body();
    String newest = posts.path("order").path(0).asText();
    JsonNode button =
        posts.path("posts").path(newest).path("props").path("attachments").path(0).path("actions");
    ann.post("/posts/" + newest + "/actions/" + button.path(0).path("id").asText(), Map.of())
        .expect(200);

    Workspace.await("the vote is kept", () -> kept("voted").path(1).asText().equals("yes"));
  }

  @Test
  void whoUploadsAnotherTimeIsToldOfForce() {
    assertThat(ann.upload(archive).expect(409).text("message")).contains("force=true");
  }

  private static JsonNode kept(String key) {
    try {
      return page("/kept").path(key);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String log() {
    try {
      return Files.readString(server.log(data));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode page(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.port() + "/plugins/" + PLUGIN + path))
            .header("Authorization", "Bearer " + ann.token())
            .timeout(Workspace.PATIENCE)
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
