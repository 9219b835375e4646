package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins that stand in each other's way, or in the server's. */
@ParameterizedClass(name = "on the lane: {0}")
@ValueSource(booleans = {true, false})
class BadPluginsIT {

  private static final int HOOK_SECONDS = 3;

  private static final int FLOOD = 2500;
  private static final int RECORDS_AT_ONCE = 1000;
  private static final int RECORDS_PER_SECOND = 200;
  private static final Pattern LEFT_OUT =
      Pattern.compile("plugin\\.com\\.example\\.loud: (\\d+) records left out: ");

  @TempDir static Path folders;

  private static Path data;
  private static Server server;
  private static RestClient ann;
  private static String channel;

  // Given to start(), too.
  @Parameter boolean lane;
  @TempDir private Path folder;
  private final List<String> installed = new ArrayList<>();

  /** Tests share the server, and none leaves it a plugin: they look at their own ones only. */
  @BeforeParameterizedClassInvocation
  static void start(boolean lane) throws Exception {
    data = folders.resolve("data-" + lane);
    Server.carry(data, lane);
    Server.configure(
        data, "io.krait.runtime", Map.of("hook.seconds", Integer.toString(HOOK_SECONDS)));
    server = Server.start(data);
    ann = server.client().signUp("ann");
    channel = ann.newTeam("home");
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @AfterEach
  void remove() {
    for (String id : installed) {
      ann.delete("/plugins/" + id).expect(200);
    }
  }

  @Test
  void twoPluginsSeeAMessageOneAfterTheOther() throws Exception {
    String code =
        """
        from mattermost_plugin import HookName, Plugin, hook


        class Tested(Plugin):
            @hook(HookName.MessageWillBePosted)
            def look(self, context, post):
                if post.message.endswith("%s"):
                    return "%s has seen enough"
                post.message += " %s"
                post.props["%s"] = True
                return post
        """;
    install("com.example.b", code.formatted("a a", "b", "b", "b"));
    install("com.example.a", code.formatted("never", "a", "a", "a"));

    RestClient.Answer both = ann.say(channel, "seen by").expect(201);
    assertThat(both.text("message")).isEqualTo("seen by a b");
    assertThat(both.body().path("props").path("a").asBoolean()).isTrue();
    assertThat(both.body().path("props").path("b").asBoolean()).isTrue();

    assertThat(ann.say(channel, "a").expect(400).text("message")).contains("b has seen enough");
  }

  @Test
  void aHandlerThatHangsIsGivenUpAndHarmsNobody() throws Exception {
    install(
        "com.example.hanging",
        """
        import time

        from mattermost_plugin import HookName, Plugin, hook


        class Tested(Plugin):
            @hook(HookName.MessageWillBePosted)
            def hang(self, context, post):
                if "hang" in post.message:
                    time.sleep(3600)
        """);
    install("com.example.moderator", Workspace.example("moderator", folder));

    long began = System.nanoTime();
    RestClient.Answer answer = ann.say(channel, "hang, what the heck");
    Duration taken = Duration.ofNanos(System.nanoTime() - began);

    assertThat(answer.expect(201).text("message")).isEqualTo("hang, what the ****");
    assertThat(taken).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(HOOK_SECONDS + 20));
    assertThat(ann.say(channel, "heck").expect(201).text("message")).isEqualTo("****");
    assertThat(ann.runs("com.example.hanging")).isTrue();
    assertThat(ann.runs("com.example.moderator")).isTrue();
  }

  @Test
  void aFloodOfOutputDoesNotStopThePluginOrFillTheDisk() throws Exception {
    install(
        "com.example.flooding",
        """
        import sys

        from mattermost_plugin import HookName, Plugin, hook


        class Tested(Plugin):
            @hook(HookName.MessageWillBePosted)
            def look(self, context, post):
                if post.message == "flood":
                    line = "x" * 1023
                    for number in range(102400):
                        print(line, file=sys.stderr if number % 2 else sys.stdout)
                    post.message = "flooded"
                return post
        """);

    // The hook may be given up before it has printed all; the plugin goes on printing then.
    ann.say(channel, "flood").expect(201);

    assertThat(ann.say(channel, "still there").expect(201).text("message"))
        .isEqualTo("still there");
    assertThat(ann.runs("com.example.flooding")).isTrue();
    try (Stream<Path> logs = Files.list(data.resolve("log"))) {
      long size = logs.mapToLong(log -> log.toFile().length()).sum();
      assertThat(size).as("bytes of logs").isLessThan(50_000_000);
    }
  }

  @Test
  void whatAPluginLogsFillsNoDiskAndDrivesNoTerminal() throws Exception {
    install(
        "com.example.loud",
        """
        from mattermost_plugin import HookName, Plugin, hook


        class Tested(Plugin):
            @hook(HookName.MessageWillBePosted)
            def look(self, context, post):
                if post.message == "flood":
                    print("\\x1b]0;owned\\x07 \\x9b2J \\u202egnp.exe", flush=True)
                    for number in range(%d):
                        self.api.log_error("x" * 500, number=number)
                    post.message = "flooded"
                return post
        """
            .formatted(FLOOD));

    Path log = server.log(data);
    long began = System.nanoTime();
    ann.say(channel, "flood").expect(201);
    Workspace.await(
        "each record is there or among those that were left out",
        () -> kept(log) + leftOut(log) >= FLOOD);

    // However fast or slow the plugin is.
    long seconds = 1 + Duration.ofNanos(System.nanoTime() - began).toSeconds();
    assertThat(kept(log)).isLessThanOrEqualTo(RECORDS_AT_ONCE + RECORDS_PER_SECOND * seconds);
    assertThat(text(log))
        .contains("\\u001b]0;owned\\u0007 \\u009b2J \\u202egnp.exe")
        .doesNotContain("\u001b", "\u0007", "\u009b", "\u202e");
  }

  private static long kept(Path log) {
    return text(log).lines().filter(line -> line.contains("xxx number=")).count();
  }

  private static long leftOut(Path log) {
    return LEFT_OUT
        .matcher(text(log))
        .results()
        .mapToLong(said -> Long.parseLong(said.group(1)))
        .sum();
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void install(String id, String code) throws Exception {
    install(id, Workspace.plugin(id, code, folder));
  }

  private void install(String id, Path archive) throws Exception {
    ann.upload(archive).expect(201);
    installed.add(id);
    ann.post("/plugins/" + id + "/enable", "").expect(200);
  }
}
