package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Session;
import io.krait.api.model.User;
import io.krait.api.model.UserAccessToken;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Who is logged in, by which token, and until when. Safe for use from any thread. */
public final class Sessions {

  private static final String ACCESS_TOKEN = "user_access_token_id";
  private static final String SETTINGS = "ServiceSettings";

  /** Of sessions by access token, which end with the token. */
  private static final Duration LONGEST_LIFETIME = Duration.ofDays(36_500);

  /** Activity is not written down more often. */
  private static final Duration ACTIVITY = Duration.ofMinutes(5);

  private static final int LONGEST_DEVICE = 512;
  private static final String SELECT =
      "select s.*, u.roles from sessions s join users u on u.id = s.user_id and u.delete_at = 0";

  private final Surroundings surroundings;
  private final Users users;

  /** The sessions of these users. */
  public Sessions(Surroundings surroundings, Users users) {
    this.surroundings = surroundings;
    this.users = users;
  }

  /**
   * Opens a session; id, token and times are given where they are empty.
   *
   * @throws AppError with status 404 where there is no such user, 400 where it is not active or not
   *     named
   */
  public Session open(Session wanted) {
    return open(wanted, sql -> {});
  }

  /**
   * As {@link #open(Session)}, for somebody who has just logged in.
   *
   * @param user as the account was then
   * @throws AppError with status 401 where its password has been changed since
   */
  public Session openAfterLogin(Session wanted, User user) {
    return open(wanted, sql -> Logins.checkUnchanged(sql, user));
  }

  private Session open(Session wanted, Consumer<Sql> check) {
    if (wanted.userId().isEmpty()) {
      throw AppError.of("model.session.is_valid.user_id.app_error", "a session needs a user", 400);
    }
    long now = surroundings.now();
    UserRules.longest(
        "model.session.is_valid.device_id.app_error",
        "device_id",
        wanted.deviceId(),
        LONGEST_DEVICE);
    String id = surroundings.ids().next();
    String token = surroundings.ids().next();
    boolean usual = wanted.expiresAt() == 0;
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              check.accept(sql);
              if (users.existing(sql, wanted.userId()).deleteAt() != 0) {
                throw AppError.of(
                    "app.session.user_inactive.app_error", "the account is not active", 400);
              }
              sql.insert(
                  "sessions",
                  "id",
                  id,
                  "token",
                  token,
                  "create_at",
                  now,
                  "expires_at",
                  usual ? now + usualLifetime() : wanted.expiresAt(),
                  "last_activity_at",
                  now,
                  "user_id",
                  wanted.userId(),
                  "device_id",
                  wanted.deviceId(),
                  "is_oauth",
                  wanted.isOauth(),
                  "props",
                  surroundings.json().write(wanted.props()),
                  "extends_by",
                  usual ? usualLifetime() : 0L);
              return existing(sql, id);
            });
  }

  /**
   * The session with this id.
   *
   * @throws AppError with status 404 where there is none or it is over
   */
  public Session get(String id) {
    return surroundings.database().inTransaction(sql -> existing(sql, id));
  }

  /**
   * The session that a token belongs to, if it is not over; the token may be an access token too.
   * Whoever asks is active by it.
   */
  public Optional<Session> byToken(String token) {
    try {
      return surroundings.database().inTransaction(sql -> byToken(sql, token));
    } catch (DuplicateException openedBesideUs) {
      return surroundings.database().inTransaction(sql -> byToken(sql, token));
    }
  }

  private Optional<Session> byToken(Sql sql, String token) {
    return sql.first(SELECT + " where s.token = ?", this::session, token)
        .or(
            () ->
                AccessTokens.bySecret(sql, token, forPeople()).map(access -> byAccess(sql, access)))
        .filter(this::goesOn)
        .map(session -> active(sql, session));
  }

  private Session byAccess(Sql sql, UserAccessToken access) {
    return sql.first(SELECT + " where s.access_token_id = ?", this::session, access.id())
        .orElseGet(() -> openBy(sql, access));
  }

  private Session openBy(Sql sql, UserAccessToken access) {
    long now = surroundings.now();
    Map<String, String> props = new LinkedHashMap<>();
    props.put("type", "UserAccessToken");
    props.put(ACCESS_TOKEN, access.id());
    if (users.existing(sql, access.userId()).isBot()) {
      props.put("is_bot", "true");
    }
    String id = surroundings.ids().next();
    sql.insert(
        "sessions",
        "id",
        id,
        "token",
        surroundings.ids().next(),
        "create_at",
        now,
        "expires_at",
        now + LONGEST_LIFETIME.toMillis(),
        "last_activity_at",
        now,
        "user_id",
        access.userId(),
        "device_id",
        "",
        "is_oauth",
        false,
        "props",
        surroundings.json().write(props),
        "access_token_id",
        access.id());
    return existing(sql, id);
  }

  /** Activity prolongs those sessions that were opened without an end of their own. */
  private Session active(Sql sql, Session session) {
    long now = surroundings.now();
    if (now - session.lastActivityAt() < ACTIVITY.toMillis()) {
      return session;
    }
    sql.change("update sessions set last_activity_at = ? where id = ?", now, session.id());
    if (surroundings.configuration().flag(SETTINGS, "ExtendSessionLengthWithActivity")) {
      sql.change(
          "update sessions set expires_at = extends_by + ? where id = ? and extends_by > 0",
          now,
          session.id());
    }
    return existing(sql, session.id());
  }

  /** The sessions of a user that are not over, those first that were used last. */
  public List<Session> ofUser(String userId) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql
                    .list(
                        SELECT
                            + " where s.user_id = ? order by s.last_activity_at desc, s.id limit"
                            + " 1000",
                        this::session,
                        userId)
                    .stream()
                    .filter(this::goesOn)
                    .toList());
  }

  /** Says by which device a session is used, so that it can be reached there. */
  public void setDevice(String id, String deviceId) {
    UserRules.longest(
        "model.session.is_valid.device_id.app_error", "device_id", deviceId, LONGEST_DEVICE);
    surroundings
        .database()
        .inTransaction(
            sql -> {
              Session session = existing(sql, id);
              // A device has one session of a user.
              sql.change(
                  "delete from sessions where user_id = ? and device_id = ? and device_id <> '' and"
                      + " id <> ?",
                  session.userId(),
                  deviceId,
                  id);
              return sql.change("update sessions set device_id = ? where id = ?", deviceId, id);
            });
  }

  /** Ends all sessions of a user; of all users where the id is empty. */
  public void revokeAll(String userId) {
    record Ended(String userId, String id) {}
    List<Ended> ended =
        surroundings
            .database()
            .inTransaction(
                sql -> {
                  String whose = userId.isEmpty() ? "" : " where user_id = ?";
                  Object[] user = userId.isEmpty() ? new Object[0] : new Object[] {userId};
                  List<Ended> open =
                      sql.list(
                          "select user_id, id from sessions" + whose,
                          row -> new Ended(row.getString(1), row.getString(2)),
                          user);
                  sql.change("delete from sessions" + whose, user);
                  return open;
                });
    ended.forEach(one -> surroundings.hooks().sessionHasEnded(one.userId(), one.id()));
  }

  /** Sets when a session expires. */
  public void extend(String id, long expiresAt) {
    surroundings
        .database()
        .inTransaction(
            sql -> {
              existing(sql, id);
              return sql.change(
                  "update sessions set expires_at = ?, extends_by = 0 where id = ?", expiresAt, id);
            });
  }

  /** Ends a session. */
  public void revoke(String id) {
    Session ended =
        surroundings
            .database()
            .inTransaction(
                sql -> {
                  Session session = existing(sql, id);
                  sql.change("delete from sessions where id = ?", id);
                  return session;
                });
    surroundings.hooks().sessionHasEnded(ended.userId(), id);
  }

  /** Removes the sessions that are over. */
  public void sweep() {
    surroundings
        .database()
        .inTransaction(
            sql ->
                sql.change(
                    "delete from sessions where expires_at <> 0 and expires_at <= ?",
                    surroundings.now()));
  }

  private Session existing(Sql sql, String id) {
    return sql.first(SELECT + " where s.id = ?", this::session, id)
        .filter(this::goesOn)
        .orElseThrow(
            () -> AppError.of("app.session.get.app_error", "there is no session " + id, 404));
  }

  private boolean goesOn(Session session) {
    long now = surroundings.now();
    return (session.expiresAt() == 0 || session.expiresAt() > now)
        && (!canBeIdle(session) || now - session.lastActivityAt() < longestIdle());
  }

  /** Where activity prolongs sessions, being idle is nothing that is looked at besides. */
  private boolean canBeIdle(Session session) {
    return longestIdle() > 0
        && !surroundings.configuration().flag(SETTINGS, "ExtendSessionLengthWithActivity")
        && !session.isOauth()
        && session.deviceId().isEmpty()
        && !session.props().containsKey(ACCESS_TOKEN);
  }

  private boolean forPeople() {
    return surroundings.configuration().flag(SETTINGS, AccessTokens.SWITCH);
  }

  private long longestIdle() {
    return Duration.ofMinutes(
            surroundings.configuration().number(SETTINGS, "SessionIdleTimeoutInMinutes"))
        .toMillis();
  }

  private long usualLifetime() {
    return Duration.ofHours(
            surroundings.configuration().number(SETTINGS, "SessionLengthWebInHours"))
        .toMillis();
  }

  private Session session(ResultSet row) throws SQLException {
    return Session.builder()
        .id(row.getString("id"))
        .token(row.getString("token"))
        .createAt(row.getLong("create_at"))
        .expiresAt(row.getLong("expires_at"))
        .lastActivityAt(row.getLong("last_activity_at"))
        .userId(row.getString("user_id"))
        .deviceId(row.getString("device_id"))
        .isOauth(row.getBoolean("is_oauth"))
        .roles(row.getString("roles"))
        .props(surroundings.json().texts(row.getString("props")))
        .build();
  }
}
