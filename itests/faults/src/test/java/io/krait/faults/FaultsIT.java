package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** All that is done to the server, one after the other, and the table of what came of it. */
class FaultsIT {

  /** Those that could go on for ever do so for this long. */
  private static final Duration EFFORT =
      Duration.ofSeconds(Long.parseLong(setting("KRAIT_FAULTS_SECONDS", "3")));

  /** Which trials, by their classes' names. */
  private static final Pattern CHOICE = Pattern.compile(setting("KRAIT_FAULTS_TRIALS", ".*"));

  private static final List<Trial> TRIALS =
      List.of(
          new PluginKilled(),
          new ServerKilled(),
          new PausedServer(),
          new HostileArchives(),
          new OddManifests(),
          new EventStreams(),
          new LiveClients(),
          new ApiBurst(),
          new IdleConnections(),
          new SigtermAtStart(),
          new FirstSignUps(),
          new Probes(),
          new OtherUser(),
          new LeftChildren(),
          new GreedyPlugin(),
          new GarbagePlugin(),
          new FuzzedRequests(),
          new SlowBodies(),
          new PluginStopped());

  @TempDir private static Path folder;
  private static final Ledger LEDGER = new Ledger();
  private static Stage stage;

  private static String setting(String name, String preset) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? preset : value;
  }

  @BeforeAll
  static void open() throws Exception {
    stage = Stage.open(folder, EFFORT);
  }

  @TestFactory
  Stream<DynamicTest> trials() {
    return TRIALS.stream()
        .filter(trial -> CHOICE.matcher(trial.getClass().getSimpleName()).matches())
        .map(trial -> DynamicTest.dynamicTest(trial.title(), () -> run(trial)));
  }

  private static void run(Trial trial) throws Throwable {
    long began = System.nanoTime();
    try {
      Row row = trial.run(stage);
      assertThat(row.lost()).as("lost by: " + trial.title()).isZero();
      LEDGER.add(trial, row, Duration.ofNanos(System.nanoTime() - began));
    } catch (Throwable failed) {
      LEDGER.failed(trial, failed, Duration.ofNanos(System.nanoTime() - began));
      throw failed;
    }
  }

  @AfterAll
  static void close() throws Exception {
    try {
      System.out.println(LEDGER.table());
      LEDGER.write(Path.of(System.getProperty("krait.faults.table")));
    } finally {
      if (stage != null) {
        stage.close();
      }
    }
  }
}
