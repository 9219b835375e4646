package io.krait.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuiltJarsTest {

  @TempDir private Path sources;
  private Path jar;
  private long time;

  @BeforeEach
  void build() throws IOException {
    jar = Files.createDirectories(sources.resolve("bundles/http/target")).resolve("http.jar");
    Files.createDirectories(sources.resolve("bundles/new"));
    write("as it was");
  }

  @Test
  void whatIsThereAtTheBeginningHasNotChanged() throws IOException {
    RebuiltJars jars = new RebuiltJars(sources);

    assertThat(jars.look()).isEmpty();
    assertThat(jars.look()).isEmpty();
  }

  @Test
  void anotherContentIsToldOnce() throws IOException {
    RebuiltJars jars = new RebuiltJars(sources);
    write("changed");

    assertThat(jars.look()).as("it may be still written").isEmpty();
    assertThat(jars.look()).containsExactly(jar);
    assertThat(jars.look()).isEmpty();
  }

  @Test
  void whatIsStillBeingWrittenIsToldWhenItIsDone() throws IOException {
    RebuiltJars jars = new RebuiltJars(sources);
    write("chan");
    assertThat(jars.look()).isEmpty();
    write("changed");
    assertThat(jars.look()).isEmpty();

    assertThat(jars.look()).containsExactly(jar);
  }

  @Test
  void whatIsBuiltAnewAndIsTheSameIsNotTold() throws IOException {
    RebuiltJars jars = new RebuiltJars(sources);
    write("as it was");

    assertThat(jars.look()).isEmpty();
    assertThat(jars.look()).isEmpty();
  }

  @Test
  void aJarThatIsGoneForAWhileIsToldWhenItIsBack() throws IOException {
    RebuiltJars jars = new RebuiltJars(sources);
    Files.delete(jar);
    assertThat(jars.look()).isEmpty();
    write("changed");
    assertThat(jars.look()).isEmpty();

    assertThat(jars.look()).containsExactly(jar);
  }

  private void write(String content) throws IOException {
    Files.writeString(jar, content);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(++time * 1000));
  }
}
