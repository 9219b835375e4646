package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that were written for the field's server, by others, as they come from npm and PyPI: they
 * work with this one, and see what plugins do. What they do is in {@code itests/e2e/clients}.
 */
class PublicClientsIT {

  private static final String TELLER =
      """
      from mattermost_plugin import HookName, Plugin, hook


      class Tested(Plugin):
          @hook(HookName.MessageWillBePosted)
          def moderate(self, context, post):
              post.message = post.message.replace("darn", "****")
              return post

          @hook(HookName.MessageHasBeenPosted)
          def tell(self, context, post):
              self.api.publish_web_socket_event("told", {"post_id": post.id})
      """;

  @TempDir private static Path folder;
  @AutoClose private static Server server;
  private static RestClient ann;

  @BeforeAll
  static void start() throws Exception {
    server =
        Server.start(
            folder.resolve("data"), Workspace.plugin("com.example.teller", TELLER, folder));
    ann = server.client().signUp("ann");
    ann.newTeam("home");
  }

  @Test
  void theClientOfTheWebApplicationFindsWhatItExpects() throws Exception {
    assumeTrue(isThere("node") && isThere("npm"), "without Node and npm this is not tested");
    Path clients = copyOf("node");
    run(clients, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline");
    Path answers = clients.resolve("answers.ts");

    run(
        clients,
        "node",
        "client.mjs",
        "http://127.0.0.1:" + server.port(),
        answers.toAbsolutePath().toString());

    run(clients, "node", "types.mjs", answers.toAbsolutePath().toString());
  }

  @Test
  void aDriverAndABotForPythonWorkUnchanged() throws Exception {
    Path clients = copyOf("python");
    run(clients, Workspace.python().toString(), "-m", "venv", "venv");
    String python = clients.resolve("venv/bin/python").toAbsolutePath().toString();
    run(clients, python, "-m", "pip", "install", "--quiet", "-r", "requirements.txt");

    run(clients, python, "people.py", Integer.toString(server.port()), ann.token());
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /** They install what they need beside themselves. */
  private static Path copyOf(String clients) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(clients));
    try (Stream<Path> files =
        Files.list(Workspace.root().resolve("itests/e2e/clients").resolve(clients))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName().toString()));
      }
    }
    return copy;
  }

  private static void run(Path directory, String... command) throws Exception {
    Path output = Files.createTempFile(folder, "client", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // Options for the servers of tests are none of theirs.
    builder.environment().putAll(Map.of("PYTHONDONTWRITEBYTECODE", "1", "NO_COLOR", "1"));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .as(() -> String.join(" ", command) + " does not end:\n" + read(output))
          .isTrue();
      assertThat(process.exitValue())
          .as(() -> String.join(" ", command) + " says:\n" + read(output))
          .isZero();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String read(Path output) {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
