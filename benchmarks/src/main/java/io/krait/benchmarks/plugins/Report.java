package io.krait.benchmarks.plugins;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects rows of figures; prints each at once, and writes all as JSON at the end. */
final class Report {

  private final List<String> rows = new ArrayList<>();

  /** A heading for the rows that follow. */
  void heading(String text) {
    System.out.println();
    System.out.println(text);
  }

  /** A figure. */
  void figure(String name, double value, String unit) {
    System.out.printf(Locale.ROOT, "%-56s %12.2f %s%n", name, value, unit);
    rows.add(
        String.format(
            Locale.ROOT,
            "{\"name\": \"%s\", \"value\": %.4f, \"unit\": \"%s\"}",
            name,
            value,
            unit));
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, "[\n  " + String.join(",\n  ", rows) + "\n]\n", StandardCharsets.UTF_8);
  }
}
