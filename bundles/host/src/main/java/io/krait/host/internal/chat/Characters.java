package io.krait.host.internal.chat;

/** Counts what people take for characters, rather than what Java does: an emoji is one. */
final class Characters {

  private Characters() {}

  /** How many there are in a text. */
  static int in(String text) {
    return text.codePointCount(0, text.length());
  }
}
