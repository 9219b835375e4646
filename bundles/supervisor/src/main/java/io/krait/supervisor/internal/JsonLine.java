package io.krait.supervisor.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a line that is one JSON object, as structured logs are. Strings become their value; all
 * else stays as it is written, as it is only shown.
 */
final class JsonLine {

  private static final int MAX_MEMBERS = 64;

  private final String text;
  private int position;

  private JsonLine(String text) {
    this.text = text;
  }

  /** The members of the object, in order; empty where the line is no JSON object. */
  static Optional<Map<String, String>> parse(String line) {
    String text = line.strip();
    if (!text.startsWith("{") || !text.endsWith("}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new JsonLine(text).object());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private Map<String, String> object() {
    Map<String, String> members = new LinkedHashMap<>();
    expect('{');
    if (peek() == '}') {
      position++;
    } else {
      do {
        String name = string();
        expect(':');
        String value = peek() == '"' ? string() : raw();
        if (members.size() < MAX_MEMBERS) {
          members.put(name, value);
        }
      } while (another());
    }
    if (position != text.length()) {
      throw new IllegalArgumentException("there is more after the object");
    }
    return members;
  }

  private boolean another() {
    char next = peek();
    position++;
    if (next != ',' && next != '}') {
      throw new IllegalArgumentException("a comma or the end is missing");
    }
    return next == ',';
  }

  private char peek() {
    while (Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return text.charAt(position);
  }

  private void expect(char expected) {
    if (peek() != expected) {
      throw new IllegalArgumentException("no " + expected);
    }
    position++;
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (true) {
      char next = text.charAt(position++);
      if (next == '"') {
        return value.toString();
      }
      value.append(next == '\\' ? escape() : next);
    }
  }

  private char escape() {
    char escaped = text.charAt(position++);
    return switch (escaped) {
      case '"', '\\', '/' -> escaped;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        position += 4;
        yield (char) Integer.parseInt(text.substring(position - 4, position), 16);
      }
      default -> throw new IllegalArgumentException("no escape: " + escaped);
    };
  }

  private String raw() {
    int start = position;
    int depth = 0;
    while (true) {
      char next = peek();
      if (next == '"') {
        string();
        continue;
      }
      if (depth == 0 && (next == ',' || next == '}')) {
        if (position == start) {
          throw new IllegalArgumentException("a value is missing");
        }
        return text.substring(start, position).strip();
      }
      if (next == '{' || next == '[') {
        depth++;
      } else if (next == '}' || next == ']') {
        depth--;
      }
      position++;
    }
  }
}
