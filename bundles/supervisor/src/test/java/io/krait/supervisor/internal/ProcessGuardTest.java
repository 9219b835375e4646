package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.supervisor.ProcessLimits;
import io.krait.supervisor.ProcessRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessGuardTest {

  @TempDir Path folder;
  private Path program;
  private Path python;

  @BeforeEach
  void link() throws Exception {
    program = Files.createFile(folder.toRealPath().resolve("python3.11"));
    python = Files.createSymbolicLink(folder.resolve("python"), program);
  }

  @Test
  void theCommandIsRunByTheGuardWhichTheInterpreterRunsWithoutModulesOfOthers() throws Exception {
    BundledGuard program = new BundledGuard(folder.resolve("guard"));

    assertThat(guard(program).guarded(request(Optional.of(python), 4096)).orElseThrow().command())
        .containsExactly(
            this.program.toString(),
            "-I",
            "-S",
            program.file().toString(),
            "descriptors=4096",
            "--",
            "/usr/bin/bwrap",
            "plugin.py");
  }

  @Test
  void theKernelHoldsWhatWouldBeTooFastForAWatch() throws Exception {
    ProcessRequest request =
        new ProcessRequest(
            "a.b",
            List.of("/bin/true"),
            folder,
            Map.of(),
            Optional.of(python),
            new ProcessLimits(512L << 20, 1.5, 100, 0));

    assertThat(guard(new BundledGuard(folder)).guarded(request).orElseThrow().command())
        .contains("data=" + ((2 * 512L + 100 * 8) << 20), "processors=2")
        .noneMatch(word -> word.startsWith("descriptors"));
  }

  @Test
  void aNumberOfZeroIsNoLimit() throws Exception {
    assertThat(
            guard(new BundledGuard(folder))
                .guarded(request(Optional.of(python), 0))
                .orElseThrow()
                .command())
        .noneMatch(word -> word.contains("="));
  }

  @Test
  void withoutAnInterpreterThereIsNoGuard() throws Exception {
    assertThat(guard(new BundledGuard(folder)).guarded(request(Optional.empty(), 0))).isEmpty();
  }

  @Test
  void theProgramIsWrittenAgainWhereItHasBeenCleanedAwayOrChanged() throws Exception {
    BundledGuard program = new BundledGuard(folder.resolve("guard"));
    Path file = program.file();
    String content = Files.readString(file);
    assertThat(content).contains("PR_SET_CHILD_SUBREAPER");

    Files.delete(file);
    assertThat(program.file()).isEqualTo(file).hasContent(content);
    Files.writeString(file, "import this");
    assertThat(program.file()).isEqualTo(file).hasContent(content);
    assertThat(folder.resolve("guard")).isDirectoryContaining(file::equals);
  }

  private static ProcessGuard guard(BundledGuard program) {
    ProcessFolder processes = ProcessFolder.ofThisMachine();
    return new ProcessGuard(
        program,
        processes,
        new ControlGroups(Path.of("/nowhere"), processes, 1),
        new ManualTimers(),
        Runnable::run);
  }

  private ProcessRequest request(Optional<Path> interpreter, int descriptors) {
    return new ProcessRequest(
        "a.b",
        List.of("/usr/bin/bwrap", "plugin.py"),
        folder,
        Map.of(),
        interpreter,
        new ProcessLimits(0, 0, 0, descriptors));
  }
}
