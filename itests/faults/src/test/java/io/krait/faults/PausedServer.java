package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.RestClient;
import io.krait.e2e.Server;
import io.krait.e2e.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server stands still for longer than a plugin may be silent. */
final class PausedServer implements Trial {

  private static final String ID = "com.example.moderator";
  private static final Duration PAUSE = Duration.ofSeconds(5);
  // So long after it, a look at the plugins that was due in the pause would have found them dead.
  private static final Duration AFTERWARDS = Duration.ofSeconds(4);

  @Override
  public String title() {
    return "SIGSTOP of the server";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    Path data = stage.newFolder().resolve("data");
    Server.configure(
        data, "io.krait.supervisor", Map.of("health.interval.seconds", "1", "health.seconds", "1"));
    try (Server server = Server.start(data, Workspace.example("moderator", stage.newFolder()))) {
      RestClient ann = server.client().signUp("ann");
      String channel = ann.newTeam("home");
      List<ProcessHandle> plugin = server.plugin(ID);
      assertThat(plugin).isNotEmpty();
      server.pause();
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      server.goOn();
      long enough = System.nanoTime() + AFTERWARDS.toNanos();
      while (System.nanoTime() < enough) {
        assertThat(ann.say(channel, "heck").expect(201).text("message")).isEqualTo("****");
        TimeUnit.MILLISECONDS.sleep(100);
      }
      assertThat(server.plugin(ID)).as("the processes of the plugin").isEqualTo(plugin);
      return Row.of(
          "one author",
          1,
          0,
          "stood still for %d s with a look at plugins each second; the plugin has gone on",
          PAUSE.toSeconds());
    }
  }
}
