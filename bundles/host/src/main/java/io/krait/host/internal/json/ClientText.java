package io.krait.host.internal.json;

import io.krait.api.BoundedText;
import java.util.regex.Pattern;

/** What an error may say to a client: nothing of what this server is made of, and not endlessly. */
public final class ClientText {

  private static final int LONGEST = 8 << 10;

  /** Names of classes of ours, of Java's and of libraries, as the texts of exceptions have them. */
  private static final Pattern CLASS =
      Pattern.compile(
          "\\b(?:java|javax|jakarta|jdk|sun|com\\.(?:fasterxml|google|sun|zaxxer)|io\\.(?:grpc|krait|netty)"
              + "|org\\.(?:apache|bouncycastle|eclipse|flywaydb|glassfish|h2|osgi))"
              + "\\.(?:[a-z_][\\w$]*\\.)*[A-Z][\\w$]*(?:\\.[A-Z][\\w$]*)*(?:: )?");

  private ClientText() {}

  /** The text without such names, and cut where it is too long. */
  public static String of(String text) {
    return CLASS.matcher(BoundedText.of(text, LONGEST)).replaceAll("").strip();
  }
}
