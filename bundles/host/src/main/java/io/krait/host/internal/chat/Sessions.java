package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Session;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Who is logged in, by which token, and until when. Safe for use from any thread. */
public final class Sessions {

  private static final Duration USUAL_LIFETIME = Duration.ofDays(30);
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
    if (wanted.userId().isEmpty()) {
      throw AppError.of("model.session.is_valid.user_id.app_error", "a session needs a user", 400);
    }
    long now = surroundings.now();
    String id = surroundings.ids().next();
    String token = surroundings.ids().next();
    return surroundings
        .database()
        .inTransaction(
            sql -> {
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
                  wanted.expiresAt() == 0 ? now + USUAL_LIFETIME.toMillis() : wanted.expiresAt(),
                  "last_activity_at",
                  now,
                  "user_id",
                  wanted.userId(),
                  "device_id",
                  wanted.deviceId(),
                  "is_oauth",
                  wanted.isOauth(),
                  "props",
                  surroundings.json().write(wanted.props()));
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

  /** The session that a token belongs to, if it is not over. */
  public Optional<Session> byToken(String token) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.first(SELECT + " where s.token = ?", this::session, token)
                    .filter(this::goesOn));
  }

  /** Sets when a session expires. */
  public void extend(String id, long expiresAt) {
    surroundings
        .database()
        .inTransaction(
            sql -> {
              existing(sql, id);
              return sql.change("update sessions set expires_at = ? where id = ?", expiresAt, id);
            });
  }

  /** Ends a session. */
  public void revoke(String id) {
    surroundings
        .database()
        .inTransaction(
            sql -> {
              existing(sql, id);
              return sql.change("delete from sessions where id = ?", id);
            });
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
    return session.expiresAt() == 0 || session.expiresAt() > surroundings.now();
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
