package io.krait.host.internal.groups;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Group;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Groups as rows. */
final class GroupRows {

  private GroupRows() {}

  static void insert(Sql sql, Group group) {
    sql.insert(
        "user_groups",
        "id",
        group.id(),
        "name",
        nullIfEmpty(group.name()),
        "display_name",
        group.displayName(),
        "description",
        group.description(),
        "source",
        group.source(),
        "remote_id",
        nullIfEmpty(group.remoteId()),
        "create_at",
        group.createAt(),
        "update_at",
        group.updateAt(),
        "delete_at",
        0L,
        "allow_reference",
        group.allowReference());
  }

  static void update(Sql sql, Group group) {
    sql.change(
        "update user_groups set name = ?, display_name = ?, description = ?, remote_id = ?,"
            + " update_at = ?, allow_reference = ? where id = ?",
        nullIfEmpty(group.name()),
        group.displayName(),
        group.description(),
        nullIfEmpty(group.remoteId()),
        group.updateAt(),
        group.allowReference(),
        group.id());
  }

  static List<Group> list(Sql sql, String conditionAndOrder, Object... parameters) {
    return sql.list(
        "select g.* from user_groups g where " + conditionAndOrder, GroupRows::group, parameters);
  }

  /** A group, deleted or not; fails with 404 where there is no such group. */
  static Group existing(Sql sql, String id) {
    return list(sql, "g.id = ?", id).stream()
        .findFirst()
        .orElseThrow(() -> missing("no group " + id));
  }

  /** Fails with 404 where there is no such group that is not deleted. */
  static void checkLive(Sql sql, String id) {
    if (existing(sql, id).deleteAt() != 0) {
      throw missing("no group " + id + " any more");
    }
  }

  static AppError missing(String what) {
    return AppError.of("app.group.no_rows", "there is " + what, 404);
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Group group(ResultSet row) throws SQLException {
    return Group.builder()
        .id(row.getString("id"))
        .name(Objects.toString(row.getString("name"), ""))
        .displayName(row.getString("display_name"))
        .description(row.getString("description"))
        .source(row.getString("source"))
        .remoteId(Objects.toString(row.getString("remote_id"), ""))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .deleteAt(row.getLong("delete_at"))
        .allowReference(row.getBoolean("allow_reference"))
        .build();
  }
}
