package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see who start the server, and that it ends as they want it to. */
class RunScriptIT {

  private static final int SIGINT = 2;

  @TempDir private Path folder;

  private record Ended(int code, String output) {
    /** The line that says why; whatever else there is was printed before. */
    String line() {
      String[] lines = output.split("\n");
      return lines[lines.length - 1];
    }
  }

  // A shell has what it starts in the background, and all that comes of it, ignore SIGINT for good.
  private static boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> line.substring("SigIgn:".length()).trim())
        .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) >> (SIGINT - 1) & 1) == 1);
  }

  @Test
  void ctrlCLeavesNothingBehind() throws Exception {
    assumeThat(isInterruptIgnored()).as("the tests run where Ctrl-C is ignored").isFalse();
    Server server = Server.start(folder.resolve("data"), Workspace.example("hello_python", folder));
    List<ProcessHandle> plugins = server.plugins();
    try {
      assertThat(plugins).isNotEmpty();

      server.signal("INT");

      assertThat(plugins).noneMatch(ProcessHandle::isAlive);
    } finally {
      server.close();
      plugins.forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void aHostThatDoesNotStartIsToldLongBeforeItIsGivenUp() throws Exception {
    Path data = folder.resolve("data");
    Server.configure(data, "io.krait.host", Map.of("jdbc.url", "jdbc:other:there"));
    try (Server server = Server.starting(data)) {
      Workspace.await(
          "the server says what it waits for",
          () -> server.printed().contains("/api/v4 does not answer yet"));

      assertThat(server.printed())
          .contains("only H2 and PostgreSQL are known here")
          .contains(server.log(data).toString())
          .doesNotContain("Krait runs at");
    }
  }

  @Test
  void aDataFolderThatIsInUseIsToldInOneLine() throws Exception {
    Path data = folder.resolve("data");
    try (Server first = Server.start(data)) {
      assertThat(first.printed()).contains("Krait runs at http://localhost:" + first.port());

      Ended second =
          krait(Map.of(), "--data", data.toString(), "--http-port", "" + Workspace.freePort());

      assertThat(second.code()).isEqualTo(1);
      assertThat(second.output().lines()).hasSize(1);
      assertThat(second.line())
          .startsWith("krait: the data folder " + data + " is in use by another server (process ")
          .endsWith("stop that one or choose another folder with --data");
    }
  }

  @Test
  void aPortThatIsTakenIsToldInOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      Ended ended =
          krait(Map.of(), "--data", folder.resolve("data").toString(), "--http-port", port);

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.output().lines()).hasSize(1);
      assertThat(ended.line()).startsWith("krait: port " + port + " of 127.0.0.1 cannot be used");
    }
  }

  @Test
  void aMissingJavaIsToldInOneLine() throws Exception {
    Ended ended = krait(Map.of("JAVA_HOME", "", "PATH", tools()));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output().strip())
        .isEqualTo("krait: there is no java; install Java 17 or newer or set JAVA_HOME");
  }

  @Test
  void aJavaThatIsTooOldIsToldInOneLine() throws Exception {
    Path java = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = 11' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();

    Ended ended = krait(Map.of("JAVA_HOME", folder.resolve("old").toString()));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output().strip()).contains("is Java 11; 17 or newer is needed");
  }

  @Test
  void aMissingPythonIsToldInOneLine() throws Exception {
    Ended ended = run(Map.of("PATH", tools()));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.line())
        .startsWith("./run: Python 3.9 or newer is missing; install it and run ./run again");
  }

  @Test
  void aMissingMavenIsToldInOneLine() throws Exception {
    Ended ended =
        run(
            Map.of(
                "PATH", tools(),
                "JAVA_HOME", System.getProperty("java.home"),
                "PYTHON", Workspace.python().toRealPath().toString()));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.line()).startsWith("./run: Maven 3.8.7 or newer is missing");
  }

  @Test
  void helpTellsTheOptions() throws Exception {
    Ended ended = run(Map.of(), "--help");

    assertThat(ended.code()).isZero();
    assertThat(ended.output())
        .contains("--data DIR", "--http-port N", "--plugins DIR", "--no-shell");
  }

  /** The start script of the distribution. */
  private Ended krait(Map<String, String> environment, String... options) throws Exception {
    return ended(Workspace.script(), environment, options);
  }

  /** A copy of the start script beside the sources, where nothing has been built. */
  private Ended run(Map<String, String> environment, String... options) throws Exception {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    Files.createDirectories(copy.resolve("tools"));
    for (String file : List.of("run", "tools/prerequisites.sh")) {
      Files.copy(
          Workspace.root().resolve(file), copy.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    return ended(copy.resolve("run"), environment, options);
  }

  /** A folder with what scripts need, but no Java, Maven, Python or package manager. */
  private String tools() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        List.of(
            "bash",
            "env",
            "dirname",
            "readlink",
            "sed",
            "mkdir",
            "id",
            "find",
            "head",
            "touch",
            "grep",
            "rm",
            "cat",
            "mv")) {
      Path found =
          Arrays.stream(System.getenv("PATH").split(":"))
              .map(entry -> Path.of(entry).resolve(tool))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(tools.resolve(tool), found);
    }
    return tools.toString();
  }

  private static Ended ended(Path script, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), output);
  }
}
