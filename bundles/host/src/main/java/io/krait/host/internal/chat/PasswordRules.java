package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.host.internal.configuration.ServerConfiguration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/** What a new password must be like, as {@code PasswordSettings} say. */
final class PasswordRules {

  private static final String SYMBOLS = " !\"\\#$%&'()*+,-./:;<=>?@[]^_`|~";

  private final ServerConfiguration configuration;

  PasswordRules(ServerConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * Looks at a new password.
   *
   * @throws AppError with status 400 where it is not allowed; it says all that is wanted
   */
  void check(String password) {
    long shortest = configuration.number("PasswordSettings", "MinimumLength");
    if (password.length() < shortest || password.length() > UserRules.LONGEST_PASSWORD) {
      throw UserRules.invalid(
          "pwd",
          "a password has %d to %d characters".formatted(shortest, UserRules.LONGEST_PASSWORD));
    }
    Map<String, IntPredicate> kinds = new LinkedHashMap<>();
    kinds.put("Lowercase", character -> character >= 'a' && character <= 'z');
    kinds.put("Uppercase", character -> character >= 'A' && character <= 'Z');
    kinds.put("Number", character -> character >= '0' && character <= '9');
    kinds.put("Symbol", character -> SYMBOLS.indexOf(character) >= 0);
    kinds.keySet().removeIf(kind -> !configuration.flag("PasswordSettings", kind));
    if (!kinds.values().stream().allMatch(kind -> password.chars().anyMatch(kind))) {
      String wanted = String.join("_", kinds.keySet()).toLowerCase(Locale.ROOT);
      throw UserRules.invalid(
          "pwd_" + wanted, "a password needs each of these: " + wanted.replace("_", ", "));
    }
  }
}
