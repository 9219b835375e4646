package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.supervisor.IsolatedProcess;
import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.PluginRunner;
import io.krait.supervisor.ProcessIsolation;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolatingRunnerTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final BlockingQueue<List<String>> cleaned = new LinkedBlockingQueue<>();

  @Test
  void aProcessIsStartedByTheCommandOfItsIsolationAndTellsSo() throws IOException {
    PluginProcess process =
        runner(request -> isolated(request, "a box", List.of()), true).start(asks("exit 3"));

    assertThat(process.name()).startsWith("process ").endsWith(" in a box");
    assertThat(process.onExit()).succeedsWithin(LONG).isEqualTo(4);
  }

  @Test
  void whatIsLeftIsRemovedOnceHoweverTheProcessEnds() throws Exception {
    PluginProcess process =
        runner(request -> isolated(request, "a box", List.of("engine", "rm", "box")), false)
            .start(asks("sleep 60"));
    process.kill();
    assertThat(process.onExit()).succeedsWithin(LONG);
    PluginProcess other =
        runner(request -> isolated(request, "a box", List.of("engine", "rm", "other")), false)
            .start(asks("exit 0"));
    assertThat(other.onExit()).succeedsWithin(LONG);

    assertThat(cleaned.poll(30, TimeUnit.SECONDS)).containsExactly("engine", "rm", "box");
    assertThat(cleaned.poll(30, TimeUnit.SECONDS)).containsExactly("engine", "rm", "other");
    assertThat(cleaned).isEmpty();
  }

  @Test
  void whereIsolationIsRequiredNothingIsStartedWithoutIt() throws IOException {
    ProcessRequest request = asks("exit 0");

    assertThatThrownBy(() -> runner(null, true).start(request))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("isolation.required")
        .hasMessageContaining("io.krait.sandbox");
    assertThatThrownBy(() -> runner(IsolatedProcess::notIsolated, true).start(request))
        .isInstanceOf(IOException.class);
    assertThat(runner(null, false).start(request).onExit()).succeedsWithin(LONG).isEqualTo(0);
  }

  private PluginRunner runner(ProcessIsolation isolation, boolean required) {
    return new IsolatingRunner(
        new LocalPluginRunner(ProcessBuilder::start),
        isolation,
        required,
        builder -> {
          cleaned.add(builder.command());
          return new ProcessBuilder("true").start();
        });
  }

  private static IsolatedProcess isolated(
      ProcessRequest request, String description, List<String> cleanup) {
    String script = request.command().get(2).replace("exit 3", "exit 4");
    return new IsolatedProcess(
        request.withCommand(List.of("/bin/sh", "-c", script)), description, cleanup);
  }

  private ProcessRequest asks(String script) {
    return new ProcessRequest("a.b", List.of("/bin/sh", "-c", script), folder, Map.of());
  }
}
