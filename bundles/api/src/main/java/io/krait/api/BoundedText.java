package io.krait.api;

/**
 * Keeps texts short that somebody else has made, such as a plugin: what people read, logs keep and
 * clients are sent must not be as long as another one likes.
 */
public final class BoundedText {

  /** Stands at the end of a text that has been cut. */
  public static final String MARK = "…";

  private BoundedText() {}

  /**
   * The text, or its beginning where it is longer than it may be.
   *
   * @param text any text
   * @param most how many characters, as {@link String#length()} counts them, the result has at
   *     most, {@link #MARK} included; at least 1
   * @return {@code text} itself, or its beginning and {@link #MARK}; no surrogate pair is divided
   */
  public static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - MARK.length();
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + MARK;
  }
}
