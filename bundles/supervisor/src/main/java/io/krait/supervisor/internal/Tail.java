package io.krait.supervisor.internal;

import io.krait.api.VisibleText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines that a process has printed. */
final class Tail {

  static final int LINES = 200;

  private static final int MAX_LENGTH = 2000;

  private final Deque<String> lines = new ArrayDeque<>();

  synchronized void add(String line) {
    if (lines.size() == LINES) {
      lines.removeFirst();
    }
    // Not on one line: a traceback is indented.
    lines.addLast(
        VisibleText.lines(
            line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…"));
  }

  /** All of them, oldest first. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** The newest one that says something. */
  synchronized String last() {
    return lines.stream().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
  }
}
