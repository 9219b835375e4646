package io.krait.codegen.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedSourcesTest {

  @TempDir private Path folder;
  private Path generated;
  private Path committed;
  private CommittedSources sources;

  @BeforeEach
  void writeFiles() throws IOException {
    generated = folder.resolve("generated");
    committed = folder.resolve("committed");
    sources = new CommittedSources(generated, committed, List.of("made"));
    write(generated, "made/a.py", "a");
    write(generated, "made/b.py", "b");
    write(generated, "made/c.py", "c");
    write(committed, "made/a.py", "a");
    write(committed, "made/b.py", "old");
    write(committed, "made/d.py", "d");
    write(committed, "made/__pycache__/a.pyc", "compiled");
    write(committed, "own.py", "by hand");
  }

  private static void write(Path root, String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void run(String mode) throws IOException {
    CommittedSources.main(new String[] {mode, generated.toString(), committed.toString(), "made"});
  }

  @Test
  void filesThatDifferAreNamedWithWhatToDo() {
    assertThatThrownBy(() -> run("compare"))
        .hasMessage(
            "the generated Python sources are out of date; run python-sdk/regenerate and commit"
                + " what it changes: made/b.py, made/c.py (missing), made/d.py (no longer"
                + " generated)");
  }

  @Test
  void writingMakesThemEqualAndTouchesNothingElse() throws IOException {
    run("write");

    assertThat(sources.differences()).isEmpty();
    run("compare");
    assertThat(committed.resolve("made/d.py")).doesNotExist();
    assertThat(committed.resolve("made/b.py")).hasContent("b");
    assertThat(committed.resolve("own.py")).hasContent("by hand");
  }

  @Test
  void unknownModeIsRefused() {
    assertThatThrownBy(() -> run("guess")).hasMessage("neither compare nor write: guess");
  }
}
