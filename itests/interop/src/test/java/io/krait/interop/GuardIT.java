package io.krait.interop;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.supervisor.internal.SupervisorComponent;
import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guard of a plugin's process does, whoever starts it. */
@EnabledOnOs(OS.LINUX)
class GuardIT {

  /** A plugin without any SDK, and all kinds of children. */
  private static final String FAMILY =
      """
      import multiprocessing, os, signal, subprocess, sys, time

      def stubborn():
          signal.signal(signal.SIGTERM, signal.SIG_IGN)
          time.sleep(600)

      def daemon():
          child = os.fork()
          if child:
              os.waitpid(child, 0)
              return
          os.setsid()
          if os.fork():
              os._exit(0)
          os.execve("/bin/sleep", ["sleep", "600"], {})

      if __name__ == "__main__":
          subprocess.Popen(["/bin/sleep", "600"])
          multiprocessing.get_context("spawn").Process(target=stubborn).start()
          daemon()
          signal.signal(signal.SIGTERM, lambda *_: os._exit(7))
          print("ready", os.getpid(), os.getsid(0), flush=True)
          time.sleep(600)
      """;

  @TempDir Path folder;
  private Path program;
  private final List<ProcessHandle> family = new ArrayList<>();
  private Process guard;
  private ProcessHandle plugin;

  @BeforeEach
  void unpack() throws Exception {
    program = folder.resolve("guard.py");
    try (InputStream in = SupervisorComponent.class.getResourceAsStream("guard.py")) {
      Files.copy(in, program);
    }
  }

  @AfterEach
  void killAll() {
    family.forEach(ProcessHandle::destroyForcibly);
    if (guard != null) {
      guard.destroyForcibly();
    }
  }

  @Test
  void nothingIsLeftWhenThePluginEndsAsItIsAsked() throws Exception {
    startFamily();

    guard.toHandle().destroy();

    assertThat(code()).isEqualTo(7);
    assertNobodyIsLeft();
  }

  @Test
  void nothingIsLeftWhenThePluginIsKilled() throws Exception {
    startFamily();

    plugin.destroyForcibly();

    assertThat(code()).isEqualTo(128 + 9);
    assertNobodyIsLeft();
  }

  @Test
  void nothingIsLeftWhenTheServerHasGone() throws Exception {
    startFamily();

    guard.getOutputStream().close();

    assertThat(code()).isEqualTo(128 + 9);
    assertNobodyIsLeft();
  }

  @Test
  void thePluginDoesNotOutliveItsGuard() throws Exception {
    startFamily();

    guard.destroyForcibly();

    eventually(() -> assertThat(isAlive(plugin)).isFalse());
  }

  @Test
  void thePluginReadsItsInputAndHasASessionOfItsOwn() throws Exception {
    start("/bin/sh", "-c", "read line; echo \"$line\"; read other || echo the end");
    guard.getOutputStream().write("a secret\n".getBytes());
    guard.getOutputStream().flush();
    BufferedReader output = guard.inputReader();
    assertThat(output.readLine()).isEqualTo("a secret");
    guard.getOutputStream().close();

    assertThat(output.readLine()).isEqualTo("the end");
    assertThat(code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit 3", "kill -9 $$", "kill -15 $$"})
  void itEndsAsThePluginHasEnded(String script) throws Exception {
    int expected = new ProcessBuilder("/bin/sh", "-c", script).start().waitFor();

    start("/bin/sh", "-c", script);

    assertThat(code()).isEqualTo(expected);
  }

  @Test
  void whatCannotBeRunIsSaid() throws Exception {
    start(folder.resolve("nothing").toString());

    assertThat(code()).isEqualTo(127);
    assertThat(guard.errorReader().readLine())
        .startsWith("cannot run " + folder.resolve("nothing") + ": ")
        .contains("No such file");
  }

  @Test
  void noMoreFilesAreOpenThanAreAllowed() throws Exception {
    command(List.of("descriptors=64"), "/bin/sh", "-c", "ulimit -n; ulimit -Hn");

    assertThat(guard.inputReader().lines()).containsExactly("64", "64");
  }

  private void startFamily() throws Exception {
    Path script = Files.writeString(folder.resolve("family.py"), FAMILY);
    start(PythonPeer.interpreter().toString(), script.toString());
    String line = guard.inputReader().readLine();
    assertThat(line).startsWith("ready ");
    String[] words = line.split(" ");
    assertThat(words[1]).as("the plugin leads its session").isEqualTo(words[2]);
    plugin = ProcessHandle.of(Long.parseLong(words[1])).orElseThrow();
    // The plugin, what it has opened and spawned, and the one that hides.
    eventually(() -> assertThat(guard.descendants()).hasSizeGreaterThanOrEqualTo(4));
    guard.descendants().forEach(family::add);
    assertThat(guard.children().toList()).hasSize(2).contains(plugin);
  }

  private void start(String... command) throws Exception {
    command(List.of(), command);
  }

  private void command(List<String> options, String... command) throws Exception {
    List<String> all = new ArrayList<>();
    all.add(PythonPeer.interpreter().toRealPath().toString());
    all.addAll(List.of("-I", "-S", program.toString()));
    all.addAll(options);
    all.add("--");
    all.addAll(List.of(command));
    guard = new ProcessBuilder(all).start();
  }

  private int code() throws InterruptedException {
    assertThat(guard.waitFor(LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return guard.exitValue();
  }

  private void assertNobodyIsLeft() {
    assertThat(family).hasSizeGreaterThanOrEqualTo(4).noneMatch(GuardIT::isAlive);
  }

  // One that nobody has waited for yet has ended all the same.
  private static boolean isAlive(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }
}
