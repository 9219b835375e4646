package io.krait.api.management;

import java.util.regex.Pattern;

/**
 * How secrets are called: passwords, keys, tokens, and addresses that are enough to get in. Whoever
 * shows the settings or the environment of plugins leaves their values out.
 */
public final class SecretNames {

  private static final Pattern PATTERN =
      Pattern.compile(
          "secret|passw|passphrase|token|credential|webhook_?url|dsn|signing|encryption|_pwd|^pwd."
              + "|(api|access|private|encrypt|sign|auth|client|shared|license)[_-]?key",
          Pattern.CASE_INSENSITIVE);

  private SecretNames() {}

  /** Whether what has that name is taken for a secret. */
  public static boolean include(String name) {
    return PATTERN.matcher(name).find();
  }
}
