package io.krait.benchmarks.plugins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Shows what contests came to, each with the contestants that the others are put beside. */
final class ComparisonTable {

  private final Report report;
  private final Map<String, UnaryOperator<String>> others = new LinkedHashMap<>();

  ComparisonTable(Report report) {
    this.report = report;
  }

  /**
   * Adds a column of ratios.
   *
   * @param head what it is called
   * @param other says for a contestant whom it is put beside; there is no ratio to itself, and none
   *     to somebody who did not take part
   */
  ComparisonTable beside(String head, UnaryOperator<String> other) {
    others.put(head, other);
    return this;
  }

  /** Prints a table of one contest, and keeps its figures. */
  void show(String what, Contest.Outcome outcome) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>();
    head.addAll(List.of(what, "p50", "p99", "calls", "processor time per call"));
    head.addAll(others.keySet());
    rows.add(head);
    for (String name : outcome.names()) {
      rows.add(row(what, name, outcome));
    }
    report.table(rows);
  }

  private List<String> row(String what, String name, Contest.Outcome outcome) {
    String prefix = what + ", " + name + ", ";
    report.keep(prefix + "p50", outcome.p50(name), "us");
    report.keep(prefix + "p99", outcome.p99(name), "us");
    report.keep(prefix + "calls", outcome.callsPerSecond(name), "/s");
    report.keep(prefix + "processor time per call", outcome.processor(name), "us");
    List<String> row = new ArrayList<>();
    row.add(name);
    row.add(text("%.0f µs", outcome.p50(name)));
    row.add(text("%.0f µs", outcome.p99(name)));
    row.add(text("%.0f /s", outcome.callsPerSecond(name)));
    row.add(text("%.0f µs", outcome.processor(name)));
    for (UnaryOperator<String> column : others.values()) {
      String other = column.apply(name);
      if (other.equals(name) || !outcome.names().contains(other)) {
        row.add("");
      } else {
        double rate = outcome.rateRatio(name, other);
        double p50 = outcome.p50Ratio(name, other);
        report.keep(prefix + "calls beside " + other, rate, "x");
        report.keep(prefix + "p50 beside " + other, p50, "x");
        row.add(text("calls × %.2f", rate) + text(", p50 × %.2f", p50));
      }
    }
    return row;
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
