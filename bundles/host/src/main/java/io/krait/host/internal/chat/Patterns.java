package io.krait.host.internal.chat;

/** Patterns of {@code like}, to be used with the escape character {@code !}. */
final class Patterns {

  private Patterns() {}

  static String startingWith(String text) {
    return escaped(text) + "%";
  }

  static String containing(String text) {
    return "%" + escaped(text) + "%";
  }

  static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
