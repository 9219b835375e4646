package io.krait.host.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.Channel;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.TestHost;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed amid the work of many; what it has said to be kept is kept. */
class KilledWritersTest {

  private static final int KILLS = 2;

  /** How much of each kind a round has to have acknowledged before it is killed. */
  private static final int ENOUGH = 150;

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path folder;

  private final Set<String> posts = new TreeSet<>();
  private final Map<String, TreeSet<Long>> counted = new HashMap<>();

  @Test
  void whatWasAcknowledgedIsThereAfterTheServerWasKilled() throws Exception {
    HostSettings settings = TestSettings.onTestedDatabase(folder, false);
    User author;
    Channel channel;
    try (TestHost host = new TestHost(settings, HostHooks.NONE)) {
      author = host.user("ada");
      channel = host.channel(host.team("crew"), "deck");
    }
    for (int kill = 1; kill <= KILLS; kill++) {
      killAmidWork(settings, author, channel);

      try (TestHost host = new TestHost(settings, HostHooks.NONE)) {
        assertThatNoPostIsLost(host, channel);
        assertThatNoCountIsLost(host, kill);
      }
    }
  }

  private void assertThatNoPostIsLost(TestHost host, Channel channel) {
    Set<String> kept =
        Set.copyOf(
            host.surroundings()
                .database()
                .inTransaction(
                    sql ->
                        sql.list(
                            "select id from posts where channel_id = ? and kind = ''",
                            row -> row.getString(1),
                            channel.id())));
    assertThat(kept).containsAll(posts);
    // A post and what counts it are one.
    assertThat(host.channels().get(channel.id()).totalMsgCount()).isEqualTo(kept.size());
  }

  private void assertThatNoCountIsLost(TestHost host, int kills) {
    assertThat(counted).hasSize(KilledWriters.COUNTERS);
    counted.forEach(
        (counter, numbers) -> {
          long value =
              KilledWriters.number(host.services().entries().get(KilledWriters.PLUGIN, counter));
          // Of each writer one may have been kept without his having been told.
          int untold = kills * KilledWriters.WRITERS / KilledWriters.COUNTERS;
          assertThat(value)
              .as(counter)
              .isBetween((long) numbers.size(), (long) numbers.size() + untold)
              .isGreaterThanOrEqualTo(numbers.last());
        });
  }

  private void killAmidWork(HostSettings settings, User author, Channel channel) throws Exception {
    Process writers =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    KilledWriters.class.getName(),
                    folder.toString(),
                    settings.jdbc().url(),
                    settings.jdbc().user(),
                    author.id(),
                    channel.id()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread deadline = endAfterAll(writers);
    int[] told = new int[2];
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(writers.getInputStream(), StandardCharsets.US_ASCII))) {
      String line;
      while ((line = lines.readLine()) != null) {
        String[] words = line.split(" ");
        if (words[0].equals("post")) {
          told[0]++;
          assertThat(posts.add(words[1])).isTrue();
        } else {
          told[1]++;
          assertThat(
                  counted
                      .computeIfAbsent(words[0], counter -> new TreeSet<>())
                      .add(Long.valueOf(words[1])))
              .as("nobody else counted %s", line)
              .isTrue();
        }
        if (told[0] >= ENOUGH && told[1] >= ENOUGH) {
          // Not by itself: that would close what there is still to be read.
          writers.toHandle().destroyForcibly();
        }
      }
    } finally {
      deadline.interrupt();
      writers.destroyForcibly();
      assertThat(writers.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
    assertThat(IntStream.of(told).min().getAsInt()).isGreaterThanOrEqualTo(ENOUGH);
  }

  /** Ends a process that does not get as far as it should. */
  private static Thread endAfterAll(Process process) {
    Thread thread =
        new Thread(
            () -> {
              try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                  process.toHandle().destroyForcibly();
                }
              } catch (InterruptedException over) {
                // It has come to its end in time.
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
