package io.krait.supervisor.internal;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.protocol.Endpoint;
import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.ProcessLimits;
import io.krait.supervisor.ProcessNeeds;
import io.krait.supervisor.ProcessRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPluginProcessTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofSeconds(5);

  @TempDir Path folder;
  private final ManualTimers timers = new ManualTimers();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final ProcessTerminator terminator =
      new ProcessTerminator(timers, executor, GRACE, GRACE);
  private final List<PluginProcess> started = new ArrayList<>();

  @AfterEach
  void endAll() {
    started.forEach(PluginProcess::kill);
    executor.shutdownNow();
  }

  @Test
  void theProcessHasTheFolderAndTheEnvironmentThatWereAskedForAndNoOther() throws IOException {
    PluginProcess process = run(Map.of("ONE", "1"), "/bin/pwd", "/usr/bin/env");

    assertThat(lines(process))
        .contains(folder.toRealPath().toString(), "ONE=1")
        .noneMatch(line -> line.startsWith("HOME="));
    assertThat(process.translate(Endpoint.tcp("127.0.0.1", 4711)))
        .isEqualTo(Endpoint.tcp("127.0.0.1", 4711));
  }

  @Test
  void theEndOfAProcessIsNoticedWithItsCode() throws IOException {
    assertThat(run(Map.of(), "exit 3").onExit()).succeedsWithin(LONG).isEqualTo(3);
  }

  @Test
  void standardInputStaysOpen() throws IOException {
    PluginProcess process = run(Map.of(), "echo ready", "read line", "echo input has ended");
    BufferedReader output = reader(process);

    assertThat(output.readLine()).isEqualTo("ready");
    assertThat(process.onExit()).isNotDone();
    process.kill();

    assertThat(output.readLine()).isNull();
  }

  @Test
  void whatCannotBeStartedIsSaid() {
    assertThatThrownBy(
            () ->
                new LocalPluginRunner(ProcessBuilder::start)
                    .start(new ProcessRequest("a.b", List.of("/nowhere"), folder, Map.of())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/nowhere");
  }

  @Test
  void aProcessThatEndsWhenItIsAskedByACallGetsNoSignal() throws IOException {
    PluginProcess process = run(Map.of(), "trap 'exit 9' TERM", "echo ready", "read line");
    reader(process).readLine();

    CompletableFuture<Ending> ending =
        terminator.terminate(
            process,
            () -> {
              // Stands for what the plugin does by itself.
              process.kill();
              return CompletableFuture.completedFuture(null);
            });

    assertThat(ending).succeedsWithin(LONG).isEqualTo(Ending.BY_REQUEST);
    assertThat(process.onExit()).succeedsWithin(LONG).isEqualTo(137);
  }

  @Test
  void aProcessThatDoesNotKnowTheCallGetsTheSignalAtOnce() throws IOException {
    PluginProcess process = run(Map.of(), "trap 'echo bye; exit 9' TERM", "echo ready", waiting());
    BufferedReader output = reader(process);
    output.readLine();

    CompletableFuture<Ending> ending = terminator.terminate(process, unknown());

    assertThat(ending).succeedsWithin(LONG).isEqualTo(Ending.BY_SIGNAL);
    assertThat(process.onExit()).isCompletedWithValue(9);
    assertThat(output.readLine()).isEqualTo("bye");
  }

  @Test
  void aProcessThatTakesNoNoticeOfTheCallGetsTheSignalWhenItsTimeIsOver() throws IOException {
    PluginProcess process = run(Map.of(), "trap 'exit 9' TERM", "echo ready", waiting());
    reader(process).readLine();

    CompletableFuture<Ending> ending =
        terminator.terminate(process, () -> CompletableFuture.completedFuture(null));
    assertThat(ending).isNotDone();
    timers.advance(GRACE);

    assertThat(ending).succeedsWithin(LONG).isEqualTo(Ending.BY_SIGNAL);
  }

  @Test
  void aProcessThatTakesNoNoticeOfAnythingIsKilledWithAllItHasStarted() throws IOException {
    PluginProcess process =
        run(Map.of(), "trap '' TERM", "/bin/sh -c 'echo $$; " + waiting() + "' &", waiting());
    long child = Long.parseLong(reader(process).readLine());

    CompletableFuture<Ending> ending = terminator.terminate(process, unknown());
    eventually(
        () -> {
          timers.advance(GRACE);
          assertThat(ending).isCompletedWithValue(Ending.BY_FORCE);
        });

    assertThat(process.onExit()).succeedsWithin(LONG).isEqualTo(137);
    eventually(() -> assertThat(isAlive(child)).isFalse());
  }

  @Test
  void whatAProcessLeavesBehindWhenItEndsItselfIsKilled() throws IOException {
    PluginProcess process =
        run(
            Map.of(),
            "trap 'exit 0' TERM",
            "/bin/sh -c 'trap \"\" TERM; echo $$; " + waiting() + "' &",
            waiting());
    long child = Long.parseLong(reader(process).readLine());

    assertThat(terminator.terminate(process, unknown()))
        .succeedsWithin(LONG)
        .isEqualTo(Ending.BY_SIGNAL);

    eventually(() -> assertThat(isAlive(child)).isFalse());
  }

  @Test
  void aProcessThatIsGoneIsNotAsked() throws IOException {
    PluginProcess process = run(Map.of(), "exit 0");
    assertThat(process.onExit()).succeedsWithin(LONG);

    CompletableFuture<Ending> ending =
        terminator.terminate(
            process,
            () -> {
              throw new AssertionError("asked");
            });

    assertThat(ending).succeedsWithin(LONG).isEqualTo(Ending.BEFORE);
    assertThat(timers.next()).isEmpty();
  }

  @Test
  void theInputBeginsWithWhatTheProcessIsToldAndStaysOpen() throws IOException {
    PluginProcess process =
        new LocalPluginRunner(ProcessBuilder::start)
            .start(
                new ProcessRequest(
                    "a.b",
                    List.of("/bin/sh", "-c", "read line; echo \"$line\"; read more; echo end"),
                    folder,
                    Map.of(),
                    Optional.empty(),
                    ProcessLimits.NONE,
                    new ProcessNeeds("secret\n", List.of(), List.of())));
    started.add(process);

    assertThat(reader(process).readLine()).isEqualTo("secret");
    assertThat(process.onExit()).isNotDone();
  }

  private PluginProcess run(Map<String, String> environment, String... lines) throws IOException {
    PluginProcess process =
        new LocalPluginRunner(ProcessBuilder::start)
            .start(
                new ProcessRequest(
                    "a.b",
                    List.of("/bin/sh", "-c", String.join("\n", lines)),
                    folder,
                    environment));
    started.add(process);
    return process;
  }

  /** Waiting in steps, as a shell takes signals only between two commands. */
  private static String waiting() {
    return "while :; do /bin/sleep 0.05; done";
  }

  private static Supplier<CompletableFuture<?>> unknown() {
    return () -> CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  // A process that nobody has waited for yet has ended all the same.
  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> handle.info().command().isPresent())
        .isPresent();
  }

  private static List<String> lines(PluginProcess process) {
    return reader(process).lines().toList();
  }

  private static BufferedReader reader(PluginProcess process) {
    return new BufferedReader(new InputStreamReader(process.output(), StandardCharsets.UTF_8));
  }
}
