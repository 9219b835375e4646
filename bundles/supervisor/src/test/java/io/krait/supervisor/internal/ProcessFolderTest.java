package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFolderTest {

  @TempDir Path root;

  @Test
  void factsAreReadBesideANameThatLooksLikeFacts() throws Exception {
    process(12, "evil) Z 1 (name", 'S', 7);

    assertThat(processes().facts(12))
        .contains(new ProcessFolder.Facts(12, 'S', 7, 10 + 20 + 3 + 4, 5, 1234));
    assertThat(processes().facts(12).orElseThrow().hasEnded()).isFalse();
    assertThat(processes().facts(13)).isEmpty();
  }

  @Test
  void aTreeHasTheChildrenOfEachThread() throws Exception {
    process(1, "init", 'S', 1);
    children(1, 1, "2 3 ");
    children(1, 9, "4 ");
    children(4, 4, "5 ");

    assertThat(processes().children(1)).containsExactlyInAnyOrder(2L, 3L, 4L);
    assertThat(processes().tree(1)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
    assertThat(processes().tree(77)).containsExactly(77L);
  }

  @Test
  void aSessionIsFoundAmongAllProcesses() throws Exception {
    process(1, "init", 'S', 1);
    process(2, "one", 'S', 2);
    process(3, "two", 'Z', 2);
    Files.createDirectories(root.resolve("self"));

    assertThat(processes().inSession(2)).containsExactlyInAnyOrder(2L, 3L);
    assertThat(processes().facts(3).orElseThrow().hasEnded()).isTrue();
  }

  @Test
  void whereThereIsNoSuchFolderThereAreNoProcesses() {
    ProcessFolder nothing = new ProcessFolder(root.resolve("nothing"));

    assertThat(nothing.facts(1)).isEmpty();
    assertThat(nothing.children(1)).isEmpty();
    assertThat(nothing.inSession(1)).isEmpty();
  }

  private ProcessFolder processes() {
    return new ProcessFolder(root);
  }

  private void process(long pid, String name, char state, long session) throws IOException {
    Path folder = Files.createDirectories(root.resolve(Long.toString(pid)));
    Files.writeString(
        folder.resolve("stat"),
        "%d (%s) %c 1 %d %d 0 -1 4194304 100 0 0 0 10 20 3 4 20 0 5 0 777 9999999 1234 18446744073709551615 1 1\n"
            .formatted(pid, name, state, session, session));
  }

  private void children(long pid, long thread, String line) throws IOException {
    Path folder = Files.createDirectories(root.resolve(pid + "/task/" + thread));
    Files.writeString(folder.resolve("children"), line);
  }
}
