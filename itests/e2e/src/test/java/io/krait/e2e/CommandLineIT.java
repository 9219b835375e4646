package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author does with {@code mattermost-plugin} and a server, as the guide tells it. */
class CommandLineIT {

  @TempDir static Path folder;

  private static Server server;
  private static RestClient ann;
  private static String channel;
  private static Bench bench;

  @BeforeAll
  static void start() throws Exception {
    server = Server.start(folder.resolve("data"));
    ann = server.client().signUp("ann");
    channel = ann.newTeam("authors");
    bench = new Bench(Files.createDirectories(folder.resolve("home")));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static String address() {
    return "http://127.0.0.1:" + server.port();
  }

  private static void logIn() throws Exception {
    bench.run(
        folder,
        "mattermost-plugin login --server %s --user ann --password Secret-Word-1"
            .formatted(address()));
  }

  /** From nothing to a first answer. How long that took is printed, and no test. */
  @Test
  void anEmptyFolderBecomesAPluginThatAnswers() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    logIn();
    long begun = System.nanoTime();

    bench.run(
        empty,
        """
        mattermost-plugin new lunch-poll --template command
        cd lunch-poll
        mattermost-plugin validate
        mattermost-plugin test
        mattermost-plugin pack
        mattermost-plugin install dist/com.example.lunch-poll-0.1.0.tar.gz
        """);
    String answer = ann.command(channel, "/lunch-poll");

    System.out.printf(
        "from an empty folder to the first answer: %.1f s%n", (System.nanoTime() - begun) / 1e9);
    assertThat(answer).startsWith("Hello, ann!");
  }

  /** All that the guide prints, but for what prepares Python, at this server's port. */
  @Test
  void theGuideLeadsToAPluginThatRuns() throws Exception {
    Path author = Files.createDirectories(folder.resolve("author"));
    String guide = Files.readString(Workspace.root().resolve("docs/plugin-author.md"));
    Matcher block =
        Pattern.compile("(?ms)^```(\\w+) (\\S+)\\n(.*?)^```")
            .matcher(guide.substring(guide.indexOf("## 2. ")));
    Path here = author;
    while (block.find()) {
      String code = block.group(3);
      if (!block.group(1).equals("sh")) {
        Files.writeString(author.resolve(block.group(2)), code);
        continue;
      }
      bench.run(here, code.replace("http://localhost:8065", address()));
      if (code.startsWith("cd polite")) {
        here = author.resolve("polite");
      }
    }

    assertThat(ann.runs("com.example.polite")).isTrue();
    ann.say(channel, "darn it").expect(201);
    assertThat(ann.messages(channel)).first().isEqualTo("**** it");
    assertThat(bench.run(here, "mattermost-plugin logs")).contains("looking for 'darn'");
  }

  @Test
  void whatIsSavedTakesEffectOnTheServerAndWhatIsBrokenDoesNot() throws Exception {
    Path place = Files.createDirectories(folder.resolve("saved"));
    logIn();
    bench.run(place, "mattermost-plugin new saved-word --template command");
    Path plugin = place.resolve("saved-word");
    Path script = plugin.resolve("plugin.py");
    Path output = folder.resolve("run.txt");
    Process running =
        bench.begin(plugin, "exec mattermost-plugin run --server " + address(), output);
    try {
      awaitPrinted(output, "com.example.saved-word 0.1.0 runs at");
      assertThat(ann.command(channel, "/saved-word")).endsWith("so far: 1");

      long begun = System.nanoTime();
      Bench.save(script, "Asked so far", "So often");
      Workspace.await(
          "the change takes effect",
          // While the new version takes over there is no such command for a moment.
          () -> {
            RestClient.Answer answer =
                ann.post(
                    "/commands/execute", Map.of("channel_id", channel, "command", "/saved-word"));
            return answer.status() == 200 && answer.text("text").contains("So often");
          });
      System.out.printf(
          "from saving to the effect on a server: %.1f s%n", (System.nanoTime() - begun) / 1e9);

      Bench.save(script, "So often", "{");
      awaitPrinted(output, "plugin.py:");
      awaitPrinted(output, "what ran before goes on");
      assertThat(ann.command(channel, "/saved-word")).contains("So often");
    } finally {
      running.destroy();
      running.waitFor();
    }
  }

  private static void awaitPrinted(Path output, String text) throws Exception {
    Workspace.await(
        "the command has printed \"%s\"".formatted(text),
        Duration.ofMinutes(2),
        () -> {
          try {
            return Files.readString(output).contains(text);
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        });
  }
}
