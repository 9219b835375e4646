package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.RestClient;
import io.krait.e2e.Workspace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** A plugin that looks at each message is stopped, and so answers nothing, while many post. */
final class PluginStopped implements Trial {

  private static final String ID = "com.example.moderator";
  private static final int AUTHORS = 300;

  @Override
  public String title() {
    return "SIGSTOP of a plugin under posts";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    RestClient admin = stage.admin();
    String channel = admin.newTeam(stage.newName("team"));
    Map<Integer, AtomicLong> ends = new ConcurrentHashMap<>();
    ExecutorService authors = Executors.newFixedThreadPool(AUTHORS);
    try (InstalledPlugin plugin =
        stage.install(ID, Workspace.example("moderator", stage.newFolder()))) {
      List<ProcessHandle> stopped = plugin.processes();
      assertThat(stopped).isNotEmpty();
      Signals.send("STOP", stopped);
      List<Future<?>> posts;
      String ping;
      try (Pings pings = Pings.to(stage.server())) {
        posts =
            IntStream.range(0, AUTHORS)
                .<Future<?>>mapToObj(
                    i ->
                        authors.submit(
                            () -> {
                              int status = admin.say(channel, "heck " + i).status();
                              ends.computeIfAbsent(status, any -> new AtomicLong())
                                  .incrementAndGet();
                            }))
                .toList();
        long enough = System.nanoTime() + stage.effort().toNanos();
        Workspace.await("all wait for it", () -> System.nanoTime() > enough);
        assertThat(stage.server().client().get("/system/ping").status()).isEqualTo(200);
        ping = pings.end();
      } finally {
        Signals.send("CONT", stopped);
      }
      for (Future<?> post : posts) {
        post.get(5, TimeUnit.MINUTES);
      }
      plugin.awaitRunning();
      assertThat(ends.keySet()).as("answers to posts").isSubsetOf(201, 400, 503, 504);
      long unmasked =
          admin.messages(channel).stream().filter(message -> message.contains("heck")).count();
      return Row.of(
          "%d authors".formatted(AUTHORS),
          1,
          0,
          "answers to posts: %s, %d passed without the plugin; %s",
          new TreeMap<>(ends),
          unmasked,
          ping);
    } finally {
      authors.shutdownNow();
    }
  }
}
