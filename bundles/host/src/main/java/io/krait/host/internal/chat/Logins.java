package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.User;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Who logs in, and by which password. Safe for use from any thread. */
public final class Logins {

  private static final int LONGEST_LOGIN = 128;

  private final Surroundings surroundings;
  private final Database database;
  private final Passwords passwords;
  private final Users users;
  private final LoginAttempts attempts;

  /** The logins of these users. */
  public Logins(Surroundings surroundings, Passwords passwords, Users users) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.passwords = passwords;
    this.users = users;
    this.attempts = new LoginAttempts(surroundings.clock());
  }

  /**
   * The user who logs in with a name or an address and a password. Waits for the hooks.
   *
   * @param address from which address of the network
   * @throws AppError with status 401 where they are not right or the account is not active, 429
   *     where too many were wrong before from there
   */
  public User authenticate(String loginId, String password, String address) {
    User user = checked(loginId, password, address);
    return loggedIn(surroundings.hooks().userWillLogIn(user).await());
  }

  /**
   * As {@link #authenticate(String, String, String)}, without waiting; what follows the hooks runs
   * by {@code executor}.
   */
  public CompletionStage<User> authenticate(
      String loginId, String password, String address, Executor executor) {
    User user = checked(loginId, password, address);
    return surroundings.hooks().userWillLogIn(user).then(executor, this::loggedIn);
  }

  private User loggedIn(User user) {
    User loggedIn =
        database.inTransaction(
            sql -> {
              checkUnchanged(sql, user);
              sql.change(
                  "update users set last_login = ? where id = ?", surroundings.now(), user.id());
              return users.existing(sql, user.id());
            });
    surroundings.hooks().userHasLoggedIn(loggedIn);
    return loggedIn;
  }

  /**
   * Makes sure that the password by which somebody has logged in is still the account's. From then
   * on to the end of the transaction it cannot be changed.
   *
   * @throws AppError with status 401 where it is another one by now
   */
  static void checkUnchanged(Sql sql, User user) {
    // Not a query: a change that is under way is waited for, and one that comes later waits.
    int same =
        sql.change(
            "update users set last_login = last_login where id = ? and last_password_update = ?"
                + " and delete_at = 0",
            user.id(),
            user.lastPasswordUpdate());
    if (same == 0) {
      throw wrongLogin();
    }
  }

  /** Takes as long whether there is such an account or not, so that nobody learns which exist. */
  private User checked(String loginId, String password, String address) {
    String name = loginId.toLowerCase(Locale.ROOT);
    record Found(User user, String hash) {}
    Optional<Found> found =
        database.inTransaction(
            sql ->
                users.named(sql, name).map(user -> new Found(user, passwordHash(sql, user.id()))));
    // By the name as it was given, so that names that are nobody's are counted like all others.
    String account = name.substring(0, Math.min(name.length(), LONGEST_LOGIN));
    attempts.begin(account, address);
    String hash =
        found.map(Found::hash).filter(one -> !one.isEmpty()).orElseGet(passwords::ofNobody);
    if (!passwords.matches(UserRules.possiblePassword(password), hash)) {
      throw wrongLogin();
    }
    attempts.succeeded(account, address);
    User user = found.orElseThrow().user();
    if (user.isBot()) {
      throw AppError.of(
          "api.user.login.bot_login_forbidden.app_error",
          "bots do not log in; they have tokens",
          401);
    }
    if (user.deleteAt() != 0) {
      throw AppError.of("api.user.login.inactive.app_error", "the account is not active", 401);
    }
    checkAddress(user);
    return user;
  }

  /**
   * Sets a new password, and ends the sessions that were opened with the one before.
   *
   * @param session the one that goes on, as it is the one that asks for this; empty for none
   */
  public void setPassword(String id, String password, String session) {
    setPassword(sql -> id, password, session);
  }

  /** Who it is that sets a new password. */
  @FunctionalInterface
  public interface Whose {
    /** The user's id; fails where nobody may. */
    String in(Sql sql);
  }

  /**
   * Sets a new password for whom {@code whose} finds, once the password is known to be allowed, and
   * ends all sessions.
   */
  public void setPassword(Whose whose, String password) {
    setPassword(whose, password, "");
  }

  private void setPassword(Whose whose, String password, String session) {
    new PasswordRules(surroundings.configuration()).check(password);
    String hash = passwords.hash(password);
    record Outcome(String id, List<String> ended) {}
    Outcome outcome =
        database.inTransaction(
            sql -> {
              String id = whose.in(sql);
              users.existing(sql, id);
              sql.change(
                  "update users set password_hash = ?, failed_attempts = 0, last_password_update ="
                      + " ?, update_at = ? where id = ?",
                  hash,
                  surroundings.now(),
                  surroundings.now(),
                  id);
              return new Outcome(id, Users.endSessions(sql, id, session));
            });
    users.tellEnded(outcome.id(), outcome.ended());
  }

  /**
   * Makes sure that somebody who is logged in knows the password too.
   *
   * @param address from which address of the network
   * @throws AppError with status 400 where it is not right, 429 where too many were wrong before
   *     from there
   */
  public void checkPassword(String id, String password, String address) {
    attempts.begin(id, address);
    String hash = database.inTransaction(sql -> passwordHash(sql, id));
    if (!passwords.matches(UserRules.possiblePassword(password), hash)) {
      throw AppError.of(
          "api.user.update_password.incorrect.app_error", "the present password is not right", 400);
    }
    attempts.succeeded(id, address);
  }

  /** Administrators come in all the same: somebody has to see why no mail arrives. */
  private void checkAddress(User user) {
    if (!user.emailVerified()
        && !Set.of(user.roles().split(" ")).contains(Roles.SYSTEM_ADMIN)
        && surroundings.configuration().flag("EmailSettings", "RequireEmailVerification")) {
      throw AppError.of(
          "api.user.login.not_verified.app_error",
          "confirm your address first, with the code that you were mailed",
          401);
    }
  }

  private static String passwordHash(Sql sql, String id) {
    return sql.first("select password_hash from users where id = ?", row -> row.getString(1), id)
        .orElse("");
  }

  private static AppError wrongLogin() {
    return AppError.of(
        "api.user.login.invalid_credentials_email_username",
        "the login or the password is not right",
        401);
  }
}
