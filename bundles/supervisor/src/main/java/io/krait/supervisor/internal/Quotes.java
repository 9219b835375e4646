package io.krait.supervisor.internal;

/** How a plugin's own words are shown in messages of one line. */
final class Quotes {

  private static final int MAX_LENGTH = 200;

  private Quotes() {}

  static String quote(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ").strip();
    return '"' + (line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…") + '"';
  }
}
