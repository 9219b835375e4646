package io.krait.benchmarks.plugins;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects facts and figures; prints each at once, and writes all as JSON at the end. */
final class Report {

  private final List<String> facts = new ArrayList<>();
  private final List<String> figures = new ArrayList<>();

  /** Something that the figures depend on. */
  void fact(String fact) {
    System.out.println(fact);
    facts.add(quoted(fact));
  }

  /** A heading for what follows. */
  void heading(String text) {
    System.out.println();
    System.out.println(text);
  }

  /** A figure, with a line of its own. */
  void figure(String name, double value, String unit) {
    System.out.printf(Locale.ROOT, "%-56s %12.2f %s%n", name, value, unit);
    keep(name, value, unit);
  }

  /** A figure that a table shows. */
  void keep(String name, double value, String unit) {
    figures.add(
        "{\"name\": %s, \"value\": %s, \"unit\": %s}"
            .formatted(
                quoted(name),
                Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "null",
                quoted(unit)));
  }

  /** A table as Markdown writes it, the first row being its head. */
  void table(List<List<String>> rows) {
    System.out.println();
    for (int i = 0; i < rows.size(); i++) {
      System.out.println("| " + String.join(" | ", rows.get(i)) + " |");
      if (i == 0) {
        System.out.println("|" + "---|".repeat(rows.get(0).size()));
      }
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        """
        {"facts": [
          %s
        ], "figures": [
          %s
        ]}
        """
            .formatted(String.join(",\n  ", facts), String.join(",\n  ", figures)),
        StandardCharsets.UTF_8);
  }
}
