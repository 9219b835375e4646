package io.krait.shell.internal;

import static io.krait.shell.internal.FakeManager.plugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.Latencies;
import io.krait.api.LatencyRecorder;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShellCommandsTest {
  private static final HookStatistics CALLS =
      new HookStatistics(
          "com.example.hello", HookName.MESSAGE_WILL_BE_POSTED, 1, 2, 0, latencies(1, 1, 1, 7));

  private static final HookStatistics NO_CALLS =
      new HookStatistics(
          "com.example.hello", HookName.MESSAGE_HAS_BEEN_POSTED, 0, 0, 0, latencies());

  private final FakeManager manager =
      new FakeManager()
          .with(plugin("com.example.hello", PluginState.RUNNING, ""))
          .with(plugin("com.example.off", PluginState.DISABLED, ""))
          .with(
              plugin(
                  "com.example.spam",
                  PluginState.FAILED,
                  "cannot start plugin com.example.spam: no module named spam; install it"));
  private final FakeLogs logs = new FakeLogs();
  @AutoClose private final Shell shell = new Shell(manager, logs, List.of(NO_CALLS, CALLS));

  @Test
  void listShowsATableOfAllPlugins() throws Exception {
    assertThat(shell.columns(200).show("plugin:list").lines())
        .containsExactly(
            "ID                 VERSION  STATE       FOR  RESTARTS  REASON",
            "com.example.hello  1.2.3    running   3m 7s         0",
            "com.example.off    1.2.3    disabled  3m 7s         0",
            "com.example.spam   1.2.3    failed    3m 7s         0  cannot start plugin"
                + " com.example.spam: no module named spam; install it");
  }

  @Test
  void aPluginThatIsDebuggedIsToldFromOthers() throws Exception {
    manager.with(
        plugin("com.example.slow", PluginState.RUNNING, "").toBuilder().debugging(true).build());

    assertThat(shell.show("plugin:list | grep slow")).contains("running (DEBUG)");
    assertThat(shell.show("plugin:info com.example.slow"))
        .contains("running (DEBUG) for")
        .contains("Debug mode   it has no deadlines, and its health is not looked after");
  }

  @Test
  void nodesShowsHowAPluginIsOnEachNode() throws Exception {
    assertThat(shell.columns(200).show("plugin:nodes com.example.hello").lines())
        .containsExactly(
            "ID                 NODE  VERSION  STATE    REASON",
            "com.example.hello  one   1.2.3    running",
            "com.example.hello  two   1.2.3    running");
    assertThat(shell.columns(200).show("plugin:nodes").lines()).hasSize(7);
  }

  @Test
  void tablesFitTheTerminal() throws Exception {
    assertThat(shell.columns(72).show("plugin:list").lines())
        .allMatch(line -> line.length() <= 72)
        .last()
        .asString()
        .endsWith("…");
  }

  @Test
  void aTableThatIsPipedIsNotCut() throws Exception {
    assertThat(shell.columns(72).show("plugin:list | grep spam"))
        .startsWith("com.example.spam")
        .endsWith("install it\n");
  }

  @Test
  void scriptsGetThePluginsThemselves() throws Exception {
    assertThat(shell.result("plugin:list"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(ManagedPlugin.class))
        .extracting(ManagedPlugin::state)
        .containsExactly(PluginState.RUNNING, PluginState.DISABLED, PluginState.FAILED);
    assertThat(shell.result("(plugin:info com.example.hello) version")).isEqualTo("1.2.3");
  }

  @Test
  void aPluginCanStandWhereAnIdentifierIsAskedFor() throws Exception {
    shell.result("each (plugin:list) { plugin:restart $1 }");

    assertThat(manager.asked())
        .containsExactly(
            "restart com.example.hello", "restart com.example.off", "restart com.example.spam");
  }

  @Test
  void infoShowsAllAboutAPlugin() throws Exception {
    assertThat(shell.show("plugin:info com.example.hello"))
        .contains("Plugin       com.example.hello\n")
        .contains("Version      1.2.3\n")
        .containsPattern(
            "State        running for 3m 7s \\(since 2026-0[23]-[0-9]{2} [0-9:]{5}:53\\.000\\)\n")
        .contains(
            "Process      process "
                + ProcessHandle.current().pid()
                + ", for 3m 7s, called by lane\n")
        .contains("Hooks        OnActivate, MessageWillBePosted")
        .doesNotContain("Printed");
    assertThat(shell.show("plugin:info com.example.spam"))
        .contains("Printed      ImportError: no module named spam");
  }

  @Test
  void lifeCycleCommandsSayWhatTheyHaveDone() throws Exception {
    assertThat(shell.show("plugin:enable com.example.off"))
        .isEqualTo("enabled com.example.off 1.2.3, which is running");
    assertThat(shell.show("plugin:disable com.example.off"))
        .isEqualTo("disabled com.example.off 1.2.3, which is disabled");
    assertThat(shell.show("plugin:remove com.example.off"))
        .isEqualTo("removed com.example.off 1.2.3");
    assertThat(manager.asked())
        .containsExactly(
            "enable com.example.off", "disable com.example.off", "remove com.example.off");
  }

  @Test
  void anErrorIsOneLineThatNamesThePlugin() {
    assertThatThrownBy(() -> shell.show("plugin:enable com.example.nobody"))
        .isInstanceOf(CommandException.class)
        .hasMessage("there is no plugin com.example.nobody; plugin:list shows all");
    assertThatThrownBy(() -> shell.show("plugin:info com.example.nobody"))
        .isInstanceOf(CommandException.class)
        .hasMessage("there is no plugin com.example.nobody; plugin:list shows all");
  }

  @Test
  void wrongArgumentsAreToldHowItIsCalled() {
    assertThatThrownBy(() -> shell.show("plugin:info"))
        .hasMessage("wrong arguments; it is plugin:info ID");
    assertThatThrownBy(() -> shell.show("plugin:list everything"))
        .hasMessage("wrong arguments; it is plugin:list");
    assertThatThrownBy(() -> shell.show("plugin:logs -n many com.example.hello"))
        .hasMessage("wrong arguments; it is plugin:logs [-f] [-n LINES] ID");
    assertThatThrownBy(() -> shell.show("plugin:config"))
        .hasMessage(
            "wrong arguments; it is plugin:config ID, or plugin:config ID KEY,"
                + " or plugin:config [-n] ID KEY VALUE");
  }

  @Test
  void anErrorHasNoNameOfAClassInItsText() {
    assertThatThrownBy(() -> shell.show("plugin:info com.example.nobody"))
        .hasToString("there is no plugin com.example.nobody; plugin:list shows all");
  }

  @Test
  void installsFromAFileAndFromAUrl(@TempDir Path folder) throws Exception {
    Path archive = Files.writeString(folder.resolve("a plugin.tar.gz"), "com.example.new");
    shell.session().currentDir(folder);

    assertThat(shell.show("plugin:install 'a plugin.tar.gz'"))
        .isEqualTo("installed com.example.new 1.2.3, which is disabled");
    shell.show("plugin:install --replace --enable '" + archive.toUri() + "'");

    assertThat(manager.asked())
        .containsExactly(
            "install com.example.new",
            "install com.example.new replacing",
            "enable com.example.new");
  }

  @Test
  void anArchiveThatIsNotThereIsSaidSo(@TempDir Path folder) {
    shell.session().currentDir(folder);

    assertThatThrownBy(() -> shell.show("plugin:install nothing.tar.gz"))
        .isInstanceOf(CommandException.class)
        .hasMessage(
            "cannot read the plugin archive nothing.tar.gz: there is no file "
                + folder.resolve("nothing.tar.gz"));
  }

  @Test
  void hooksShowsCallsErrorsAndLatencies() throws Exception {
    String row =
        "MessageWillBePosted       4       1          2        0  0.83  6.60  6.92    7.00";
    assertThat(shell.show("plugin:hooks com.example.hello").lines())
        .containsExactly(
            "HOOK                  CALLS  ERRORS  DECISIONS  DROPPED   P50   P95   P99  MAX MS",
            "MessageHasBeenPosted      0       0          0        0  0.00  0.00  0.00    0.00",
            row);
    assertThat(shell.show("plugin:hooks").lines())
        .containsExactly(
            "PLUGIN             HOOK                 CALLS  ERRORS  DECISIONS  DROPPED   P50   P95 "
                + "  P99  MAX MS",
            "com.example.hello  " + row.replace("Posted  ", "Posted "));
    assertThat(shell.show("plugin:hooks com.example.off"))
        .isEqualTo("plugin com.example.off handles no hooks: it is disabled");
  }

  @Test
  void statsShowsTheProcesses() throws Exception {
    List<String> lines = shell.columns(120).show("plugin:stats").lines().toList();

    assertThat(lines).hasSize(4);
    assertThat(lines.get(1))
        .containsPattern(
            "^com\\.example\\.hello +running +"
                + ProcessHandle.current().pid()
                + " +3m 7s +18\\.7s +10\\.0 +12\\.5 MiB +0$");
    assertThat(lines.get(2)).containsPattern("^com\\.example\\.off +disabled +- +- +- +- +- +0$");
  }

  @Test
  void envShowsTheEnvironmentWithoutItsSecrets() throws Exception {
    String text = shell.columns(500).show("plugin:env com.example.hello");

    assertThat(text).contains("process").contains("program").contains("PATH");
    assertThatThrownBy(() -> shell.show("plugin:env com.example.off"))
        .hasMessage("plugin com.example.off has no process: it is disabled");
  }

  @Test
  void whatAPluginSaysCannotDriveTheTerminal() throws Exception {
    manager.with(plugin("com.example.evil", PluginState.FAILED, "\u001b[2Jgone\r\nfake row"));

    assertThat(shell.columns(200).show("plugin:list"))
        .doesNotContain("\u001b")
        .contains("\\u001b[2Jgone ⏎ fake row");
  }

  private static Latencies latencies(long... millis) {
    LatencyRecorder recorder = new LatencyRecorder();
    LongStream.of(millis).forEach(one -> recorder.record(one * 1_000_000));
    return recorder.latencies();
  }
}
