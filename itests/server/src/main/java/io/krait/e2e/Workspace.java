package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What the tests find on the machine. */
public final class Workspace {

  /** For all that has to happen some time; machines that build are busy. */
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private Workspace() {}

  /** The folder of the sources. */
  public static Path root() {
    return Path.of(System.getProperty("krait.root"));
  }

  /** A real interpreter that plugins run in. */
  public static Path python() {
    String named = System.getenv("KRAIT_PYTHON");
    Path python = named == null ? root().resolve(".venv/bin/python") : Path.of(named);
    assertThat(python)
        .as("a Python with grpcio; ./test prepares one, or KRAIT_PYTHON names it")
        .isExecutable();
    return python;
  }

  /** The distribution's start script. */
  public static Path script() {
    Path script = root().resolve("distribution/target/krait/krait/bin/krait");
    assertThat(script).as("the distribution, which ./test --e2e builds").isExecutable();
    return script;
  }

  /** Copies the distribution, and tells where the start script of the copy is. */
  public static Path copyOfDistribution(Path home) throws IOException {
    Path ours = script().getParent().getParent();
    try (Stream<Path> files = Files.walk(ours)) {
      for (Path file : files.toList()) {
        Files.copy(file, home.resolve(ours.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return home.resolve("bin/krait");
  }

  /** The start script of a copy of the distribution in which Equinox stands in for Felix. */
  public static Path scriptOnEquinox(Path home) throws IOException {
    Path script = copyOfDistribution(home);
    Files.delete(home.resolve("lib/org.apache.felix.framework.jar"));
    Path equinox = Path.of(System.getProperty("krait.equinox"));
    Files.copy(equinox, home.resolve("lib").resolve(equinox.getFileName()));
    return script;
  }

  /** A port of this machine that nobody listens on. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The bundle of the example of a host. */
  public static Path ticketHost() throws IOException {
    try (Stream<Path> built = Files.list(root().resolve("examples/ticket_host/target"))) {
      return built
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches("com\\.example\\.tickets-[^-]*(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The archive of one of the examples. */
  public static Path example(String name, Path target) throws IOException, InterruptedException {
    return pack(root().resolve("examples").resolve(name), target);
  }

  /** The archive of a plugin that consists of this code, whose class is {@code Tested}. */
  public static Path plugin(String id, String code, Path target)
      throws IOException, InterruptedException {
    return script(
        id,
        code
            + """


            if __name__ == "__main__":
                from mattermost_plugin.server import run_plugin

                run_plugin(Tested)
            """,
        target);
  }

  /** The archive of a plugin whose script is this one. */
  public static Path script(String id, String script, Path target)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(target.resolve("source-of-" + id));
    Files.writeString(
        folder.resolve("plugin.json"),
        """
        {"id": "%s", "name": "%s", "version": "1.0.0",
         "server": {"executable": "plugin.py", "runtime": "python"}}
        """
            .formatted(id, id));
    Files.writeString(folder.resolve("plugin.py"), script);
    return pack(folder, target);
  }

  /** Packs the folder of a plugin as its author does. */
  public static Path pack(Path folder, Path target) throws IOException, InterruptedException {
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
    Process packing = builder.start();
    String output = new String(packing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(packing.waitFor()).as(output).isZero();
    return Path.of(output.strip());
  }

  /** Waits until something is so, and fails where it is not in time. */
  public static void await(String what, BooleanSupplier condition) throws InterruptedException {
    await(what, PATIENCE, condition);
  }

  public static void await(String what, Duration patience, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
