package io.krait.codegen.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the lines of a Python module. */
final class PythonWriter {

  private static final int WIDTH = 100;
  private static final String HEADER = "# Generated from the contract; do not edit.\n";

  private static final Pattern SPACES = Pattern.compile(" +");

  private final StringBuilder text = new StringBuilder(HEADER);

  /** Adds a line, indented by {@code depth} levels; an empty one stays empty. */
  PythonWriter line(int depth, String line) {
    if (!line.isEmpty()) {
      text.append("    ".repeat(depth)).append(line);
    }
    text.append('\n');
    return this;
  }

  /** Adds an empty line. */
  PythonWriter gap() {
    return line(0, "");
  }

  /** Adds a docstring; nothing where {@code doc} is blank. */
  PythonWriter doc(int depth, String doc) {
    if (doc.isBlank()) {
      return this;
    }
    String safe = doc.strip().replace("\\", "\\\\").replace("\"\"\"", "'''");
    List<String> lines = wrap(safe, WIDTH - 4 * depth - 3);
    String single = "\"\"\"" + lines.get(0) + "\"\"\"";
    // A quote before the closing ones would be taken for one of them.
    boolean quoted = safe.endsWith("\"");
    if (lines.size() == 1 && !quoted && single.length() + 4 * depth <= WIDTH) {
      return line(depth, single);
    }
    line(depth, "\"\"\"" + lines.get(0));
    lines.subList(1, lines.size()).forEach(line -> line(depth, line));
    return line(depth, "\"\"\"");
  }

  /**
   * Breaks a text into lines of at most {@code width}. Lines that belong to one paragraph are
   * joined first, indented ones start anew, and what continues them is indented further.
   */
  static List<String> wrap(String text, int width) {
    List<String> paragraphs = new ArrayList<>();
    for (String line : text.lines().toList()) {
      boolean starts =
          paragraphs.isEmpty()
              || line.isBlank()
              || line.startsWith(" ")
              || line.startsWith("- ")
              || paragraphs.get(paragraphs.size() - 1).isBlank()
              || paragraphs.get(paragraphs.size() - 1).equals("Args:");
      if (starts) {
        paragraphs.add(line.stripTrailing());
      } else {
        int last = paragraphs.size() - 1;
        paragraphs.set(last, paragraphs.get(last) + " " + line.strip());
      }
    }
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      int indent = paragraph.length() - paragraph.stripLeading().length();
      String lead = " ".repeat(indent);
      String follow = indent > 0 ? lead + "    " : lead;
      StringBuilder line = new StringBuilder(lead);
      boolean empty = true;
      for (String word : SPACES.split(paragraph.strip(), -1)) {
        if (!empty && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line = new StringBuilder(follow);
          empty = true;
        }
        line.append(empty ? "" : " ").append(word);
        empty = false;
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Adds {@code head}, the items each on a line of its own, and {@code tail}. */
  PythonWriter block(int depth, String head, List<String> items, String tail) {
    String single = head + String.join(", ", items) + tail;
    if (4 * depth + single.length() <= WIDTH) {
      return line(depth, single);
    }
    line(depth, head);
    items.forEach(item -> line(depth + 1, item + ","));
    return line(depth, tail);
  }

  String text() {
    return text.toString();
  }
}
