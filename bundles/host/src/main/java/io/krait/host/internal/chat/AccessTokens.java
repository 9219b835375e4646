package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.User;
import io.krait.api.model.UserAccessToken;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tokens that stand for a user until they are taken away. What is kept of their secrets is a hash;
 * nobody can be told them again. Safe for use from any thread.
 */
public final class AccessTokens {

  /** What switches tokens of people on; bots have theirs in any case. */
  static final String SWITCH = "EnableUserAccessTokens";

  private static final int LONGEST_DESCRIPTION = 255;
  private static final String SELECT =
      "select t.id, t.user_id, t.description, t.is_active from user_access_tokens t";

  private final Surroundings surroundings;
  private final Users users;

  /** The tokens of these users. */
  public AccessTokens(Surroundings surroundings, Users users) {
    this.surroundings = surroundings;
    this.users = users;
  }

  /**
   * Creates a token, and is the only one to tell its secret.
   *
   * @throws AppError with status 404 where there is no such user, 400 where the user is not active
   *     or the description is missing or too long, 501 where the user is a person and tokens of
   *     people are switched off
   */
  public UserAccessToken create(UserAccessToken wanted) {
    if (wanted.description().isBlank()) {
      throw AppError.of(
          "model.user_access_token.is_valid.description.app_error",
          "a token needs a description of what it is for",
          400);
    }
    UserRules.longest(
        "model.user_access_token.is_valid.description.app_error",
        "description",
        wanted.description(),
        LONGEST_DESCRIPTION);
    String id = surroundings.ids().next();
    String secret = surroundings.ids().next();
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              User user = users.existing(sql, wanted.userId());
              if (!user.isBot() && !surroundings.configuration().flag("ServiceSettings", SWITCH)) {
                throw AppError.of(
                    "app.user_access_token.disabled",
                    "access tokens of people are switched off: ServiceSettings." + SWITCH,
                    501);
              }
              if (user.deleteAt() != 0) {
                throw AppError.of(
                    "app.user_access_token.user_inactive.app_error",
                    "the account is not active",
                    400);
              }
              sql.insert(
                  "user_access_tokens",
                  "id",
                  id,
                  "user_id",
                  user.id(),
                  "secret_hash",
                  SecretHash.of(secret),
                  "description",
                  wanted.description(),
                  "is_active",
                  true);
              return existing(sql, id).toBuilder().token(secret).build();
            });
  }

  /**
   * A token, without its secret.
   *
   * @throws AppError with status 404 where there is none
   */
  public UserAccessToken get(String id) {
    return surroundings.database().inTransaction(sql -> existing(sql, id));
  }

  /** One page of the tokens of a user; of all users where the id is empty. */
  public List<UserAccessToken> list(String userId, Page page) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                userId.isEmpty()
                    ? sql.list(
                        SELECT + " order by t.id limit ? offset ?",
                        AccessTokens::token,
                        page.limit(),
                        page.offset())
                    : sql.list(
                        SELECT + " where t.user_id = ? order by t.id limit ? offset ?",
                        AccessTokens::token,
                        userId,
                        page.limit(),
                        page.offset()));
  }

  /** The tokens whose id, user or user's name begins with a term. */
  public List<UserAccessToken> search(String term) {
    String start = Patterns.startingWith(term.toLowerCase(Locale.ROOT));
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.list(
                    SELECT
                        + " join users u on u.id = t.user_id where t.id like ? escape '!' or"
                        + " t.user_id like ? escape '!' or u.username like ? escape '!' order by"
                        + " t.id limit 100",
                    AccessTokens::token,
                    start,
                    start,
                    start));
  }

  /**
   * Makes a token worth nothing for a time, or worth something again.
   *
   * @throws AppError with status 404 where there is none
   */
  public void setActive(String id, boolean active) {
    surroundings
        .database()
        .inTransaction(
            sql -> {
              existing(sql, id);
              sql.change("update user_access_tokens set is_active = ? where id = ?", active, id);
              return active ? List.<Ended>of() : endSessions(sql, id);
            })
        .forEach(this::tell);
  }

  /**
   * Removes a token for good, and ends the session that was opened with it.
   *
   * @throws AppError with status 404 where there is none
   */
  public void revoke(String id) {
    surroundings
        .database()
        .inTransaction(
            sql -> {
              existing(sql, id);
              List<Ended> ended = endSessions(sql, id);
              sql.change("delete from user_access_tokens where id = ?", id);
              return ended;
            })
        .forEach(this::tell);
  }

  /** The token that has this secret, if it counts at present. */
  static Optional<UserAccessToken> bySecret(Sql sql, String secret, boolean ofPeopleToo) {
    return sql.first(
        SELECT
            + " join users u on u.id = t.user_id and u.delete_at = 0 where t.secret_hash = ? and"
            + " t.is_active = true and (u.is_bot = true or ? = true)",
        AccessTokens::token,
        SecretHash.of(secret),
        ofPeopleToo);
  }

  private record Ended(String userId, String sessionId) {}

  private void tell(Ended ended) {
    surroundings.hooks().sessionHasEnded(ended.userId(), ended.sessionId());
  }

  private static List<Ended> endSessions(Sql sql, String id) {
    List<Ended> ended =
        sql.list(
            "select user_id, id from sessions where access_token_id = ?",
            row -> new Ended(row.getString(1), row.getString(2)),
            id);
    sql.change("delete from sessions where access_token_id = ?", id);
    return ended;
  }

  private static UserAccessToken existing(Sql sql, String id) {
    return sql.first(SELECT + " where t.id = ?", AccessTokens::token, id)
        .orElseThrow(
            () ->
                AppError.of(
                    "app.user_access_token.get_by_user.app_error",
                    "there is no access token " + id,
                    404));
  }

  private static UserAccessToken token(ResultSet row) throws SQLException {
    return UserAccessToken.builder()
        .id(row.getString("id"))
        .userId(row.getString("user_id"))
        .description(row.getString("description"))
        .isActive(row.getBoolean("is_active"))
        .build();
  }
}
