package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.CustomStatus;
import io.krait.api.model.User;
import io.krait.api.model.UserAuth;
import io.krait.api.model.UserGetOptions;
import io.krait.api.model.UserSearchOptions;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The accounts of the server. Safe for use from any thread. */
public final class Users {

  private static final int LONGEST_STATUS = 100;
  private static final int LONGEST_LOGIN = 128;
  private static final Set<String> DURATIONS =
      Set.of(
          "",
          "thirty_minutes",
          "one_hour",
          "four_hours",
          "today",
          "this_week",
          "date_and_time",
          "custom_date_time");
  private static final String CUSTOM_STATUS = "customStatus";
  private static final String ADMINISTRATOR = "system_user system_admin";

  private final Surroundings surroundings;
  private final Database database;
  private final Passwords passwords;
  private final UserRows rows;
  private final LoginAttempts attempts;

  /** The accounts that are kept in the database of these surroundings. */
  public Users(Surroundings surroundings, Passwords passwords) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.passwords = passwords;
    this.rows = new UserRows(surroundings.json());
    this.attempts = new LoginAttempts(surroundings.clock());
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
      UserRules.password(wanted.password());
    }
    long now = surroundings.now();
    User user =
        UserRules.normalized(wanted).toBuilder()
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
              Roles.check(roles);
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
    return database
        .inTransaction(sql -> rows.by(sql, "email", email.toLowerCase(Locale.ROOT)))
        .orElseThrow(() -> missing("the address " + email));
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

  /** One page of the users that meet all filters. */
  public List<User> list(UserGetOptions options) {
    if (options.active() && options.inactive()) {
      throw AppError.of(
          "api.user.get_users.filters.app_error", "active and inactive exclude one another", 400);
    }
    String order =
        switch (options.sort()) {
          case "", "username" -> "u.username";
          case "create_at" -> "u.create_at desc, u.username";
          case "update_at" -> "u.update_at, u.username";
          default ->
              throw AppError.of(
                  "api.user.get_users.sort.app_error",
                  "users cannot be sorted by " + options.sort(),
                  400);
        };
    Conditions conditions = new Conditions();
    conditions.team(options.inTeamId(), "");
    conditions.team(options.notInTeamId(), "not ");
    conditions.channel(options.inChannelId(), "");
    conditions.channel(options.notInChannelId(), "not ");
    conditions.roles(options.role(), options.roles());
    if (options.withoutTeam()) {
      conditions.add(
          "not exists (select 1 from team_members m where m.user_id = u.id and m.delete_at = 0)");
    }
    if (options.active()) {
      conditions.add("u.delete_at = 0");
    }
    if (options.inactive()) {
      conditions.add("u.delete_at <> 0");
    }
    if (options.updatedAfter() > 0) {
      conditions.add("u.update_at > ?", options.updatedAfter());
    }
    return page(conditions, order, Page.of(options.page(), options.perPage()));
  }

  /** The users that a search finds, by name. */
  public List<User> search(UserSearchOptions options) {
    Conditions conditions = new Conditions();
    if (!options.term().isEmpty()) {
      String start = Patterns.startingWith(options.term().toLowerCase(Locale.ROOT));
      conditions.add(
          "(u.username like ? escape '!' or lower(u.nickname) like ? escape '!'"
              + " or lower(u.first_name) like ? escape '!' or lower(u.last_name) like ? escape '!'"
              + " or u.email like ? escape '!')",
          start,
          start,
          start,
          start,
          start);
    }
    conditions.team(options.teamId(), "");
    conditions.team(options.notInTeamId(), "not ");
    conditions.channel(options.inChannelId(), "");
    conditions.channel(options.notInChannelId(), "not ");
    conditions.roles(options.role(), options.roles());
    if (options.withoutTeam()) {
      conditions.add(
          "not exists (select 1 from team_members m where m.user_id = u.id and m.delete_at = 0)");
    }
    if (!options.allowInactive()) {
      conditions.add("u.delete_at = 0");
    }
    int limit = options.limit() == 0 ? 100 : options.limit();
    return page(conditions, "u.username", Page.of(0, limit));
  }

  /** One page of the members of a team, by name. */
  public List<User> inTeam(String teamId, Page page) {
    Conditions conditions = new Conditions();
    conditions.add(
        "exists (select 1 from team_members m where m.user_id = u.id and m.delete_at = 0 and"
            + " m.team_id = ?)",
        teamId);
    return page(conditions, "u.username", page);
  }

  /** One page of the members of a channel, by name or by status. */
  public List<User> inChannel(String channelId, String sortBy, Page page) {
    String order =
        switch (sortBy) {
          case "", "username" -> "u.username";
          case "status" ->
              "(select case s.status when 'online' then 0 when 'away' then 1 when 'dnd' then 2"
                  + " else 3 end from statuses s where s.user_id = u.id) nulls last, u.username";
          default ->
              throw AppError.of(
                  "api.user.get_users_in_channel.sort.app_error",
                  "members cannot be sorted by " + sortBy,
                  400);
        };
    Conditions conditions = new Conditions();
    conditions.add(
        "exists (select 1 from channel_members m where m.user_id = u.id and m.channel_id = ?)",
        channelId);
    return page(conditions, order, page);
  }

  /**
   * Replaces the profile of a user.
   *
   * @throws AppError with status 404, 400 or 409, as the contract has it
   */
  public User update(User wanted) {
    User user = UserRules.normalized(wanted).toBuilder().updateAt(surroundings.now()).build();
    return unlessTaken(
        sql -> {
          existing(sql, user.id());
          UserRules.check(user);
          rows.updateProfile(sql, user);
          return existing(sql, user.id());
        });
  }

  /** Activates or deactivates an account; deactivation ends its sessions, and stops its bots. */
  public void setActive(String id, boolean active) {
    long now = surroundings.now();
    boolean changed =
        database.inTransaction(
            sql -> {
              User user = existing(sql, id);
              if (active == (user.deleteAt() == 0)) {
                return false;
              }
              sql.change(
                  "update users set delete_at = ?, update_at = ? where id = ?",
                  active ? 0L : now,
                  now,
                  id);
              sql.change("delete from sessions where user_id = ?", id);
              return true;
            });
    if (changed && !active) {
      surroundings.hooks().userHasBeenDeactivated(get(id));
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
    return database.inTransaction(
        sql -> {
          existing(sql, id);
          String names = Roles.check(roles);
          sql.change(
              "update users set roles = ?, update_at = ? where id = ?",
              names,
              surroundings.now(),
              id);
          return existing(sql, id);
        });
  }

  /** Lets a user sign in by a service instead of a password, and ends the sessions until now. */
  public UserAuth setAuth(String id, UserAuth auth) {
    String data = auth.authData().orElse("");
    return unlessTaken(
        sql -> {
          existing(sql, id);
          if (data.isEmpty() || auth.authService().isEmpty()) {
            throw UserRules.invalid("auth_data", "service and identity are required");
          }
          sql.change(
              "update users set auth_service = ?, auth_data = ?, password_hash = '', update_at = ?"
                  + " where id = ?",
              auth.authService(),
              data,
              surroundings.now(),
              id);
          endSessions(sql, id, "");
          return auth;
        });
  }

  /** Sets the line of text and the emoji beside the name. */
  public void setCustomStatus(String id, CustomStatus status) {
    if (status.text().length() > LONGEST_STATUS || !DURATIONS.contains(status.duration())) {
      get(id);
      throw AppError.of(
          "api.custom_status.set_custom_statuses.update.app_error",
          "text of at most 100 characters and a known duration are required",
          400);
    }
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("emoji", status.emoji().isEmpty() ? "speech_balloon" : status.emoji());
    value.put("text", status.text());
    value.put("duration", status.duration());
    value.put("expires_at", Instant.ofEpochMilli(status.expiresAt()).toString());
    changeProps(id, props -> props.put(CUSTOM_STATUS, surroundings.json().write(value)));
  }

  /** Clears the custom status, if there is one. */
  public void clearCustomStatus(String id) {
    changeProps(id, props -> props.remove(CUSTOM_STATUS));
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
              sql.change(
                  "update users set last_login = ? where id = ?", surroundings.now(), user.id());
              return existing(sql, user.id());
            });
    surroundings.hooks().userHasLoggedIn(loggedIn);
    return loggedIn;
  }

  /** Takes as long whether there is such an account or not, so that nobody learns which exist. */
  private User checked(String loginId, String password, String address) {
    String name = loginId.toLowerCase(Locale.ROOT);
    record Found(User user, String hash) {}
    Optional<Found> found =
        database.inTransaction(
            sql ->
                rows.by(sql, "username", name)
                    .or(() -> rows.by(sql, "email", name))
                    .map(user -> new Found(user, passwordHash(sql, user.id()))));
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
    return user;
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

  /**
   * Sets a new password, and ends the sessions that were opened with the one before.
   *
   * @param session the one that goes on, as it is the one that asks for this; empty for none
   */
  public void setPassword(String id, String password, String session) {
    UserRules.password(password);
    String hash = passwords.hash(password);
    database.inTransaction(
        sql -> {
          existing(sql, id);
          sql.change(
              "update users set password_hash = ?, failed_attempts = 0, last_password_update = ?,"
                  + " update_at = ? where id = ?",
              hash,
              surroundings.now(),
              surroundings.now(),
              id);
          return endSessions(sql, id, session);
        });
  }

  private static int endSessions(Sql sql, String userId, String butOne) {
    return sql.change("delete from sessions where user_id = ? and id <> ?", userId, butOne);
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

  private static String passwordHash(Sql sql, String id) {
    return sql.first("select password_hash from users where id = ?", row -> row.getString(1), id)
        .orElse("");
  }

  User existing(Sql sql, String id) {
    return rows.byId(sql, id).orElseThrow(() -> missing("the id " + id));
  }

  private interface PropsChange {
    void of(Map<String, String> props);
  }

  private void changeProps(String id, PropsChange change) {
    database.inTransaction(
        sql -> {
          Map<String, String> props = new TreeMap<>(existing(sql, id).props());
          change.of(props);
          return sql.change(
              "update users set props = ?, update_at = ? where id = ?",
              surroundings.json().write(props),
              surroundings.now(),
              id);
        });
  }

  private List<User> page(Conditions conditions, String order, Page page) {
    return database.inTransaction(
        sql -> rows.where(sql, conditions.text(), order, page, conditions.parameters()));
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

  private static AppError wrongLogin() {
    return AppError.of(
        "api.user.login.invalid_credentials_email_username",
        "the login or the password is not right",
        401);
  }

  /** Conditions that all must hold, with their parameters. */
  private static final class Conditions {
    private final List<String> texts = new ArrayList<>(List.of("1 = 1"));
    private final List<Object> parameters = new ArrayList<>();

    void add(String text, Object... values) {
      texts.add(text);
      parameters.addAll(List.of(values));
    }

    void team(String id, String not) {
      if (!id.isEmpty()) {
        add(
            not
                + "exists (select 1 from team_members m where m.user_id = u.id and m.delete_at = 0"
                + " and m.team_id = ?)",
            id);
      }
    }

    void channel(String id, String not) {
      if (!id.isEmpty()) {
        add(
            not
                + "exists (select 1 from channel_members m where m.user_id = u.id and"
                + " m.channel_id = ?)",
            id);
      }
    }

    void roles(String role, List<String> roles) {
      List<String> wanted = new ArrayList<>(IdLists.bounded("roles", roles));
      if (!role.isEmpty()) {
        wanted.add(role);
      }
      if (!wanted.isEmpty()) {
        add(
            "("
                + String.join(
                    " or ",
                    java.util.Collections.nCopies(
                        wanted.size(), "' ' || u.roles || ' ' like ? escape '!'"))
                + ")",
            wanted.stream().map(name -> "% " + Patterns.escaped(name) + " %").toArray());
      }
    }

    String text() {
      return String.join(" and ", texts);
    }

    List<Object> parameters() {
      return parameters;
    }
  }
}
