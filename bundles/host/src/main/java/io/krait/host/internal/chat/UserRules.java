package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.User;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What accounts may be called, and how long what they hold may be, in characters. */
public final class UserRules {

  /** How long a nickname, a first and a last name may be. */
  public static final int LONGEST_NAME = 64;

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{1,64}");

  /** They address several people, or are the server's own. */
  private static final Set<String> RESERVED =
      Set.of("all", "channel", "here", "matterbot", "system");

  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
  private static final int LONGEST_EMAIL = 128;
  static final int LONGEST_PASSWORD = 72;

  private UserRules() {}

  /**
   * Refuses a name that no account can have.
   *
   * @param error the id of the error
   * @throws AppError with status 400
   */
  public static void username(String error, String name) {
    if (!USERNAME.matcher(name).matches() || RESERVED.contains(name)) {
      throw AppError.of(
          error,
          "a user name has 1 to 64 lower-case letters, digits, dots, hyphens and underscores, and"
              + " is no word that addresses several people",
          400);
    }
  }

  /**
   * Refuses a text that is too long.
   *
   * @param error the id of the error
   * @param field what it is, for the message
   * @throws AppError with status 400
   */
  public static void longest(String error, String field, String value, int most) {
    if (value.codePointCount(0, value.length()) > most) {
      throw AppError.of(error, "%s has at most %d characters".formatted(field, most), 400);
    }
  }

  /** The user as it is kept: names and addresses are the same in any case. */
  static User normalized(User user) {
    return user.toBuilder()
        .username(user.username().toLowerCase(Locale.ROOT))
        .email(user.email().toLowerCase(Locale.ROOT))
        .locale(user.locale().isEmpty() ? "en" : user.locale())
        .build();
  }

  static void check(User user) {
    username(id("username"), user.username());
    if (user.email().length() > LONGEST_EMAIL || !EMAIL.matcher(user.email()).matches()) {
      throw invalid("email", "an electronic mail address of at most 128 characters is required");
    }
    longest("nickname", user.nickname(), LONGEST_NAME);
    longest("first_name", user.firstName(), LONGEST_NAME);
    longest("last_name", user.lastName(), LONGEST_NAME);
    longest("position", user.position(), 128);
    longest("locale", user.locale(), 5);
    longest("auth_service", user.authService(), 32);
    longest("auth_data", user.authData().orElse(""), 128);
  }

  /** What no password can be costs no more than one that is wrong. */
  static String possiblePassword(String password) {
    return password.length() > LONGEST_PASSWORD ? "" : password;
  }

  static AppError invalid(String field, String message) {
    return AppError.of(id(field), message, 400);
  }

  private static void longest(String field, String value, int most) {
    longest(id(field), field, value, most);
  }

  private static String id(String field) {
    return "model.user.is_valid." + field + ".app_error";
  }
}
