package io.krait.webconsole.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krait.api.HookName;
import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginState;
import io.krait.api.management.SettingsSchema;
import io.krait.api.management.SettingsSchema.Setting;
import io.krait.api.management.SettingsSchema.Type;
import io.krait.webconsole.fixture.LivelyPlugins;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginsPageTest {

  private static final String ID = "com.example.hello";
  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\"'${appRoot}";

  private final LivelyPlugins plugins = new LivelyPlugins();
  private final PluginsPage page = page(FakeKrait.of(plugins));

  @BeforeEach
  void install() {
    plugins.put(LivelyPlugins.installed(ID, "Hello", "1.0.0"));
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void documentForbidsEveryScriptThatIsNotOurOwn() throws Exception {
    FakeResponse response = get(FakeRequest.get("/krait"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(response.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "require-trusted-types-for 'script'")
        .doesNotContain("unsafe");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.text())
        .contains("src=\"/system/console/krait/res/app.js\"")
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContain("style=");
  }

  @Test
  void documentHasTheOtherPagesOfTheConsoleAndEscapesThem() throws Exception {
    FakeResponse response =
        get(
            FakeRequest.get("/krait")
                .attribute(
                    "felix.webconsole.labelMap", Map.of("bundles", "Bun<dles", "a\"b", "${x}")));

    assertThat(response.text())
        .contains("<a href=\"/system/console/bundles\">Bun&lt;dles</a>", "a&quot;b", "&#36;{x}")
        .doesNotContain("Bun<dles");
  }

  @Test
  void nothingThatAPluginSaysIsInTheDocument() throws Exception {
    plugins.put(LivelyPlugins.installed("com.example.evil", HOSTILE, HOSTILE));

    assertThat(get(FakeRequest.get("/krait")).text()).doesNotContain("onerror", "com.example");
  }

  @Test
  void overviewShowsHostileTextsAsJsonAlone() throws Exception {
    plugins.put(
        LivelyPlugins.installed("com.example.evil", HOSTILE + "\n\t\u0000\u2028\u202e!", HOSTILE));
    plugins.describe("com.example.evil", HOSTILE, "javascript:alert(1)", List.of(HOSTILE));
    plugins.state("com.example.evil", PluginState.FAILED, "a\nb\r" + HOSTILE, 3, List.of(HOSTILE));

    FakeResponse response = get(FakeRequest.get("/krait/api/plugins"));
    JsonNode evil = response.json().at("/plugins/0");

    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(response.header("Cache-Control")).contains("no-store");
    assertThat(evil.path("name").asText()).isEqualTo(HOSTILE + " !");
    assertThat(evil.path("reason").asText()).isEqualTo("a b " + HOSTILE);
    assertThat(evil.path("homepage").asText()).isEmpty();
  }

  @Test
  void longTextsAreCut() throws Exception {
    plugins.state(ID, PluginState.FAILED, "x".repeat(1_000_000), 3, List.of("y".repeat(100_000)));
    plugins.log(ID, Level.INFO, "", "z".repeat(1_000_000));

    assertThat(get(FakeRequest.get("/krait/api/plugin").parameter("plugin", ID)).text())
        .hasSizeLessThan(10_000)
        .contains("(998000 more characters)");
    assertThat(get(FakeRequest.get("/krait/api/log").parameter("plugin", ID)).text())
        .hasSizeLessThan(20_000);
  }

  @Test
  void detailShowsHooksWithTheirCounts() throws Exception {
    plugins.calls(ID, HookName.EXECUTE_COMMAND, 10, 2, Duration.ofMillis(3));

    JsonNode hooks =
        get(FakeRequest.get("/krait/api/plugin").parameter("plugin", ID)).json().path("hooks");

    assertThat(hooks.at("/0/hook").asText()).isEqualTo("ExecuteCommand");
    assertThat(hooks.at("/0/calls").asInt()).isEqualTo(10);
    // Between 2.5 and 5 ms, as exactly as that is known.
    assertThat(hooks.at("/0/median").asDouble()).isEqualTo(3.75);
    assertThat(hooks.at("/0/p99").asDouble()).isBetween(4.9, 5.0);
    assertThat(hooks.at("/0/longest").asDouble()).isEqualTo(27);
    assertThat(hooks.at("/1").has("calls")).as("what is not counted").isFalse();
  }

  @Test
  void detailShowsThePluginOnAllNodesWhereThereAreSeveral() throws Exception {
    FakeRequest detail = FakeRequest.get("/krait/api/plugin").parameter("plugin", ID);
    assertThat(get(detail).json().path("nodes")).isEmpty();
    plugins.elsewhere(
        new NodePlugin(
            "there", ID, "Hello", "", "0.9.0", PluginState.FAILED, HOSTILE, "/there", false));

    JsonNode nodes = get(detail).json().path("nodes");

    assertThat(nodes.at("/0/node").asText()).isEqualTo("here");
    assertThat(nodes.at("/1/version").asText()).isEqualTo("0.9.0");
    assertThat(nodes.at("/1/state").asText()).isEqualTo("FAILED");
    assertThat(nodes.at("/1/reason").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void overviewSaysThatTheManagerIsAbsent() throws Exception {
    PluginsPage alone = page(FakeKrait.absent());
    FakeResponse overview = new FakeResponse();
    alone.doGet(FakeRequest.get("/krait/api/plugins").build(), overview.build());
    FakeResponse plugin = new FakeResponse();
    alone.doGet(
        FakeRequest.get("/krait/api/plugin").parameter("plugin", ID).build(), plugin.build());
    alone.close();

    assertThat(overview.status()).isEqualTo(200);
    assertThat(overview.json().path("manager").asBoolean(true)).isFalse();
    assertThat(plugin.status()).isEqualTo(503);
    assertThat(plugin.json().path("error").asText()).contains("io.krait.runtime");
  }

  @ParameterizedTest
  @ValueSource(strings = {"enable", "disable", "restart", "remove"})
  void actionReachesTheManager(String action) throws Exception {
    FakeResponse response = post(action, ID);

    assertThat(response.status()).as(response.text()).isEqualTo(200);
    assertThat(response.json().at("/operation/progress").asText()).isEqualTo("DONE");
    assertThat(plugins.asked()).containsExactly(action + " " + ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"enable", "disable", "restart", "remove", "install", "settings"})
  void actionWithoutTokenReachesNobody(String action) throws Exception {
    FakeResponse response = new FakeResponse();
    page.doPost(
        FakeRequest.post("/krait/api/" + action).parameter("plugin", ID).json("{}").build(),
        response.build());

    assertThat(response.status()).isEqualTo(403);
    assertThat(plugins.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"enable", "disable", "restart", "remove", "install"})
  void actionIsNotDoneByGet(String action) throws Exception {
    FakeResponse response =
        get(token(FakeRequest.get("/krait/api/" + action)).parameter("plugin", ID));

    assertThat(response.status()).isEqualTo(404);
    assertThat(plugins.asked()).isEmpty();
  }

  @Test
  void actionOnAnUnknownPluginIsAnsweredInOneLine() throws Exception {
    FakeResponse response = post("enable", "com.example.\nnone");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.json().path("error").asText())
        .isEqualTo("there is no plugin com.example. none");
  }

  @Test
  void workThatTakesLongIsAnsweredAndFollowed() throws Exception {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    plugins.waitFor(gate);

    FakeResponse response = post("enable", ID);
    JsonNode during = get(FakeRequest.get("/krait/api/plugins")).json().at("/operations/0");
    gate.complete(null);
    JsonNode after = get(FakeRequest.get("/krait/api/plugins")).json().at("/operations/0");

    assertThat(response.status()).isEqualTo(202);
    assertThat(during.path("progress").asText()).isEqualTo("RUNNING");
    assertThat(during.path("number")).isEqualTo(response.json().at("/operation/number"));
    assertThat(after.path("progress").asText()).isEqualTo("DONE");
  }

  @Test
  void uploadIsInstalled() throws Exception {
    FakeResponse response = upload("id=com.example.new\nversion=2.0.0", false);

    assertThat(response.status()).as(response.text()).isEqualTo(200);
    assertThat(response.json().at("/operation/plugin").asText()).isEqualTo("com.example.new");
    assertThat(plugins.find("com.example.new")).isPresent();
  }

  @Test
  void failuresOfTheManagerKeepTheirMeaning() throws Exception {
    FakeResponse invalid = upload("", false);
    FakeResponse conflict = upload("id=" + ID, false);
    FakeResponse broken = upload("id=" + ID + "\nversion=2.0.0\nbroken=yes", true);

    assertThat(invalid.status()).isEqualTo(400);
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.json().path("error").asText()).contains("1.0.0 is there already");
    assertThat(broken.status()).isEqualTo(422);
    assertThat(broken.json().path("error").asText()).contains("1.0.0 goes on");
  }

  @Test
  void tooLargeArchiveIsRefusedWhetherItSaysSoOrNot() throws Exception {
    FakeResponse announced = new FakeResponse();
    page.doPost(
        token(FakeRequest.post("/krait/api/install"))
            .header("Content-Length", Long.toString(3L * 1024 * 1024))
            .build(),
        announced.build());
    FakeResponse silent = new FakeResponse();
    page.doPost(
        token(FakeRequest.post("/krait/api/install"))
            .header("Content-Length", "-1")
            .body(new byte[1024 * 1024 + 1])
            .build(),
        silent.build());

    assertThat(announced.status()).isEqualTo(413);
    assertThat(silent.status()).isEqualTo(413);
    assertThat(silent.json().path("error").asText()).contains("more than 1 MB");
    assertThat(plugins.asked()).isEmpty();
  }

  @Test
  void settingsAreSavedWithoutTheSecretsThatWereNotTouched() throws Exception {
    plugins.schema(
        ID,
        new SettingsSchema(
            "", "", List.of(setting("Greeting", Type.TEXT), setting("Salt", Type.GENERATED))));
    plugins.saveSettings(ID, Map.of("greeting", "hi", "salt", "hidden"));

    FakeResponse response = settings("{\"values\":{\"Greeting\":\"hello\"}}");

    assertThat(response.status()).as(response.text()).isEqualTo(200);
    assertThat(response.text()).contains("hello").doesNotContain("hidden");
    assertThat(plugins.settings(ID))
        .containsEntry("greeting", "hello")
        .containsEntry("salt", "hidden");
  }

  @Test
  void settingsThatAreRefusedAreNamed() throws Exception {
    plugins.schema(ID, new SettingsSchema("", "", List.of(setting("Greeting", Type.TEXT))));

    FakeResponse response = settings("{\"values\":{\"Greeting\":\"refused\"}}");

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("error").asText()).contains(ID, "greeting");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"values\":3}", "{}"})
  void settingsThatAreNoneAreRefused(String body) throws Exception {
    assertThat(settings(body).status()).isEqualTo(400);
    assertThat(plugins.asked()).isEmpty();
  }

  @Test
  void formIsNotTakenForJson() throws Exception {
    FakeResponse response = new FakeResponse();
    page.doPost(
        token(FakeRequest.post("/krait/api/settings"))
            .parameter("plugin", ID)
            .header("Content-Type", "text/plain")
            .body("{\"values\":{}}".getBytes(StandardCharsets.UTF_8))
            .build(),
        response.build());

    assertThat(response.status()).isEqualTo(415);
  }

  @Test
  void logIsAskedForFromWhereTheBrowserIs() throws Exception {
    plugins.log(
        ID,
        new PluginLogs.Entry(
            Instant.EPOCH, Level.ERROR, "hello." + HOSTILE, HOSTILE + "\n2", Map.of("k", HOSTILE)));
    JsonNode first = get(FakeRequest.get("/krait/api/log").parameter("plugin", ID)).json();
    plugins.log(ID, Level.INFO, "", "two");
    FakeRequest more =
        FakeRequest.get("/krait/api/log")
            .parameter("plugin", ID)
            .parameter("tail", first.path("tail").asText())
            .parameter("after", first.at("/entries/0/number").asText());

    assertThat(first.at("/entries/0/message").asText()).isEqualTo(HOSTILE + "\n2");
    assertThat(first.at("/entries/0/level").asText()).isEqualTo("ERROR");
    assertThat(get(more).json().at("/entries")).hasSize(1);
    assertThat(get(more.parameter("tail", "another")).json().at("/entries")).hasSize(2);
  }

  @Test
  void fileIsSentOnceAndThenOnlyWhenItHasChanged() throws Exception {
    FakeResponse first = get(FakeRequest.get("/krait/res/app.js"));
    FakeResponse second =
        get(FakeRequest.get("/krait/res/app.js").header("If-None-Match", first.header("ETag")));

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Content-Type")).startsWith("text/javascript");
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/krait/res/../PluginsPage.class",
        "/krait/res/",
        "/krait/nothing",
        "/krait/api/",
        "/krait/api/../../x",
        "/krait/res/PluginsPage.class"
      })
  void nothingElseIsThere(String path) throws Exception {
    FakeResponse response = get(FakeRequest.get(path));

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void scriptsNeverTurnTextIntoMarkupNorGoElsewhere() throws Exception {
    Path folder = Path.of("src/main/resources/io/krait/webconsole/internal/page");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String text = Files.readString(file).replace("http://www.w3.org/2000/svg", "");
        assertThat(text)
            .as(file.toString())
            .doesNotContain(
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document.write",
                "eval(",
                "http://",
                "https://",
                "@import",
                "url(");
        assertThat(get(FakeRequest.get("/krait/res/" + file.getFileName())).status())
            .as(file.toString())
            .isEqualTo(200);
      }
    }
  }

  private static Setting setting(String key, Type type) {
    return new Setting(key, key, type, "", "", "", null, List.of(), Optional.empty());
  }

  private FakeResponse get(FakeRequest request) throws IOException {
    FakeResponse response = new FakeResponse();
    page.doGet(request.build(), response.build());
    return response;
  }

  private FakeResponse post(String action, String plugin) throws IOException {
    FakeResponse response = new FakeResponse();
    page.doPost(
        token(FakeRequest.post("/krait/api/" + action)).parameter("plugin", plugin).build(),
        response.build());
    return response;
  }

  private FakeResponse upload(String content, boolean replace) throws IOException {
    FakeResponse response = new FakeResponse();
    page.doPost(
        token(FakeRequest.post("/krait/api/install"))
            .parameter("replace", Boolean.toString(replace))
            .body(content.getBytes(StandardCharsets.UTF_8))
            .build(),
        response.build());
    return response;
  }

  private FakeResponse settings(String body) throws IOException {
    FakeResponse response = new FakeResponse();
    page.doPost(
        token(FakeRequest.post("/krait/api/settings")).parameter("plugin", ID).json(body).build(),
        response.build());
    return response;
  }

  private FakeRequest token(FakeRequest request) throws IOException {
    String token = get(FakeRequest.get("/krait/api/session")).json().path("token").asText();
    return request.header(RequestGuard.HEADER, token);
  }

  private static PluginsPage page(Krait krait) {
    return new PluginsPage(Duration.ofSeconds(1), 10, 1024 * 1024, krait);
  }
}
