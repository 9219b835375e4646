package io.krait.shell.internal;

/**
 * What plugins say, made fit for a terminal: no control character reaches it, as those could move
 * the cursor, or rewrite what the administrator has seen.
 */
final class Printable {
  private Printable() {}

  /** On one line. */
  static String line(String text) {
    return clean(text.strip().replaceAll("\\s*\\R\\s*", " ⏎ "), false);
  }

  /** With its lines kept. */
  static String lines(String text) {
    return clean(text.stripTrailing().replaceAll("\\R", "\n"), true);
  }

  private static String clean(String text, boolean keepLines) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t') {
                clean.append(' ');
              } else if (c == '\n' && keepLines) {
                clean.append('\n');
              } else if (isHarmless(c)) {
                clean.appendCodePoint(c);
              } else {
                clean.append('\uFFFD');
              }
            });
    return clean.toString();
  }

  // Format characters include those that turn the direction of writing around.
  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
