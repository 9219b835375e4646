package io.krait.runtime.internal.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.PluginLogs;
import io.krait.supervisor.OutputRecord;
import io.krait.supervisor.RecordLimit;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PluginJournalTest {

  private static final long MILLISECOND = 1_000_000;

  private final PluginLogBook book = new PluginLogBook();
  private final Written written = new Written();
  private final AtomicLong now = new AtomicLong();
  private final List<Runnable> later = new ArrayList<>();
  private final MemoryChoices choices = new MemoryChoices();
  private final PluginJournal journal =
      new PluginJournal(
          "hello",
          () -> Instant.EPOCH,
          now::get,
          later::add,
          book,
          new LeastLevel(
              "hello",
              choices,
              new LifeSettings(Duration.ZERO, "INFO", Duration.ZERO, Duration.ZERO)),
          written);

  @Test
  void theHostsLogHasWhatTheLevelOfThePluginLetsPass() throws Exception {
    journal.accept(new OutputRecord(Level.DEBUG, "", "quiet", Map.of()));
    choices.change("hello", before -> before.withLogLevel("DEBUG"));
    journal.accept(new OutputRecord(Level.DEBUG, "", "loud", Map.of()));

    assertThat(written.lines).containsExactly("DEBUG loud");
  }

  @Test
  void whatNobodyWouldSeeIsVisibleInBothLogs() {
    journal.accept(record("\u001b]0;root\u0007\u202egnp.exe", Map.of("k\u001b[1m", "v\u009b2J")));

    String visible = "\\u001b]0;root\\u0007\\u202egnp.exe";
    assertThat(written.lines).containsExactly("ERROR " + visible + " k\\u001b[1m=v\\u009b2J");
    assertThat(book.recent("hello", 1))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.message()).isEqualTo(visible);
              assertThat(entry.fields()).containsOnlyKeys("k\\u001b[1m");
            });
  }

  @Test
  void furtherLinesCannotBeTakenForRecords() {
    journal.accept(record("one\n2026-01-01 ERROR host: two\r\nthree", Map.of("n", "1")));

    assertThat(written.lines)
        .containsExactly("ERROR one n=1\n    2026-01-01 ERROR host: two\n    three");
  }

  @Test
  void floodIsBoundedAndCountedEvenWhereNothingFollows() {
    int most = 5 * RecordLimit.PER_SECOND + RecordLimit.AT_ONCE;

    for (int i = 0; i < 50_000; i++) {
      now.addAndGet(MILLISECOND / 10);
      journal.accept(record("flood", Map.of()));
    }
    assertThat(later).hasSize(1);
    later.remove(0).run();

    assertThat(written.lines).hasSizeBetween(RecordLimit.AT_ONCE, most + 10);
    assertThat(written.lines.get(written.lines.size() - 1))
        .matches("WARNING [0-9]+ records left out: the plugin prints or logs more than 200 .*");
    assertThat(counted() + flooded()).isEqualTo(50_000);
  }

  private long flooded() {
    return written.lines.stream().filter("ERROR flood"::equals).count();
  }

  private long counted() {
    return written.lines.stream()
        .filter(line -> line.contains("left out"))
        .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
        .sum();
  }

  @Test
  void hugeRecordIsCut() {
    journal.accept(record("x".repeat(64 << 20), Map.of()));

    PluginLogs.Entry entry = book.recent("hello", 1).get(0);
    assertThat(entry.message()).hasSize(OutputRecord.LONGEST_MESSAGE + 1).endsWith("x…");
  }

  @Test
  void whatGoesWrongIsToldWhateverThePluginSays() {
    for (int i = 0; i < 2000; i++) {
      journal.accept(record("flood", Map.of()));
    }
    journal.complain(Level.WARNING, "it has failed: \u001b[31mred");

    assertThat(written.lines).last().isEqualTo("WARNING it has failed: \\u001b[31mred");
  }

  private static OutputRecord record(String message, Map<String, String> fields) {
    return new OutputRecord(Level.ERROR, "", message, fields);
  }

  /** Remembers what was logged. */
  private static final class Written implements System.Logger {
    private final List<String> lines = new ArrayList<>();

    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String text, Throwable failure) {
      lines.add(level + " " + text);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      lines.add(level + " " + format);
    }
  }
}
