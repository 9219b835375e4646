package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.Workspace;
import java.util.List;

/** A plugin that looks at each message is killed while messages are posted. */
final class PluginKilled implements Trial {

  private static final String ID = "com.example.moderator";
  private static final int AUTHORS = 8;
  // The third failure in an hour would be the last.
  private static final int KILLS = 2;

  @Override
  public String title() {
    return "kill -9 of a plugin under posts";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    Messages messages = new Messages(stage.admin(), stage.admin().newTeam(stage.newName("team")));
    try (InstalledPlugin plugin =
            stage.install(ID, Workspace.example("moderator", stage.newFolder()));
        Pings pings = Pings.to(stage.server());
        Crowd authors = Crowd.of(AUTHORS, number -> messages.post("heck " + number))) {
      long each = stage.effort().toMillis() / KILLS;
      for (int kill = 0; kill < KILLS; kill++) {
        long then = messages.acknowledged();
        long enough = System.nanoTime() + each * 1_000_000;
        Workspace.await(
            "messages are posted",
            () -> messages.acknowledged() > then && System.nanoTime() > enough);
        List<ProcessHandle> killed = plugin.processes();
        assertThat(killed).isNotEmpty();
        killed.forEach(ProcessHandle::destroyForcibly);
        Workspace.await(
            "the plugin is back",
            () ->
                plugin.processes().stream().anyMatch(process -> !killed.contains(process))
                    && plugin.runs());
      }
      double rate = authors.rate();
      authors.join();
      String ping = pings.end();
      return Row.of(
          "%d authors, %.0f posts/s".formatted(AUTHORS, rate),
          KILLS,
          messages.lost(stage.admin()),
          "%d acknowledged, %d refused; %s",
          messages.acknowledged(),
          messages.refused(),
          ping);
    }
  }
}
