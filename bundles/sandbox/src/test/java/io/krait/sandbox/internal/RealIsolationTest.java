package io.krait.sandbox.internal;

import static io.krait.sandbox.internal.SandboxSettingsOf.configuration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.krait.supervisor.IsolatedProcess;
import io.krait.supervisor.ProcessLimits;
import io.krait.supervisor.ProcessNeeds;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a process can do where it is really isolated; skipped where a tool or the right is missing.
 */
class RealIsolationTest {

  private static final long DEADLINE_SECONDS = 60;

  @TempDir Path folder;
  private Path plugin;
  private Path sockets;
  private Path secret;

  @BeforeEach
  void prepare() throws IOException {
    // Others may pass, so that only what is meant to keep them away does.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    plugin = Files.createDirectory(folder.resolve("plugin"));
    Files.writeString(plugin.resolve("own"), "own file\n");
    sockets = Files.createDirectory(folder.resolve("sockets"));
    Files.createFile(sockets.resolve("socket"));
    Files.setPosixFilePermissions(sockets, PosixFilePermissions.fromString("rwx------"));
    secret = Files.writeString(folder.resolve("secret"), "password");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void bubblewrapShowsThePluginsOwnFilesAndNoOthers() throws Exception {
    String said =
        run(
            Map.of("mode", "bubblewrap"),
            "cat own; cat "
                + secret
                + "; echo x > more; ls "
                + sockets
                + "; echo y > /tmp/z"
                + " && cat /tmp/z; grep -c : /proc/net/dev; ls -d /proc/[0-9]* | wc -l");

    // One line of /proc/net/dev is for lo, and there are no processes but those in here.
    assertThat(said.lines())
        .contains("own file", "socket", "y", "1")
        .noneMatch(line -> line.contains("password"));
    assertThat(said).contains("No such file", "Read-only file system");
    assertThat(said.lines().reduce((first, last) -> last).map(String::strip).map(Integer::valueOf))
        .hasValueSatisfying(count -> assertThat(count).isLessThan(8));
  }

  @Test
  void nothingInBubblewrapOutlivesIt() throws Exception {
    String marker = "4711." + System.nanoTime();
    Process process =
        start(Map.of("mode", "bubblewrap"), "setsid sleep " + marker + " & echo up; read line");
    assertThat(process.inputReader().readLine()).isEqualTo("up");
    eventually(() -> assertThat(running(marker)).isTrue());

    process.destroyForcibly();

    eventually(() -> assertThat(running(marker)).isFalse());
  }

  @Test
  void anotherUserReadsNothingOfTheServersAndEntersItsSockets() throws Exception {
    assumeThat(Files.getAttribute(folder, "unix:uid")).as("root starts other users").isEqualTo(0);

    String said =
        run(
            Map.of("mode", "user", "user", "65534:65534"),
            "id -u; cat own; cat " + secret + "; ls " + sockets + "; echo x > own");

    assertThat(said.lines())
        .contains("65534", "own file", "socket")
        .noneMatch(line -> line.contains("password"));
    assertThat(said).contains("Permission denied");
    assertThat(Files.readString(plugin.resolve("own"))).isEqualTo("own file\n");
  }

  @Test
  void anEngineOfContainersIsCalledWithWhatItTakesToRunThePlugin() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path log = folder.resolve("engine.log");
    Path engine =
        Files.writeString(
            bin.resolve("podman"),
            """
            #!/bin/sh
            echo "$@" >> %s
            while [ "$1" != plugins:1 ]; do shift; done
            shift
            exec "$@"
            """
                .formatted(log));
    Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwxr-xr-x"));
    SandboxConfiguration configuration =
        configuration(
            Map.of(
                "mode", "container",
                "engine", "podman",
                "image", "plugins:1",
                "interpreter", "/bin/sh"));

    Process process =
        started(
            new SandboxComponent(configuration, new Tools(bin.toString())),
            "read line; echo $line");
    process.getOutputStream().write("told\n".getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().close();

    assertThat(process.inputReader().readLine()).isEqualTo("told");
    assertThat(Files.readString(log))
        .startsWith("run --rm --interactive --init --name krait-com.example.p-")
        .contains("--volume " + sockets + ":" + sockets + " ")
        .contains("--workdir " + plugin + " ");
  }

  private String run(Map<String, Object> settings, String script) throws Exception {
    Process process = start(settings, script);
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  private Process start(Map<String, Object> settings, String script) throws IOException {
    return started(new SandboxComponent(configuration(settings), tools(settings)), script);
  }

  private Process started(SandboxComponent sandbox, String script) throws IOException {
    IsolatedProcess isolated =
        sandbox.isolate(
            new ProcessRequest(
                "com.example.p",
                List.of("/bin/sh", "-c", script),
                plugin,
                Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C"),
                Optional.empty(),
                ProcessLimits.NONE,
                new ProcessNeeds("", List.of(), List.of(sockets))));
    ProcessBuilder builder =
        new ProcessBuilder(isolated.request().command())
            .directory(plugin.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(isolated.request().environment());
    return builder.start();
  }

  private static Tools tools(Map<String, Object> settings) throws IOException {
    String path = System.getenv().getOrDefault("PATH", "");
    String tool = settings.get("mode").equals("bubblewrap") ? "bwrap" : "setpriv";
    assumeThat(path.split(":"))
        .as("%s is installed; ./test installs it as root", tool)
        .anyMatch(entry -> Files.isExecutable(Path.of(entry).resolve(tool)));
    if (tool.equals("bwrap")) {
      assumeThat(worksHere()).as("this machine lets bwrap make namespaces").isTrue();
    }
    return new Tools(path);
  }

  private static boolean worksHere() throws IOException {
    Process probe =
        new ProcessBuilder(
                "bwrap", "--ro-bind", "/", "/", "--unshare-all", "--proc", "/proc", "true")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return probe.onExit().join().exitValue() == 0;
  }

  private static boolean running(String marker) {
    return ProcessHandle.allProcesses()
        .anyMatch(
            handle ->
                handle
                    .info()
                    .arguments()
                    .filter(words -> words.length == 1 && words[0].equals(marker))
                    .isPresent());
  }

  private static void eventually(Runnable assertion) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }
}
