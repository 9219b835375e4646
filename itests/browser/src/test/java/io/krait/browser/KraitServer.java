package io.krait.browser;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The distribution in a process of its own, as people start it. */
final class KraitServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path data;
  private final int port;

  private KraitServer(Process process, Path data, int port) {
    this.process = process;
    this.data = data;
    this.port = port;
  }

  /** Starts a server with this data folder, and waits until it says that it runs. */
  static KraitServer start(Path data, String... options) throws IOException, InterruptedException {
    Path script = root().resolve("distribution/target/krait/krait/bin/krait");
    if (!Files.isExecutable(script)) {
      throw new IllegalStateException(
          "no " + script + "; run the tests with ./test --browser, which builds it");
    }
    // Machines that build are busy, and how long a start takes is not what is tested.
    Files.createDirectories(data.resolve("conf"));
    Files.writeString(data.resolve("conf/io.krait.supervisor.cfg"), "start.seconds = 60\n");
    int port = freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                script.toString(),
                "--data",
                data.toString(),
                "--http-port",
                Integer.toString(port),
                "--no-shell"));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("out").toFile());
    // Plugins are run by the python3 that is found first.
    builder
        .environment()
        .merge(
            "PATH",
            python().getParent().toString(),
            (path, first) -> first + File.pathSeparator + path);
    KraitServer server = new KraitServer(builder.start(), data, port);
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!server.printed().contains("Krait runs at")) {
      if (Instant.now().isAfter(deadline) || !server.process.isAlive()) {
        String printed = server.printed();
        server.close();
        throw new AssertionError("the server does not start; it has printed:\n" + printed);
      }
      server.process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    return server;
  }

  static Path root() {
    return Path.of(System.getProperty("krait.root"));
  }

  /** The interpreter that has what plugins need. */
  static Path python() {
    String named = System.getenv("KRAIT_PYTHON");
    Path python = named == null ? root().resolve(".venv/bin/python") : Path.of(named);
    if (!Files.isExecutable(python)) {
      throw new IllegalStateException(
          "no " + python + "; run the tests with ./test --browser, which makes it");
    }
    return python;
  }

  /** Packs a plugin as its author does. */
  static Path pack(Path folder, Path target) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                python().toString(),
                "-m",
                "mattermost_plugin",
                "pack",
                folder.toString(),
                "--to",
                target.toString(),
                "--unchecked")
            .redirectErrorStream(true);
    // The SDK of these sources, wherever the interpreter has one from.
    builder.environment().put("PYTHONPATH", root().resolve("python-sdk/src").toString());
    Process pack = builder.start();
    String printed = new String(pack.getInputStream().readAllBytes()).strip();
    if (pack.waitFor() != 0) {
      throw new AssertionError(printed);
    }
    return Path.of(printed);
  }

  /** The code by which the first administrator signs up. */
  String adminCode() throws IOException {
    return Files.readString(data.resolve("host/first-administrator-code")).strip();
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The address of our page. */
  String page() {
    return address() + "/system/console/krait";
  }

  /** The address of our page for a browser that has not been there before. */
  String pageWithPassword() throws IOException {
    String password = Files.readString(data.resolve("webconsole-password")).strip();
    return page().replace("//", "//admin:" + password + "@");
  }

  /** What the server has printed and logged, for those who look for a fault. */
  String printed() {
    StringBuilder text = new StringBuilder();
    for (Path file : List.of(data.resolve("out"), data.resolve("log/krait.log"))) {
      try {
        text.append(Files.readString(file));
      } catch (IOException absent) {
        text.append("(no ").append(file).append(")\n");
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
