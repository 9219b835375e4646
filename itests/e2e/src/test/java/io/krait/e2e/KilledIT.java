package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that are killed while they work. */
@ParameterizedClass(name = "on the lane: {0}")
@ValueSource(booleans = {true, false})
class KilledIT {

  private static final int WRITERS = 4;

  @Parameter private boolean lane;
  @TempDir private Path folder;

  private Path data() throws IOException {
    Path data = folder.resolve("data");
    Server.carry(data, lane);
    return data;
  }

  @Test
  void messagesGoOnWhileAPluginIsKilledAndItsCounterIsRight() throws Exception {
    try (Server server = Server.start(data(), Workspace.example("moderator", folder))) {
      RestClient ann = server.client().signUp("ann");
      String channel = ann.newTeam("home");
      AtomicBoolean enough = new AtomicBoolean();
      AtomicInteger posted = new AtomicInteger();
      AtomicInteger masked = new AtomicInteger();
      Callable<Void> writer =
          () -> {
            while (!enough.get()) {
              String message = ann.say(channel, "heck").expect(201).text("message");
              posted.incrementAndGet();
              if (message.equals("****")) {
                masked.incrementAndGet();
              }
            }
            return null;
          };
      ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
      try {
        List<Future<Void>> all =
            IntStream.range(0, WRITERS).mapToObj(i -> writers.submit(writer)).toList();
        Workspace.await("messages are masked", () -> masked.get() >= 20);
        List<ProcessHandle> killed = server.plugin("com.example.moderator");
        assertThat(killed).isNotEmpty();

        killed.forEach(ProcessHandle::destroyForcibly);

        Workspace.await(
            "the plugin is back",
            () ->
                server.plugin("com.example.moderator").stream()
                        .anyMatch(process -> !killed.contains(process))
                    && ann.runs("com.example.moderator"));
        int then = masked.get();
        Workspace.await("messages are masked again", () -> masked.get() >= then + 20);
        enough.set(true);
        for (Future<Void> done : all) {
          done.get();
        }
      } finally {
        enough.set(true);
        writers.shutdownNow();
      }

      // Of the messages that the process died over, the counter may know and the text not.
      String counts = ann.command(channel, "/moderator");
      assertThat(Integer.parseInt(counts.split(" ")[0]))
          .as("%s, for %d masked messages of %d", counts, masked.get(), posted.get())
          .isBetween(masked.get(), masked.get() + WRITERS);
    }
  }

  @Test
  void aServerThatWasKilledLeavesNoPluginAndStartsAgainWithAllItHadStored() throws Exception {
    Path data = data();
    Path hello = Workspace.example("hello_python", folder);
    Path moderator = Workspace.example("moderator", folder);
    String channel;
    List<ProcessHandle> plugins = List.of();
    try (Server server = Server.start(data, hello, moderator)) {
      RestClient ann = server.client().signUp("ann");
      channel = ann.newTeam("home");
      assertThat(ann.say(channel, "keep this, heck").expect(201).text("message"))
          .as(server.printed())
          .isEqualTo("keep this, ****");
      plugins = server.plugins();
      assertThat(plugins).hasSizeGreaterThanOrEqualTo(2);
      server.kill();
      List<ProcessHandle> all = plugins;
      Workspace.await(
          "no plugin is left",
          Duration.ofSeconds(5),
          () -> all.stream().noneMatch(ProcessHandle::isAlive));
    } finally {
      plugins.forEach(ProcessHandle::destroyForcibly);
    }

    try (Server server = Server.start(data, hello, moderator)) {
      RestClient ann = server.client().logIn("ann");
      assertThat(ann.messages(channel)).contains("keep this, ****");
      assertThat(ann.command(channel, "/moderator")).startsWith("1 messages masked");
    }
  }
}
