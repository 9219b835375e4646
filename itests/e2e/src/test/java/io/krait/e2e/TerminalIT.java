package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that are pressed at the shell in a terminal, and what they do. */
class TerminalIT {

  private static final String PROMPT = "krait> ";
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";

  @TempDir private Path folder;

  @Test
  void tabCompletesAndCtrlCEndsWhatIsAtHand() throws Exception {
    try (Server server =
        Server.atTerminal(
            folder.resolve("data"),
            Workspace.example("hello_python", folder),
            Workspace.example("moderator", folder))) {
      completes(server.shell());
      isInterrupted(server, server.shell());
    }
  }

  private void completes(Shell shell) {
    // Commands, with what they do.
    assertThat(shell.press("plugin:en\t", "(lets a plugin run"))
        .contains("(shows how a plugin's process was started");
    takeBack(shell);

    // Plugins, settings, options and files.
    assertThat(shell.press("plugin:info com\t", "com.example.")).doesNotContain("com.example.off");
    assertThat(shell.press("h\t\r", "State ")).contains("com.example.hello");
    assertThat(shell.press("plugin:config com.example.hello gr\t\r", "default"))
        .contains("greeting  Hello  default");
    shell.press("plugin:install -\t", "(take the place of another version)");
    takeBack(shell);
    shell.press("plugin:install " + folder + "/com.example.h\t", "com.example.hello-1.0.0.tar.gz");
    takeBack(shell);

    // What is wrong is told in one line, without a name of a class.
    assertThat(shell.run("plugin:info")).contains("\nwrong arguments; it is plugin:info ID\n");
    assertThat(shell.run("plugin:info com.example.nobody"))
        .contains("\nthere is no plugin com.example.nobody; plugin:list shows all\n");
  }

  private static void isInterrupted(Server server, Shell shell) throws InterruptedException {
    List<ProcessHandle> plugins = server.plugins();
    assertThat(plugins).hasSize(2);

    shell.press("plugin:logs -f com.example.hello\r", "ready on a server");
    assertThat(shell.press(CTRL_C, PROMPT)).doesNotContain("Exception");
    assertThat(shell.run("plugin:list")).containsPattern("com.example.hello +1\\.0\\.0 +running");

    // The first one takes back what has been typed, and the second one finds nothing to take back.
    shell.press("x", PROMPT + "x");
    shell.keys(CTRL_C + CTRL_C);
    assertThat(shell.hasEnded()).isTrue();
    assertThat(plugins).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void ctrlDEndsTheServer() throws Exception {
    try (Server server = Server.atTerminal(folder.resolve("data"))) {
      Shell shell = server.shell();
      Workspace.await("there is a prompt", () -> shell.screen().contains(PROMPT));

      shell.keys(CTRL_D);

      assertThat(shell.hasEnded()).isTrue();
    }
  }

  // Were it not taken back, the server would end by the second one and the next step would fail.
  private static void takeBack(Shell shell) {
    shell.keys(CTRL_C);
    shell.run("echo taken back");
  }
}
