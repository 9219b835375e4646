package io.krait.webconsole.internal;

import io.krait.api.Nullable;
import java.util.regex.Pattern;

/** As much of what a plugin says as is passed on to a browser. */
final class Excerpt {

  private static final int LINE = 2_000;
  private static final int TEXT = 16_000;
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

  private Excerpt() {}

  /**
   * One line: line breaks and other control characters become spaces, and so do those that would
   * turn round what stands beside them.
   */
  static String line(@Nullable String text) {
    return UNSEEN.matcher(cut(text, LINE)).replaceAll(" ").strip();
  }

  /** A line as a program has printed it, with the space that it begins with. */
  static String output(String text) {
    return UNSEEN.matcher(cut(text, LINE).replace("\t", "    ")).replaceAll(" ").stripTrailing();
  }

  /** A text of several lines. */
  static String text(@Nullable String text) {
    return cut(text, TEXT);
  }

  private static String cut(@Nullable String text, int most) {
    if (text == null) {
      return "";
    }
    if (text.length() <= most) {
      return text;
    }
    // Not in the middle of a character of two halves.
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + " … (" + (text.length() - end) + " more characters)";
  }
}
