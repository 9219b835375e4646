package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.User;
import io.krait.api.model.UserAuth;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The accounts of the server. Safe for use from any thread. */
public final class Users {

  private static final String ADMINISTRATOR = "system_user system_admin";

  private final Surroundings surroundings;
  private final Database database;
  private final Passwords passwords;
  private final UserRows rows;

  /** The accounts that are kept in the database of these surroundings. */
  public Users(Surroundings surroundings, Passwords passwords) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.passwords = passwords;
    this.rows = new UserRows(surroundings.json());
  }

  /**
   * Creates an account.
   *
   * @throws AppError with status 400 where a value is not allowed, 409 where name or address is
   *     taken
   */
  public User create(User wanted) {
    return create(wanted, (sql, user) -> {});
  }

  /** What is done together with the creation of an account, or not at all. */
  @FunctionalInterface
  public interface Also {
    /** Does it for the account that is being created. */
    void with(Sql sql, User user);
  }

  /** Creates an account as {@link #create(User)} does, and what belongs to it. */
  public User create(User wanted, Also also) {
    return create(wanted, false, also);
  }

  /**
   * Creates the account of the first administrator, as {@link #create(User)} does.
   *
   * @throws AppError also with status 403 where there is one already, or has been
   */
  User createFirst(User wanted) {
    if (!noneYet()) {
      throw notFirst();
    }
    return create(wanted, true, (sql, user) -> {});
  }

  private static AppError notFirst() {
    return AppError.of(
        "api.user.create_user.admin_code.app_error",
        "there is an administrator already, and the code is worth nothing any more",
        403);
  }

  private User create(User wanted, boolean first, Also also) {
    if (wanted.password().isEmpty() && wanted.authService().isEmpty() && !wanted.isBot()) {
      throw UserRules.invalid("pwd", "a password or an authentication service is required");
    }
    if (!wanted.password().isEmpty()) {
      new PasswordRules(surroundings.configuration()).check(wanted.password());
    }
    long now = surroundings.now();
    User user =
        UsualSettings.of(UserRules.normalized(wanted)).toBuilder()
            .id(surroundings.ids().next())
            .createAt(now)
            .updateAt(now)
            .deleteAt(0)
            .lastPasswordUpdate(now)
            .lastLogin(0)
            .password("")
            .build();
    UserRules.check(user);
    String hash = wanted.password().isEmpty() ? "" : passwords.hash(wanted.password());
    User stored =
        unlessTaken(
            sql -> {
              if (first && !isFirst(sql, user.id())) {
                throw notFirst();
              }
              String roles = user.roles().isEmpty() ? Roles.SYSTEM_USER : user.roles();
              Roles.check(sql, roles);
              rows.insert(sql, user.toBuilder().roles(first ? ADMINISTRATOR : roles).build(), hash);
              also.with(sql, user);
              return existing(sql, user.id());
            });
    surroundings.hooks().userHasBeenCreated(stored);
    return stored;
  }

  /** Locks the row, so that of several at the same time only one is the first. */
  private static boolean isFirst(Sql sql, String id) {
    int marked =
        sql.change(
            "update facts set content = ? where name = 'first_administrator' and content = ''", id);
    return marked == 1 && !hasAdministrator(sql);
  }

  /**
   * The user with this id, active or not.
   *
   * @throws AppError with status 404 where there is none
   */
  public User get(String id) {
    return database.inTransaction(sql -> existing(sql, id));
  }

  /** The user with this id, if there is one. */
  public Optional<User> find(String id) {
    return database.inTransaction(sql -> rows.byId(sql, id));
  }

  /**
   * The user with this address.
   *
   * @throws AppError with status 404 where there is none
   */
  public User byEmail(String email) {
    return findByEmail(email).orElseThrow(() -> missing("the address " + email));
  }

  /** The user with this address, if there is one. */
  public Optional<User> findByEmail(String email) {
    return database.inTransaction(sql -> rows.by(sql, "email", email.toLowerCase(Locale.ROOT)));
  }

  /**
   * The user with this name.
   *
   * @throws AppError with status 404 where there is none
   */
  public User byUsername(String name) {
    return database
        .inTransaction(sql -> rows.by(sql, "username", name.toLowerCase(Locale.ROOT)))
        .orElseThrow(() -> missing("the name " + name));
  }

  /** Those of these ids that are users', by name. */
  public List<User> byIds(List<String> ids) {
    Set<String> wanted = Set.copyOf(IdLists.bounded("user_ids", ids));
    return database.inTransaction(sql -> rows.among(sql, "id", wanted));
  }

  /** Those of these names that are users', by name. */
  public List<User> byUsernames(List<String> names) {
    Set<String> lower =
        Set.copyOf(
            IdLists.bounded("usernames", names).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList());
    return database.inTransaction(sql -> rows.among(sql, "username", lower));
  }

  /**
   * Replaces the profile of a user.
   *
   * @throws AppError with status 404, 400 or 409, as the contract has it
   */
  public User update(User wanted) {
    return change(wanted.id(), present -> wanted);
  }

  /** Replaces the profile of a user by what is made of it; nobody changes it meanwhile. */
  public User change(String id, UnaryOperator<User> change) {
    return told(
        unlessTaken(
            sql -> {
              User wanted = UserRules.normalized(change.apply(locked(sql, id)));
              User user = wanted.toBuilder().updateAt(surroundings.now()).build();
              UserRules.check(user);
              rows.updateProfile(sql, user);
              return existing(sql, id);
            }));
  }

  /** Activates or deactivates an account; deactivation ends its sessions, and stops its bots. */
  public void setActive(String id, boolean active) {
    long now = surroundings.now();
    record Change(boolean made, List<String> ended) {}
    Change change =
        database.inTransaction(
            sql -> {
              User user = locked(sql, id);
              if (active == (user.deleteAt() == 0)) {
                return new Change(false, List.of());
              }
              sql.change(
                  "update users set delete_at = ?, update_at = ? where id = ?",
                  active ? 0L : now,
                  now,
                  id);
              return new Change(true, endSessions(sql, id, ""));
            });
    if (!change.made()) {
      return;
    }
    tellEnded(id, change.ended());
    User changed = told(get(id));
    if (!active) {
      surroundings.hooks().userHasBeenDeactivated(changed);
    }
    if (!active
        && surroundings
            .configuration()
            .flag("ServiceSettings", "DisableBotsWhenOwnerIsDeactivated")) {
      database
          .inTransaction(
              sql ->
                  sql.list(
                      "select user_id from bots where owner_id = ?", row -> row.getString(1), id))
          .forEach(bot -> setActive(bot, false));
    }
  }

  /** Replaces the roles for the whole server. */
  public User setRoles(String id, String roles) {
    return told(
        database.inTransaction(
            sql -> {
              existing(sql, id);
              String names = Roles.check(sql, roles);
              sql.change(
                  "update users set roles = ?, update_at = ? where id = ?",
                  names,
                  surroundings.now(),
                  id);
              return existing(sql, id);
            }));
  }

  /** Lets a user sign in by a service instead of a password, and ends the sessions until now. */
  public UserAuth setAuth(String id, UserAuth auth) {
    String data = auth.authData().orElse("");
    List<String> ended =
        unlessTaken(
            sql -> {
              existing(sql, id);
              if (data.isEmpty() || auth.authService().isEmpty()) {
                throw UserRules.invalid("auth_data", "service and identity are required");
              }
              sql.change(
                  "update users set auth_service = ?, auth_data = ?, password_hash = '',"
                      + " last_password_update = ?, update_at = ? where id = ?",
                  auth.authService(),
                  data,
                  surroundings.now(),
                  surroundings.now(),
                  id);
              return endSessions(sql, id, "");
            });
    tellEnded(id, ended);
    return auth;
  }

  /** Whether nobody has become administrator yet. */
  public boolean noneYet() {
    return database.inTransaction(
        sql ->
            sql.count(
                        "select count(*) from facts where name = 'first_administrator' and content"
                            + " = ''")
                    == 1
                && !hasAdministrator(sql));
  }

  /** What the marker says does not count for more than who is there. */
  private static boolean hasAdministrator(Sql sql) {
    return sql.count(
            "select count(*) from users where ' ' || roles || ' ' like ? escape '!'",
            "% " + Patterns.escaped(Roles.SYSTEM_ADMIN) + " %")
        > 0;
  }

  /** Ends the sessions of a user, but for one, and tells which. */
  static List<String> endSessions(Sql sql, String userId, String butOne) {
    List<String> ended =
        sql.list(
            "select id from sessions where user_id = ? and id <> ?",
            row -> row.getString(1),
            userId,
            butOne);
    sql.change("delete from sessions where user_id = ? and id <> ?", userId, butOne);
    return ended;
  }

  /** Tells that sessions of a user have ended before their time. */
  void tellEnded(String userId, List<String> sessions) {
    sessions.forEach(session -> surroundings.hooks().sessionHasEnded(userId, session));
  }

  private User told(User changed) {
    surroundings.hooks().userHasBeenUpdated(changed);
    return changed;
  }

  /** The account that a login names, by name or by address, if there is one. */
  Optional<User> named(Sql sql, String login) {
    return rows.by(sql, "username", login).or(() -> rows.by(sql, "email", login));
  }

  User existing(Sql sql, String id) {
    return rows.byId(sql, id).orElseThrow(() -> missing("the id " + id));
  }

  /**
   * As {@link #existing}; nobody else who locks it changes the user before this transaction ends.
   */
  User locked(Sql sql, String id) {
    sql.lock("users", "id = ?", id);
    return existing(sql, id);
  }

  private <T> T unlessTaken(Database.Work<T> work) {
    try {
      return database.inTransaction(work);
    } catch (DuplicateException duplicate) {
      String what =
          duplicate.isOf("users_email_taken")
              ? "email"
              : duplicate.isOf("users_identity_taken") ? "auth_data" : "username";
      throw AppError.of(
          "app.user.save." + what + "_exists.app_error", "another account has this " + what, 409);
    }
  }

  private static AppError missing(String what) {
    return AppError.of("app.user.missing_account.const", "no user has " + what, 404);
  }
}
