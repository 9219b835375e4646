package io.krait.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.Workspace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A project of somebody else, in a folder of its own, with a local repository of its own. */
final class OutsideProject {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private final Path folder;
  private final Path repository;
  private final List<String> bundles;

  /** Copies the project of that name, and installs what it may use. */
  OutsideProject(String name, Path target) throws IOException {
    folder = target.resolve(name);
    repository = target.resolve("repository");
    copy(sources(name));
    bundles =
        new InstalledArtifacts(
                Workspace.root(),
                System.getProperty("krait.version"),
                repository,
                Path.of(System.getProperty("krait.repository")))
            .install();
  }

  /** Where the sources of the project of that name are. */
  static Path sources(String name) {
    return Workspace.root().resolve("itests/consumer/src/test/resources").resolve(name);
  }

  private void copy(Path project) throws IOException {
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(project.relativize(file).toString()));
      }
    }
  }

  /** The names of the bundles that are installed. */
  List<String> bundles() {
    return bundles;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  List<String> names(String child) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(child))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Runs lines of a shell as they are, and tells what they have printed. */
  String run(String lines) throws IOException, InterruptedException {
    ProcessBuilder builder = process("bash", "-ec", lines);
    builder.environment().put("MAVEN_OPTS", System.getProperty("krait.maven.options") + local());
    Path maven = Path.of(System.getProperty("krait.maven")).getParent();
    builder.environment().merge("PATH", maven.toString(), (old, bin) -> bin + ":" + old);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .as("%s ends", lines)
          .isTrue();
      assertThat(process.exitValue()).as(printed()).isZero();
    } finally {
      process.destroyForcibly();
    }
    return printed();
  }

  private String local() {
    return " -Dmaven.repo.local=" + repository;
  }

  /** Starts a command that begins with {@code java}, with a Python for plugins. */
  Process start(String... java) throws IOException {
    ProcessBuilder builder = process(java);
    builder.command().set(0, JAVA);
    builder.command().add(1, "-XX:TieredStopAtLevel=1");
    // Plugins are run by the python3 that is found first.
    builder
        .environment()
        .merge(
            "PATH",
            Workspace.python().getParent().toString(),
            (old, bin) -> bin + File.pathSeparator + old);
    return builder.start();
  }

  private ProcessBuilder process(String... command) {
    ProcessBuilder builder =
        new ProcessBuilder()
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed.txt").toFile());
    builder.command().addAll(List.of(command));
    return builder;
  }

  /** What the last process has printed so far. */
  String printed() throws IOException {
    return Files.readString(folder.resolve("printed.txt"));
  }
}
