package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.Server;
import io.krait.e2e.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A server is told to end while it starts. */
final class SigtermAtStart implements Trial {

  private static final Duration GONE_WITHIN = Duration.ofSeconds(30);

  /** What can be seen of a start, one after the other. */
  private enum Moment {
    BEGUN(server -> true),
    PRINTED(server -> !server.printed().isEmpty()),
    PLUGIN_STARTED(server -> !server.plugins().isEmpty());

    private final Predicate<Server> reached;

    Moment(Predicate<Server> reached) {
      this.reached = reached;
    }
  }

  @Override
  public String title() {
    return "SIGTERM at moments of the start";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    Path data = stage.newFolder().resolve("data");
    Path hello = Workspace.example("hello_python", stage.newFolder());
    Duration longest = Duration.ZERO;
    for (Moment moment : Moment.values()) {
      Server server = Server.starting(data, hello);
      try {
        Workspace.await("the start is at " + moment, () -> moment.reached.test(server));
        List<ProcessHandle> plugins = server.plugins();
        long began = System.nanoTime();
        server.signal("TERM");
        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        longest = taken.compareTo(longest) > 0 ? taken : longest;
        Workspace.await(
            "no plugin is left",
            GONE_WITHIN,
            () -> plugins.stream().noneMatch(ProcessHandle::isAlive));
      } finally {
        server.close();
      }
    }
    try (Server after = Server.start(data, hello)) {
      assertThat(after.plugins()).isNotEmpty();
    }
    return Row.of(
        "none",
        Moment.values().length,
        0,
        "has ended within %d ms, and starts again with the same data",
        longest.toMillis());
  }
}
