package io.krait.codegen.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of a Python function.
 *
 * @param name without stars
 * @param type empty where it is to be derived
 * @param value the default
 * @param kind how it is passed
 */
record PythonParameter(String name, String type, Optional<String> value, Kind kind) {

  /** How a parameter is passed. */
  enum Kind {
    POSITIONAL,
    KEYWORD,
    ALL_OTHER_KEYWORDS
  }

  /** Reads a parameter list as Python writes it, with single quotes for strings. */
  static List<PythonParameter> parse(String signature) {
    List<PythonParameter> result = new ArrayList<>();
    Kind kind = Kind.POSITIONAL;
    for (String part : split(signature, ',')) {
      if (part.equals("*")) {
        kind = Kind.KEYWORD;
        continue;
      }
      List<String> sides = split(part, '=');
      List<String> left = split(sides.get(0), ':');
      String name = left.get(0);
      Kind own = name.startsWith("**") ? Kind.ALL_OTHER_KEYWORDS : kind;
      result.add(
          new PythonParameter(
              name.replace("*", ""),
              left.size() > 1 ? left.get(1) : "",
              sides.size() > 1 ? Optional.of(sides.get(1).replace('\'', '"')) : Optional.empty(),
              own));
    }
    return result;
  }

  /** Parameters as Python writes them. */
  static List<String> write(List<PythonParameter> parameters) {
    List<String> result = new ArrayList<>();
    boolean star = false;
    for (PythonParameter parameter : parameters) {
      if (parameter.kind == Kind.KEYWORD && !star) {
        result.add("*");
        star = true;
      }
      String stars = parameter.kind == Kind.ALL_OTHER_KEYWORDS ? "**" : "";
      result.add(
          stars
              + parameter.name
              + ": "
              + parameter.type
              + parameter.value.map(value -> " = " + value).orElse(""));
    }
    return result;
  }

  PythonParameter withType(String newType) {
    return new PythonParameter(name, newType, value, kind);
  }

  boolean mayBeNone() {
    return value.filter("None"::equals).isPresent();
  }

  // Splits where the separator stands outside of brackets and quotes.
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && (c == '[' || c == '(')) {
        depth++;
      } else if (!quoted && (c == ']' || c == ')')) {
        depth--;
      }
      if (c == separator && depth == 0 && !quoted) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    if (!part.toString().isBlank()) {
      parts.add(part.toString().strip());
    }
    return parts;
  }
}
