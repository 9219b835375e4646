package io.krait.host.internal.chat;

/** Patterns of {@code like}, to be used with the escape character {@code !}. */
public final class Patterns {

  private Patterns() {}

  /** What begins with a text. */
  public static String startingWith(String text) {
    return escaped(text) + "%";
  }

  /** What has a text somewhere. */
  public static String containing(String text) {
    return "%" + escaped(text) + "%";
  }

  /** Nothing but a text itself. */
  public static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
