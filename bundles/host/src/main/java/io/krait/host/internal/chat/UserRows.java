package io.krait.host.internal.chat;

import io.krait.api.Nullable;
import io.krait.api.model.User;
import io.krait.host.internal.storage.Json;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Users as rows. What it reads has neither password nor identity at a login service. */
final class UserRows {

  private static final String SELECT = "select u.* from users u";

  private final Json json;

  UserRows(Json json) {
    this.json = json;
  }

  void insert(Sql sql, User user, String passwordHash) {
    sql.insert(
        "users",
        "id",
        user.id(),
        "create_at",
        user.createAt(),
        "update_at",
        user.updateAt(),
        "delete_at",
        user.deleteAt(),
        "username",
        user.username(),
        "email",
        user.email(),
        "password_hash",
        passwordHash,
        "auth_data",
        user.authData().filter(data -> !data.isEmpty()).orElse(null),
        "auth_service",
        user.authService(),
        "email_verified",
        user.emailVerified(),
        "nickname",
        user.nickname(),
        "first_name",
        user.firstName(),
        "last_name",
        user.lastName(),
        "job",
        user.position(),
        "roles",
        user.roles(),
        "allow_marketing",
        user.allowMarketing(),
        "props",
        json.write(user.props()),
        "notify_props",
        json.write(user.notifyProps()),
        "last_password_update",
        user.lastPasswordUpdate(),
        "failed_attempts",
        0,
        "last_failed_login",
        0L,
        "locale",
        user.locale(),
        "timezone",
        json.write(user.timezone()),
        "is_bot",
        user.isBot(),
        "bot_description",
        user.botDescription(),
        "last_login",
        0L);
    MentionWords.keep(sql, user);
  }

  void updateProfile(Sql sql, User user) {
    sql.change(
        "update users set update_at = ?, username = ?, email = ?, email_verified = ?, nickname = ?,"
            + " first_name = ?, last_name = ?, job = ?, allow_marketing = ?, props = ?,"
            + " notify_props = ?, locale = ?, timezone = ?, bot_description = ? where id = ?",
        user.updateAt(),
        user.username(),
        user.email(),
        user.emailVerified(),
        user.nickname(),
        user.firstName(),
        user.lastName(),
        user.position(),
        user.allowMarketing(),
        json.write(user.props()),
        json.write(user.notifyProps()),
        user.locale(),
        json.write(user.timezone()),
        user.botDescription(),
        user.id());
    MentionWords.keep(sql, user);
  }

  Optional<User> byId(Sql sql, String id) {
    return sql.first(SELECT + " where u.id = ?", this::user, id);
  }

  Optional<User> by(Sql sql, String column, String value) {
    return sql.first(SELECT + " where u." + column + " = ?", this::user, value);
  }

  List<User> among(Sql sql, String column, Collection<String> values) {
    List<User> found = new ArrayList<>();
    if (!values.isEmpty()) {
      found.addAll(
          sql.list(
              SELECT
                  + " where u."
                  + column
                  + " in "
                  + Sql.marks(values.size())
                  + " order by u.username",
              this::user,
              values.toArray()));
    }
    return found;
  }

  List<User> where(Sql sql, String condition, String order, Page page, List<Object> parameters) {
    List<@Nullable Object> all = new ArrayList<>(parameters);
    all.add(page.limit());
    all.add(page.offset());
    return sql.list(
        SELECT + " where " + condition + " order by " + order + " limit ? offset ?",
        this::user,
        all.toArray());
  }

  private User user(ResultSet row) throws SQLException {
    return User.builder()
        .id(row.getString("id"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .deleteAt(row.getLong("delete_at"))
        .username(row.getString("username"))
        .email(row.getString("email"))
        .authService(row.getString("auth_service"))
        .emailVerified(row.getBoolean("email_verified"))
        .nickname(row.getString("nickname"))
        .firstName(row.getString("first_name"))
        .lastName(row.getString("last_name"))
        .position(row.getString("job"))
        .roles(row.getString("roles"))
        .allowMarketing(row.getBoolean("allow_marketing"))
        .props(json.texts(row.getString("props")))
        .notifyProps(json.texts(row.getString("notify_props")))
        .lastPasswordUpdate(row.getLong("last_password_update"))
        .failedAttempts(row.getInt("failed_attempts"))
        .locale(row.getString("locale"))
        .timezone(json.texts(row.getString("timezone")))
        .isBot(row.getBoolean("is_bot"))
        .botDescription(row.getString("bot_description"))
        .lastLogin(row.getLong("last_login"))
        .lastPictureUpdate(row.getLong("last_picture_update"))
        .build();
  }
}
