package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginDescription.DependencyMode;
import io.krait.supervisor.PluginStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpreterFinderTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path temporary;
  private PluginFolder plugin;
  private PluginFolder system;

  @BeforeEach
  void createFolders() throws IOException {
    plugin = new PluginFolder(Files.createDirectory(temporary.resolve("plugin")));
    system = new PluginFolder(Files.createDirectory(temporary.resolve("bin")));
  }

  @Test
  void eachPlaceIsLookedInBeforeTheNextOne() throws Exception {
    String[] places = {
      "venv/bin/python", "venv/bin/python3", ".venv/bin/python", ".venv/bin/python3"
    };
    system.interpreter("python3", "3.9.1");
    system.interpreter("python", "3.9.2");
    for (int i = places.length - 1; i >= 0; i--) {
      plugin.interpreter(places[i], "3.10." + i);

      Interpreter found = find(plugin.plugin().build());

      assertThat(found.path()).isEqualTo(plugin.path().resolve(places[i]));
      assertThat(found.version()).hasToString("3.10." + i);
    }
  }

  @Test
  void python3OfTheSearchPathComesBeforePythonOfAnEarlierEntry() throws Exception {
    PluginFolder other = new PluginFolder(temporary.resolve("other"));
    other.interpreter("python", "3.9.0");
    system.interpreter("python3", "3.11.2");

    Interpreter found = finder(other.path() + ":" + system.path()).find(plugin.plugin().build());

    assertThat(found.path()).isEqualTo(system.path().resolve("python3"));
  }

  @Test
  void theProgramThatRunsInTheEndIsWhatTheInterpreterSaysIfItIsThere() throws Exception {
    Path program = system.interpreter("python3.11", "3.11.2");
    plugin.shell("venv/bin/python", "echo Python 3.11.2", "echo program " + program);
    plugin.shell(".venv/bin/python", "echo Python 3.11.2", "echo program /nowhere");

    assertThat(find(plugin.plugin().build()).executable()).contains(program);
    assertThat(find(plugin.plugin().venvPath(".venv").build()).executable()).isEmpty();
  }

  @Test
  void whatIsNotExecutableOnTheSearchPathIsPassedOver() throws Exception {
    system.file("python3", "text");
    system.interpreter("python", "3.11.2");

    assertThat(find(plugin.plugin().build()).path()).isEqualTo(system.path().resolve("python"));
  }

  @Test
  void thePathIsAbsoluteWhereTheFolderIsNot() throws Exception {
    plugin.interpreter("venv/bin/python", "3.11.2");
    Path relative = Path.of("").toAbsolutePath().relativize(plugin.path());

    Interpreter found = find(PluginDescription.builder("a.b", relative, "plugin.py").build());

    assertThat(found.path()).isEqualTo(plugin.path().resolve("venv/bin/python"));
  }

  @Test
  void theLinkOfAnEnvironmentIsNotResolved() throws Exception {
    Path real = system.interpreter("python3.11", "3.11.2");
    Path link = plugin.path().resolve("venv/bin/python");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, real);

    assertThat(find(plugin.plugin().build()).path()).isEqualTo(link);
  }

  @Test
  void anInterpreterThatIsNamedIsUsedInsteadOfLookingForOne() throws Exception {
    plugin.interpreter("venv/bin/python", "3.10.0");
    Path named = system.interpreter("mine", "3.12.0");

    assertThat(find(plugin.plugin().interpreter(named).build()).path()).isEqualTo(named);
  }

  @Test
  void theEnvironmentThatTheManifestNamesComesFirst() throws Exception {
    plugin.interpreter("venv/bin/python", "3.10.0");
    plugin.interpreter("server/env/bin/python3", "3.12.0");

    Interpreter found = find(plugin.plugin().venvPath("server/env").build());

    assertThat(found.path()).isEqualTo(plugin.path().resolve("server/env/bin/python3"));
    assertThat(found.own()).isTrue();
  }

  @Test
  void anEnvironmentThatIsNamedAndMissingIsAnErrorOnlyWhereItIsSaidToBeBundled() throws Exception {
    Path python = system.interpreter("python3", "3.11.2");
    PluginDescription.Builder named = plugin.plugin().venvPath("env");

    assertThat(find(named.build()).path()).isEqualTo(python);
    assertThat(find(named.build()).own()).isFalse();
    assertThatThrownBy(() -> find(named.dependencyMode(DependencyMode.BUNDLED).build()))
        .hasMessage(
            "cannot start plugin com.example.hello: venv_path \"env\" is not a folder of the plugin;"
                + " add the virtual environment or remove venv_path from plugin.json");
  }

  @Test
  void anEnvironmentElsewhereIsRefused() {
    assertThatThrownBy(() -> find(plugin.plugin().venvPath("../other").build()))
        .hasMessageEndingWith(
            "venv_path \"../other\" is not a folder within the plugin's; change it in plugin.json");
  }

  @Test
  void whetherAnInterpreterHasTheSdkIsHeard() throws Exception {
    plugin.shell("venv/bin/python", "echo Python 3.11.2", "echo with SDK");

    assertThat(find(plugin.plugin().build()).sdk()).isTrue();
  }

  @Test
  void noInterpreterAtAllIsSaidWithThePathThatWasSearched() {
    assertThatThrownBy(() -> find(plugin.plugin().build()))
        .isInstanceOf(PluginStartException.class)
        .hasMessage(
            "cannot start plugin com.example.hello: no Python interpreter found, neither in venv or"
                + " .venv of the plugin nor as python3 or python on PATH (%s); install Python or"
                + " add a virtual environment to the plugin",
            system.path());
  }

  @Test
  void anEnvironmentWhoseInterpreterIsGoneIsAnError() throws IOException {
    system.interpreter("python3", "3.11.2");
    Path link = plugin.path().resolve("venv/bin/python");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of("/nowhere/python3"));

    assertThatThrownBy(() -> find(plugin.plugin().build()))
        .hasMessageContaining("venv/bin/python is a link to nothing; create the virtual");
  }

  @Test
  void anEnvironmentWhoseInterpreterIsNotExecutableIsAnError() {
    plugin.file("venv/bin/python", "text");

    assertThatThrownBy(() -> find(plugin.plugin().build()))
        .hasMessage(
            "cannot start plugin com.example.hello: venv/bin/python is not executable; make it so"
                + " with chmod +x");
  }

  @Test
  void aVersionThatDoesNotMeetTheRequirementIsAnErrorThatSaysWhatToDo() {
    plugin.interpreter("venv/bin/python", "3.11.2");

    assertThatThrownBy(() -> find(plugin.plugin().pythonVersion(">=3.13").build()))
        .hasMessage(
            "cannot start plugin com.example.hello: python_version \">=3.13\" is not met by"
                + " venv/bin/python (3.11.2); install a newer Python or change python_version in"
                + " plugin.json");
  }

  @Test
  void aRequirementThatIsNoneIsAnErrorThatNamesTheManifest() {
    assertThatThrownBy(
            () -> find(plugin.plugin().pythonVersion("newest").manifestName("plugin.yaml").build()))
        .hasMessage(
            "cannot start plugin com.example.hello: python_version \"newest\" is not a requirement"
                + " such as \">=3.9\" or \"3.9\"; change it in plugin.yaml");
  }

  @Test
  void whatIsNoPythonIsAnErrorWithWhatItPrinted() {
    plugin.shell("venv/bin/python", "echo library missing >&2", "exit 127");

    assertThatThrownBy(() -> find(plugin.plugin().build()))
        .hasMessageContaining(
            "venv/bin/python does not say its version, it ended with code 127; install")
        .extracting(e -> ((PluginStartException) e).lastLines().toString())
        .isEqualTo("[library missing]");
  }

  @Test
  void anInterpreterThatCannotBeRunIsAnError() throws IOException {
    Path python = plugin.shell("venv/bin/python", "");
    Files.writeString(python, "#!/nowhere/sh\n");

    assertThatThrownBy(() -> find(plugin.plugin().build()))
        .hasMessageContaining("venv/bin/python cannot be run (");
  }

  @Test
  void anInterpreterThatHangsIsEndedAndIsAnError() {
    plugin.shell("venv/bin/python", "exec /bin/sleep 600");
    Process[] started = new Process[1];
    ProcessStarter starter = builder -> started[0] = builder.start();

    assertThatThrownBy(
            () ->
                new InterpreterFinder(starter, environment(""), false, Duration.ofMillis(50))
                    .find(plugin.plugin().build()))
        .hasMessageContaining("venv/bin/python has not said its version within 50 ms; see why");
    assertThat(started[0].onExit()).succeedsWithin(LONG);
  }

  @Test
  void theInterpreterSeesNothingThatIsNotAllowedWhenItIsAsked() throws Exception {
    plugin.shell("venv/bin/python", "echo Python 3.1.${#DATABASE_PASSWORD}");
    ChildEnvironment environment =
        new ChildEnvironment(Map.of("DATABASE_PASSWORD", "secret"), Set.of());

    Interpreter found =
        new InterpreterFinder(ProcessBuilder::start, environment, false, LONG)
            .find(plugin.plugin().build());

    assertThat(found.version()).isEqualTo(new PythonVersion(3, 1, 0));
  }

  @Test
  void anInterpreterOfTheMachineIsAskedOnceUntilItIsAnotherFile() throws Exception {
    Path asked = system.path().resolve("asked");
    system.shell("python3", "echo once >> " + asked, "echo Python 3.11.2");
    InterpreterFinder finder = finder(system.path().toString());

    finder.find(plugin.plugin().build());
    assertThat(finder.find(plugin.plugin().build()).version()).hasToString("3.11.2");
    assertThat(asked).hasContent("once");

    system.shell("python3", "echo Python 3.12.10");
    assertThat(finder.find(plugin.plugin().build()).version()).hasToString("3.12.10");
  }

  @Test
  void anInterpreterOfThePluginsOwnIsAskedEachTime() throws Exception {
    Path asked = system.path().resolve("asked");
    plugin.shell("venv/bin/python", "echo once >> " + asked, "echo Python 3.11.2");
    InterpreterFinder finder = finder(system.path().toString());

    finder.find(plugin.plugin().build());
    finder.find(plugin.plugin().build());

    assertThat(asked).hasContent("once\nonce");
  }

  @Test
  void anInterpreterThatDidNotWorkIsAskedAgain() throws Exception {
    system.shell("python3", "exit 1");
    InterpreterFinder finder = finder(system.path().toString());
    assertThatThrownBy(() -> finder.find(plugin.plugin().build()))
        .isInstanceOf(PluginStartException.class);

    system.shell("python3", "echo Python 3.11.2");

    assertThat(finder.find(plugin.plugin().build()).version()).hasToString("3.11.2");
  }

  private Interpreter find(PluginDescription description) throws Exception {
    return finder(system.path().toString()).find(description);
  }

  private static InterpreterFinder finder(String searchPath) {
    return new InterpreterFinder(ProcessBuilder::start, environment(searchPath), false, LONG);
  }

  private static ChildEnvironment environment(String searchPath) {
    return new ChildEnvironment(Map.of("PATH", searchPath), Set.of());
  }
}
