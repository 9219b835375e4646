package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.Workspace;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A plugin takes more of the machine than it may, and floods the log. */
final class GreedyPlugin implements Trial {

  static final String ID = "com.example.greedy";

  private static final long MOST_DESCRIPTORS = 4096;
  // Five files of 10 MB are kept.
  private static final long MOST_LOG = 60_000_000;

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public String title() {
    return "a plugin that takes too much";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    try (InstalledPlugin plugin = stage.install(ID, stage.plugin(ID, "greedy.py"));
        Pings pings = Pings.to(stage.server())) {
      long descriptors = Long.parseLong(ask(plugin, "descriptors"));
      assertThat(descriptors).as("descriptors of a process").isBetween(1L, MOST_DESCRIPTORS);

      ask(plugin, "log?seconds=" + stage.effort().toSeconds());
      long logged = bytes(stage.data().resolve("log"));
      assertThat(logged).as("bytes of logs").isLessThan(MOST_LOG);

      endsBy(stage, plugin, "memory", "it has used");
      endsBy(stage, plugin, "threads", "processes and threads, and may have");
      return Row.of(
          "pings",
          4,
          0,
          "%d descriptors and no more; logs of %d MB after a flood; ended for memory and for"
              + " threads, and back; %s",
          descriptors,
          logged / 1_000_000,
          pings.end());
    }
  }

  /** Has it take too much, which it is ended for, with the reason in the log. */
  private void endsBy(Stage stage, InstalledPlugin plugin, String what, String reason)
      throws Exception {
    List<ProcessHandle> before = plugin.processes();
    ask(plugin, what);
    Workspace.await(
        "the plugin is ended for its " + what,
        () -> before.stream().noneMatch(ProcessHandle::isAlive));
    Workspace.await(
        "the log says why",
        () ->
            text(stage.server().log(stage.data())).contains("plugin " + ID)
                && text(stage.server().log(stage.data())).contains(reason));
    plugin.awaitRunning();
  }

  private String ask(InstalledPlugin plugin, String what) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(HttpRequest.newBuilder(plugin.page(what)).build(), BodyHandlers.ofString());
    return answer.body();
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException rotated) {
      return "";
    }
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
