package io.krait.host.internal.accounts;

import io.krait.api.model.User;
import io.krait.host.internal.chat.SecretHash;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Sql;
import java.time.Duration;
import java.util.Optional;

/**
 * Secrets that are mailed to users. One counts once, for {@link #LIFETIME}, until the next one is
 * made for the same, and while the account has the address that it was sent to. One for a new
 * password counts while the account has the password of then.
 */
final class MailedTokens {

  static final Duration LIFETIME = Duration.ofHours(24);

  /** What a secret is good for. */
  enum Purpose {
    PASSWORD,
    ADDRESS
  }

  private final Surroundings surroundings;

  MailedTokens(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Makes a secret for a user; those of before count no more. */
  String issue(Sql sql, Purpose purpose, User user) {
    forget(sql, purpose, user.id());
    String secret = surroundings.ids().next();
    sql.insert(
        "mailed_tokens",
        "secret_hash",
        SecretHash.of(secret),
        "user_id",
        user.id(),
        "purpose",
        purpose.name(),
        "email",
        user.email(),
        "password_at",
        user.lastPasswordUpdate(),
        "expire_at",
        surroundings.now() + LIFETIME.toMillis());
    return secret;
  }

  /** Whose secret this is, if it counts; it does not from then on. */
  Optional<String> use(Sql sql, Purpose purpose, String secret) {
    String hash = SecretHash.of(secret);
    Optional<String> userId =
        sql.first(
            "select t.user_id from mailed_tokens t join users u on u.id = t.user_id and u.email ="
                + " t.email and u.delete_at = 0 where t.secret_hash = ? and t.purpose = ? and"
                + " t.expire_at > ? and (t.purpose <> ? or u.last_password_update = t.password_at)",
            row -> row.getString(1),
            hash,
            purpose.name(),
            surroundings.now(),
            Purpose.PASSWORD.name());
    // Of two who show it at the same time only one deletes the row.
    int used =
        sql.change(
            "delete from mailed_tokens where secret_hash = ? and purpose = ?",
            hash,
            purpose.name());
    return used == 1 ? userId : Optional.empty();
  }

  void forget(Sql sql, Purpose purpose, String userId) {
    sql.change(
        "delete from mailed_tokens where user_id = ? and purpose = ?", userId, purpose.name());
  }

  void sweep(Sql sql) {
    sql.change("delete from mailed_tokens where expire_at <= ?", surroundings.now());
  }
}
