package io.krait.runtime.internal.life;

import io.krait.api.VisibleText;
import io.krait.api.management.PluginLogs;
import io.krait.supervisor.OutputRecord;
import io.krait.supervisor.RecordLimit;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Where all that one plugin has logged comes together, whether it has printed it or called its API:
 * within one bound it goes to the plugin's own log and to the host's. Safe for use from any thread.
 */
final class PluginJournal {

  private final String pluginId;
  private final InstantSource clock;
  private final Consumer<Runnable> later;
  private final PluginLogBook book;
  private final LeastLevel least;
  private final System.Logger log;
  private final RecordLimit limit;
  private final AtomicBoolean reports = new AtomicBoolean();

  /**
   * The journal of a plugin.
   *
   * @param nanoTime measures how fast records come
   * @param later runs something in about a second
   * @param least from which level on the host's log has it
   */
  PluginJournal(
      String pluginId,
      InstantSource clock,
      LongSupplier nanoTime,
      Consumer<Runnable> later,
      PluginLogBook book,
      LeastLevel least,
      System.Logger log) {
    this.pluginId = pluginId;
    this.clock = clock;
    this.later = later;
    this.book = book;
    this.least = least;
    this.log = log;
    limit = new RecordLimit(RecordLimit.PER_SECOND, RecordLimit.AT_ONCE, nanoTime, this::write);
  }

  /** Takes a record of the plugin, unless there are too many. */
  void accept(OutputRecord record) {
    limit.accept(record);
    if (limit.isLeavingOut() && reports.compareAndSet(false, true)) {
      later.accept(this::report);
    }
  }

  // A flood may end without a record that passes and tells of those before it.
  private void report() {
    reports.set(false);
    limit.report();
  }

  /** Tells what has gone wrong with the plugin, which nothing keeps from being told. */
  void complain(Level level, String text) {
    String line = VisibleText.line(text);
    log.log(level, line);
    book.write(pluginId, new PluginLogs.Entry(clock.instant(), level, "krait", line, Map.of()));
  }

  private void write(OutputRecord record) {
    book.write(
        pluginId,
        new PluginLogs.Entry(
            clock.instant(), record.level(), record.source(), record.message(), record.fields()));
    // A host's log may let all that plugins log pass, so that this decides alone.
    if (least.includes(record.level())) {
      log.log(record.level(), text(record));
    }
  }

  // Further lines are indented, as else a plugin could make up records of others.
  private static String text(OutputRecord record) {
    String[] parts = record.message().split("\n", 2);
    StringBuilder text = new StringBuilder();
    if (!record.source().isEmpty()) {
      text.append(record.source()).append(": ");
    }
    text.append(parts[0]);
    record
        .fields()
        .forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    if (parts.length > 1) {
      text.append("\n    ").append(parts[1].replace("\n", "\n    "));
    }
    return text.toString();
  }
}
