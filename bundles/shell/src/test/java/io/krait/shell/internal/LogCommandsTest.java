package io.krait.shell.internal;

import static io.krait.api.testing.Eventually.eventually;
import static io.krait.shell.internal.FakeManager.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginState;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.felix.service.command.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LogCommandsTest {
  private final FakeManager manager =
      new FakeManager().with(plugin("com.example.hello", PluginState.RUNNING, ""));
  private final FakeLogs logs = new FakeLogs();
  private final Present<PluginLogs> present = new Present<>(logs);
  private final PipedInputStream keyboard = new PipedInputStream();
  private final PipedOutputStream keys = new PipedOutputStream();
  private final ExecutorService terminal = Executors.newSingleThreadExecutor();
  private Shell shell;

  @BeforeEach
  void open() throws Exception {
    keys.connect(keyboard);
    shell = new Shell(manager, present, List.of(), keyboard);
  }

  @AfterEach
  void close() throws Exception {
    shell.close();
    keys.close();
    terminal.shutdownNow();
    assertThat(terminal.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void showsTheNewestRecords() throws Exception {
    logs.log(Level.INFO, "first");
    logs.log(Level.WARNING, "second\nwith a line more");

    assertThat(shell.show("plugin:logs com.example.hello").lines())
        .hasSize(3)
        .anyMatch(line -> line.matches("2026-03-01 ..:00:00.000 INFO    hello: first user=kaa"));
    assertThat(shell.show("plugin:logs -n 1 com.example.hello")).doesNotContain("first");
    assertThat(shell.show("plugin:logs com.example.hello | grep WARNING")).contains("second");
  }

  @Test
  void followingShowsWhatComesUntilEnterIsPressed() throws Exception {
    logs.log(Level.INFO, "before");
    var shown = follow();
    logs.log(Level.INFO, "after");
    eventually(() -> assertThat(shell.output()).contains("after"));

    keys.write('\n');
    keys.flush();

    assertThat(shown.get(30, TimeUnit.SECONDS).lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("before"),
            line -> assertThat(line).contains("after"));
    assertThat(logs.followers).isEmpty();
  }

  @Test
  void followingEndsWhenNothingMoreCanCome() throws Exception {
    var shown = follow();

    present.leave();

    assertThat(shown.get(30, TimeUnit.SECONDS).lines())
        .containsExactly("(io.krait.runtime has stopped: nothing more comes)");
    assertThat(logs.followers).isEmpty();
  }

  @Test
  void followingEndsWhenTheJobIsInterrupted() throws Exception {
    var shown = follow();

    shell.session().foregroundJob().interrupt();

    assertThat(shown.handle((text, error) -> "ended").get(30, TimeUnit.SECONDS)).isEqualTo("ended");
    eventually(() -> assertThat(logs.followers).isEmpty());
  }

  @Test
  void ctrlCAtATerminalEndsFollowingAndIsNoFailure() throws Exception {
    var pressed = new Terminal();
    shell.session().put(".terminal", pressed);
    var shown = follow();
    Function ours = (Function) pressed.handler.get();

    ours.execute(null, List.of());

    assertThat(shown.get(30, TimeUnit.SECONDS)).isEmpty();
    assertThat(logs.followers).isEmpty();
    assertThat(pressed.handler).hasValue("the shell's");
  }

  /** What handles a signal at the terminal of Gogo's JLine shell. */
  public static final class Terminal {
    private final AtomicReference<Object> handler = new AtomicReference<>("the shell's");

    /** Gives the one before. */
    public Object handle(String signal, Object now) {
      assertThat(signal).isEqualTo("INT");
      return handler.getAndSet(now);
    }
  }

  private CompletableFuture<String> follow() {
    var shown =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return shell.show("plugin:logs -f com.example.hello");
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            },
            terminal);
    eventually(() -> assertThat(logs.followers).isNotEmpty());
    return shown;
  }
}
