package io.krait.supervisor.internal;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginDescription.DependencyMode;
import io.krait.supervisor.PluginStartException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualEnvironmentsTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String MARKER = "krait-complete.txt";

  @TempDir Path temporary;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final Collection<String> progress = new ConcurrentLinkedQueue<>();
  private final Collection<String> printed = new ConcurrentLinkedQueue<>();
  private PluginFolder folder;
  private PluginFolder system;
  private Path root;
  private VirtualEnvironments environments;

  @BeforeEach
  void createPlugin() {
    folder = new PluginFolder(temporary.resolve("plugin"));
    system = new PluginFolder(temporary.resolve("system"));
    root = temporary.resolve("venv");
    folder.file("requirements.txt", "one==1\n");
    pip("echo 'Collecting one==1 (from -r x)'", "echo 'Installing collected packages: one, two'");
    environments = environments(LONG);
  }

  @AfterEach
  void endAll() {
    executor.shutdownNow();
  }

  @Test
  void anEnvironmentIsMadeOnceAndUsedAgain() throws Exception {
    Path python = prepare();

    assertThat(python).isExecutable().startsWith(root);
    assertThat(prepare()).isEqualTo(python);
    assertThat(calls())
        .containsExactly(
            "pip install --disable-pip-version-check --no-input --no-color --progress-bar off"
                + " /sdk/sdk.whl -r "
                + folder.path().toRealPath().resolve("requirements.txt"));
    assertThat(progress)
        .containsExactly(
            "making a virtual environment with Python 3.11.2",
            "installing requirements",
            "installing requirements: one==1",
            "installing requirements: one, two");
    assertThat(printed).contains("Collecting one==1 (from -r x)");
  }

  @Test
  void anotherSupervisorUsesWhatIsThere() throws Exception {
    Path python = prepare();

    environments = environments(LONG);

    assertThat(prepare()).isEqualTo(python);
    assertThat(calls()).hasSize(1);
  }

  @Test
  void otherRequirementsHaveAnotherEnvironment() throws Exception {
    Path first = prepare();
    folder.file("requirements.txt", "one==2\n");
    Path second = prepare();
    folder.file("requirements.txt", "-r more.txt\n");
    folder.file("more.txt", "three\n");
    Path third = prepare();
    folder.file("more.txt", "four\n");
    Path fourth = prepare();

    assertThat(List.of(first, second, third, fourth)).doesNotHaveDuplicates();
  }

  @Test
  void aPackageOfThePluginsOwnIsInstalledAnewWhenItIsAnotherOne() throws Exception {
    folder.file("requirements.txt", "./lib\n");
    folder.file("lib/lib.py", "one");
    Path first = prepare();
    folder.file("lib/__pycache__/lib.pyc", "made");
    folder.file("lib/build/lib/lib.py", "made");
    folder.file("lib/lib.egg-info/PKG-INFO", "made");
    Path second = prepare();
    folder.file("lib/lib.py", "two");

    assertThat(second).isEqualTo(first);
    assertThat(prepare()).isNotEqualTo(first);
  }

  @Test
  void withoutRequirementsThereIsTheSdkAlone() throws Exception {
    environments.prepare(
        PluginDescription.builder("a.b", folder.path(), "plugin.py").build(),
        base(),
        sdk(),
        new Recorder());

    assertThat(calls()).singleElement().asString().endsWith("off /sdk/sdk.whl");
  }

  @Test
  void requirementsWithHashesAreInstalledByThemselves() throws Exception {
    folder.file("requirements.txt", "one==1 --hash=sha256:00\n");

    prepare();

    assertThat(calls()).hasSize(2);
    assertThat(calls().get(0)).endsWith("requirements.txt").doesNotContain("sdk.whl");
    assertThat(calls().get(1)).endsWith("/sdk/sdk.whl");
  }

  @Test
  void whatPipComplainsAboutIsSaidAndNothingIsLeft() throws Exception {
    pip("echo 'ERROR: No matching distribution found for one==1'", "echo bye", "exit 1");

    assertThatThrownBy(this::prepare)
        .isInstanceOf(PluginStartException.class)
        .hasMessage(
            "cannot start plugin com.example.hello: its requirements cannot be installed: pip says"
                + " \"No matching distribution found for one==1\"; correct requirements.txt, or see"
                + " that the server can reach the packages")
        .extracting(failure -> ((PluginStartException) failure).lastLines())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .contains("bye");
    assertThat(folders()).isEmpty();

    pip("echo fine");
    assertThat(prepare()).isExecutable();
  }

  @Test
  void aPythonWithoutVenvIsSaidWithWhatToInstall() {
    system.shell("python3", "echo 'No module named venv' >&2", "exit 1");

    assertThatThrownBy(this::prepare)
        .hasMessage(
            "cannot start plugin com.example.hello: %s cannot make a virtual environment (it has"
                + " ended with code 1; its last line is \"No module named venv\"); install its"
                + " module venv (on Debian and Ubuntu the package python3-venv)",
            system.path().resolve("python3"));
  }

  @Test
  void anInstallationThatTakesTooLongIsEnded() throws Exception {
    pip("exec /bin/sleep 600");
    environments = environments(Duration.ofMillis(500));

    assertThatThrownBy(this::prepare)
        .hasMessage(
            "cannot start plugin com.example.hello: its requirements are not installed after 500"
                + " ms; see its log, or set install_seconds of io.krait.supervisor to more");
    assertThat(folders()).isEmpty();
  }

  @Test
  void anInterruptionEndsTheInstallation() throws Exception {
    pip("echo Collecting for ever", "/bin/sleep 600");
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                outcome.completeExceptionally(new AssertionError("made: " + prepare()));
              } catch (Throwable e) {
                outcome.complete(e);
              }
            });
    thread.start();
    eventually(() -> assertThat(progress).contains("installing requirements: for ever"));

    thread.interrupt();

    assertThat(outcome).succeedsWithin(LONG).isInstanceOf(InterruptedException.class);
    assertThat(folders()).isEmpty();
  }

  @Test
  void whatWasBegunAndNotFinishedIsMadeAnew() throws Exception {
    Path python = prepare();
    Path environment = python.getParent().getParent();
    Files.delete(environment.resolve(MARKER));
    Path leftover = Files.createFile(environment.resolve("half"));

    environments = environments(LONG);

    assertThat(prepare()).isEqualTo(python);
    assertThat(leftover).doesNotExist();
    assertThat(calls()).hasSize(2);
  }

  @Test
  void anEnvironmentWhoseInterpreterIsGoneIsMadeAnew() throws Exception {
    Path python = prepare();
    Files.delete(python);
    Files.createSymbolicLink(python, Path.of("/nowhere/python3"));

    assertThat(prepare()).isExecutable();
  }

  @Test
  void unfinishedAndLongUnusedOnesOfOthersAreRemoved() throws Exception {
    Path unfinished = Files.createDirectories(root.resolve("unfinished/lib")).getParent();
    Path unused = Files.createDirectories(root.resolve("unused"));
    Path recent = Files.createDirectories(root.resolve("recent"));
    Files.createFile(recent.resolve(MARKER));
    Files.setLastModifiedTime(
        Files.createFile(unused.resolve(MARKER)),
        FileTime.from(Instant.now().minus(Duration.ofDays(31))));

    prepare();

    assertThat(unfinished).doesNotExist();
    assertThat(unused).doesNotExist();
    assertThat(recent).exists();
  }

  @Test
  void twoPluginsWithTheSameRequirementsShareOne() throws Exception {
    pip("while [ ! -e '" + temporary.resolve("go") + "' ]; do /bin/sleep 0.05; done");
    CompletableFuture<Path> first = CompletableFuture.supplyAsync(this::prepared, executor);
    eventually(() -> assertThat(progress).contains("installing requirements"));
    CompletableFuture<Path> second = CompletableFuture.supplyAsync(this::prepared, executor);
    eventually(
        () ->
            assertThat(progress)
                .contains("waiting until another plugin has installed the same requirements"));

    Files.createFile(temporary.resolve("go"));

    assertThat(first).succeedsWithin(LONG).isEqualTo(second.get());
    assertThat(calls()).hasSize(1);
  }

  @Test
  void requirementsElsewhereAreRefused() throws IOException {
    Path outside = Files.createFile(temporary.resolve("outside.txt"));
    Files.createSymbolicLink(folder.path().resolve("link.txt"), outside);

    for (String name : List.of("../outside.txt", "link.txt")) {
      assertThatThrownBy(() -> Requirements.of(folder.plugin().requirementsPath(name).build()))
          .hasMessage(
              "cannot start plugin com.example.hello: requirements_path \"%s\" lies outside the"
                  + " plugin's folder; move the file into it, or change requirements_path in"
                  + " plugin.json",
              name);
    }
  }

  @Test
  void requirementsThatAreMissingAreSaid() {
    assertThatThrownBy(() -> Requirements.of(folder.plugin().requirementsPath("no.txt").build()))
        .hasMessageContaining("requirements_path \"no.txt\" does not exist in")
        .hasMessageEndingWith("; add the file, or change requirements_path in plugin.json");
  }

  private Path prepare() throws PluginStartException, InterruptedException {
    return environments.prepare(
        folder
            .plugin()
            .dependencyMode(DependencyMode.VENV)
            .requirementsPath("requirements.txt")
            .build(),
        base(),
        sdk(),
        new Recorder());
  }

  private Path prepared() {
    try {
      return prepare();
    } catch (PluginStartException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private VirtualEnvironments environments(Duration limit) {
    ChildEnvironment variables = new ChildEnvironment(Map.of("PATH", "/usr/bin:/bin"), Set.of());
    return new VirtualEnvironments(
        root, new PackageInstaller(ProcessBuilder::start, variables, executor, limit), false);
  }

  private Interpreter base() {
    return new Interpreter(
        system.path().resolve("python3"),
        new PythonVersion(3, 11, 2),
        false,
        false,
        Optional.empty());
  }

  private static BundledSdk.Unpacked sdk() {
    return new BundledSdk.Unpacked("hash", Path.of("/sdk"), Path.of("/sdk/sdk.whl"));
  }

  /** An interpreter that can make environments, whose pip does what {@code lines} say. */
  private void pip(String... lines) {
    system.shell(
        "python3",
        "if [ \"$2\" = venv ]; then mkdir -p \"$3/bin\"; cp \"$0\" \"$3/bin/python\"; exit; fi",
        "shift; echo \"$@\" >> '" + temporary.resolve("calls") + "'",
        String.join("\n", lines));
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(temporary.resolve("calls"));
  }

  private List<Path> folders() throws IOException {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, Files::isDirectory)) {
      entries.forEach(folders::add);
    }
    return folders;
  }

  private final class Recorder implements PackageInstaller.Listener {
    @Override
    public void progress(String what) {
      progress.add(what);
    }

    @Override
    public void printed(String line) {
      printed.add(line);
    }
  }
}
