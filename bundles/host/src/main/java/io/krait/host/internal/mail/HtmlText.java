package io.krait.host.internal.mail;

/** Texts as they are written into HTML. */
public final class HtmlText {

  private HtmlText() {}

  /** A text that is shown as it is, within an element or an attribute in double quotes. */
  public static String of(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
