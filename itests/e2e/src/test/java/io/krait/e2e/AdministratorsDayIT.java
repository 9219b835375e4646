package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of somebody who looks after a server with a folder and a shell. */
class AdministratorsDayIT {

  private static final String ID = "com.example.hello";

  @TempDir private Path folder;
  private Path deployed;
  @AutoClose private Server server;
  private Shell shell;

  @BeforeEach
  void start() throws Exception {
    Path data = folder.resolve("data");
    deployed = data.resolve("deploy/hello.tar.gz");
    server = Server.atTerminal(data);
    shell = server.shell();
  }

  @Test
  void pluginIsDroppedWatchedSetCrashedReplacedAndTakenAway() throws Exception {
    // Dropped into the folder, and watched while it starts.
    assertThat(shell.run("plugin:list")).contains("no plugin is installed");
    drop(hello("1.0.0", UnaryOperator.identity()));
    seeOnScreen("plugin com.example.hello 1.0.0: deployed from " + deployed);
    assertThat(shell.run("plugin:list")).containsPattern(ID + " +1\\.0\\.0 +running");
    assertThat(shell.run("plugin:stats")).containsPattern(ID + " +running .* [0-9.]+ MiB +0");
    List<ProcessHandle> first = processes();

    // Set, which it is told and does.
    assertThat(shell.run("plugin:logs " + ID)).contains("greets with Hello");
    assertThat(shell.run("plugin:config " + ID + " greetng 'Good morning'"))
        .contains("plugin com.example.hello has no setting greetng; it has greeting");
    assertThat(shell.run("plugin:config " + ID + " greeting 'Good morning'"))
        .contains("greeting  Good morning  set");
    Workspace.await(
        "it is told", () -> shell.run("plugin:logs " + ID).contains("greets with Good morning"));
    RestClient ann = server.client().signUp("ann");
    String channel = ann.newTeam("home");
    assertThat(ann.command(channel, "/hello")).startsWith("Good morning, ann!");

    // Killed, twice: it pauses, says why, and comes back with what it was set to.
    kill(first);
    Workspace.await("it is back", () -> shows("Restarts +1\n") && shows("State +running"));
    kill(processes());
    Workspace.await(
        "it backs off and says why",
        () ->
            shows(
                "State +backing off(?s:.*)Reason +its process has ended with code 137"
                    + " \\(signal 9\\); it is started again after a pause of [1-4]\\.[0-9] s\n"));
    Workspace.await("it is back", () -> shows("Restarts +2\n") && shows("State +running"));
    assertThat(ann.command(channel, "/hello")).startsWith("Good morning, ann! Asked so far: 2");

    // Replaced by a version that cannot even be loaded: the old one has not been disturbed.
    List<ProcessHandle> undisturbed = processes();
    drop(hello("2.0.0", code -> "import no_such_module\n"));
    seeOnScreen("ERROR cannot deploy " + deployed);
    assertThat(shell.screen())
        .containsPattern(
            "cannot deploy .*version 2.0.0 does not start, and version 1.0.0 goes on: .*"
                + "no_such_module");
    assertThat(processes()).isEqualTo(undisturbed);
    assertThat(ann.command(channel, "/hello")).startsWith("Good morning, ann! Asked so far: 3");

    // Replaced by one that is loaded and does not start: the old one is back.
    drop(hello("2.0.1", code -> atActivation(code, "raise RuntimeError('the cellar is flooded')")));
    seeOnScreen("version 2.0.1 does not start");
    assertThat(shell.screen())
        .containsPattern(
            "cannot deploy .*version 2.0.1 does not start, and version 1.0.0 goes on: .*"
                + "OnActivate failed: the cellar is flooded \\(RuntimeError\\)\n");
    assertThat(shell.run("plugin:list")).containsPattern(ID + " +1\\.0\\.0 +running");
    assertThat(processes()).isNotEqualTo(undisturbed);
    assertThat(shell.run("plugin:logs " + ID))
        .contains("krait: plugin com.example.hello: RUNNING -> BACKING_OFF: its process has ended")
        .contains("RuntimeError: the cellar is flooded")
        .contains("krait: plugin com.example.hello: version 2.0.1 does not start")
        .doesNotContain("\\n");
    assertThat(ann.command(channel, "/hello")).startsWith("Good morning, ann! Asked so far: 4");

    // What is no plugin at all disturbs nobody.
    Path junk = deployed.resolveSibling("junk.tar.gz");
    Files.writeString(junk, "This is not an archive.");
    seeOnScreen("ERROR cannot deploy " + junk + ": cannot install the plugin: the archive is not");
    Files.delete(junk);

    // Mended.
    drop(hello("2.0.2", UnaryOperator.identity()));
    seeOnScreen("plugin com.example.hello 2.0.2: deployed from");
    assertThat(ann.command(channel, "/hello")).startsWith("Good morning, ann! Asked so far: 5");

    // Taken away, with all that was of it.
    List<ProcessHandle> last = processes();
    Files.delete(deployed);
    seeOnScreen("plugin com.example.hello: removed, as its archive " + deployed);
    assertThat(last).noneMatch(ProcessHandle::isAlive);
    assertThat(server.plugins()).isEmpty();
    assertThat(shell.run("plugin:list")).contains("no plugin is installed");
    assertThat(shell.run("plugin:info " + ID))
        .contains("there is no plugin com.example.hello; plugin:list shows all");
    assertThat(folder.resolve("data/plugins").resolve(ID)).doesNotExist();
    assertThat(Files.readString(server.log(folder.resolve("data"))))
        .as("the log, with what has several lines on several")
        .contains("OnActivate failed\n    Traceback (most recent call last):\n");
  }

  /** The example as another version, which says what it is set to. */
  private Path hello(String version, UnaryOperator<String> change) throws Exception {
    Path source = Workspace.root().resolve("examples/hello_python");
    Path copy = Files.createDirectories(folder.resolve("hello-" + version));
    Files.writeString(
        copy.resolve("plugin.json"),
        replaced(source.resolve("plugin.json"), "\"1.0.0\"", '"' + version + '"'));
    String greeting = "self.greeting = settings.get(\"greeting\") or \"Hello\"\n";
    String code =
        replaced(
            source.resolve("plugin.py"),
            greeting,
            greeting + "        self.logger.info(\"greets with %s\", self.greeting)\n");
    Files.writeString(copy.resolve("plugin.py"), change.apply(code));
    return Workspace.pack(copy, folder);
  }

  private static String atActivation(String code, String statement) {
    String activate = "def activate(self) -> None:\n";
    assertThat(code).contains(activate);
    return code.replace(activate, activate + "        " + statement + "\n");
  }

  private static String replaced(Path file, String what, String by) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(what);
    return text.replace(what, by);
  }

  private void drop(Path archive) throws IOException {
    Files.copy(archive, deployed, StandardCopyOption.REPLACE_EXISTING);
  }

  private void seeOnScreen(String text) throws InterruptedException {
    Workspace.await("the shell shows: " + text, () -> shell.screen().contains(text));
  }

  private boolean shows(String pattern) {
    return Pattern.compile(pattern).matcher(shell.run("plugin:info " + ID)).find();
  }

  private List<ProcessHandle> processes() {
    List<ProcessHandle> processes = server.plugin(ID);
    assertThat(processes).isNotEmpty();
    return processes;
  }

  private static void kill(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
  }
}
