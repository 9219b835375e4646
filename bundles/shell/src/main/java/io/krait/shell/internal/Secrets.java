package io.krait.shell.internal;

import io.krait.api.management.SettingsSchema;
import io.krait.api.management.SettingsSchema.Type;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which values are not shown. */
final class Secrets {
  static final String MASK = "********";

  private static final Pattern NAMES =
      Pattern.compile(
          "secret|passw|passphrase|token|credential|webhook_?url|dsn|signing|encryption|_pwd|^pwd"
              + "|(api|access|private|encrypt|sign|auth|client|shared|license)[_-]?key",
          Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  /** Whether the value of that name looks like a secret: of an environment variable, say. */
  static boolean isSecret(String name) {
    return NAMES.matcher(name).find();
  }

  /** Whether the value of that setting is one: generated ones are keys for others to call with. */
  static boolean isSecret(String key, Optional<SettingsSchema> schema) {
    return isSecret(key)
        || schema
            .flatMap(s -> s.setting(key))
            .filter(setting -> setting.type() == Type.GENERATED)
            .isPresent();
  }
}
