package io.krait.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rows of a run, as one table. Rows may come from any thread. */
final class Ledger {

  private static final String HEAD =
      """
      | trial | load held | faults survived | lost | figures | time |
      |---|---|---|---|---|---|
      """;

  private final List<String> rows = new ArrayList<>();

  synchronized void add(Trial trial, Row row, Duration taken) {
    rows.add(
        "| %s | %s | %d | %d | %s | %.1f s |%n"
            .formatted(
                trial.title(),
                row.load(),
                row.faults(),
                row.lost(),
                row.figures(),
                taken.toMillis() / 1000.0));
  }

  /** A trial that has found something wrong. */
  synchronized void failed(Trial trial, Throwable why, Duration taken) {
    String first = String.valueOf(why.getMessage()).strip().lines().findFirst().orElse("");
    rows.add(
        "| %s | | | **failed** | %s | %.1f s |%n"
            .formatted(trial.title(), first.replace('|', '/'), taken.toMillis() / 1000.0));
  }

  /** The table, in Markdown. */
  synchronized String table() {
    return HEAD + String.join("", rows);
  }

  void write(Path file) throws IOException {
    Files.writeString(file, table());
  }
}
