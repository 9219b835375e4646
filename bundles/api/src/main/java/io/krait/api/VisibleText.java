package io.krait.api;

import java.util.Locale;

/**
 * Text of a plugin, a client or a file's name, made fit for a log, a terminal and an answer: no
 * character in it does something instead of being seen. Control characters could move the cursor,
 * rewrite what an administrator has read or make up further records; others turn the direction of
 * writing around or are not seen at all. Each is written as JSON does, such as {@code \u001b}.
 */
public final class VisibleText {

  private static final String CUT = "…";
  private static final String LINE_END = " ⏎ ";

  private VisibleText() {}

  /**
   * On one line: what separates lines becomes {@code ⏎}.
   *
   * @param text of any length and content
   */
  public static String line(String text) {
    String stripped = text.strip();
    return clean(hasLines(stripped) ? stripped.replaceAll("\\s*\\R\\s*", LINE_END) : stripped);
  }

  /**
   * With its lines kept, each of which ends with a line feed but the last.
   *
   * @param text of any length and content
   */
  public static String lines(String text) {
    return clean(text.stripTrailing().replaceAll("\\R", "\n"));
  }

  /**
   * The beginning of a text, on one line.
   *
   * @param most how many characters of the text are kept at most; what is cut is told by {@code …}
   */
  public static String excerpt(String text, int most) {
    if (text.length() <= most) {
      return line(text);
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return line(text.substring(0, end)) + CUT;
  }

  private static boolean hasLines(String text) {
    return text.chars().anyMatch(c -> c < ' ' || c == 0x85 || c == 0x2028 || c == 0x2029);
  }

  private static String clean(String text) {
    int first = firstUnseen(text, 0);
    if (first == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length() + 16);
    int from = 0;
    for (int at = first; at < text.length(); at = firstUnseen(text, from)) {
      int unseen = text.codePointAt(at);
      clean.append(text, from, at);
      from = at + Character.charCount(unseen);
      for (int i = at; i < from; i++) {
        clean.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(i)));
      }
    }
    return clean.append(text, from, text.length()).toString();
  }

  private static int firstUnseen(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int next = text.codePointAt(at);
      if (!isSeen(next)) {
        return at;
      }
      at += Character.charCount(next);
    }
    return at;
  }

  private static boolean isSeen(int character) {
    if (character == '\n' || character == '\t' || character == 0x200c || character == 0x200d) {
      // The last two join letters, or keep them apart, as many languages need it.
      return true;
    }
    return switch (Character.getType(character)) {
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
