package io.krait.host.internal.properties;

import io.krait.api.AppError;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of one kind that belong to a group of properties and are marked as deleted rather than
 * removed: fields, and values.
 *
 * <p>What is narrowed by columns is meant to have an index for them; an empty text narrows nothing.
 */
final class GroupedRows<T> {

  private static final int MOST_AT_ONCE = 1000;

  private final String table;
  private final String one;
  private final Sql.Row<T> row;

  /** The rows of {@code table}, one of which messages call {@code one}. */
  GroupedRows(String table, String one, Sql.Row<T> row) {
    this.table = table;
    this.one = one;
    this.row = row;
  }

  /** One row, deleted or not; fails with 404 where the group has no such row. */
  T get(Sql sql, String groupId, String id) {
    return find(sql, groupId, id, "").orElseThrow(() -> missing(groupId, id));
  }

  /** One row; fails with 404 where the group has no such row that is not deleted. */
  T live(Sql sql, String groupId, String id) {
    return find(sql, groupId, id, " and delete_at = 0").orElseThrow(() -> missing(groupId, id));
  }

  /** These rows, deleted or not; fails with 404 where one of them is not the group's. */
  List<T> all(Sql sql, String groupId, List<String> ids) {
    Set<String> different = new LinkedHashSet<>(bounded(ids));
    if (different.isEmpty()) {
      return List.of();
    }
    List<Object> parameters = new ArrayList<>(different);
    parameters.add(groupId);
    List<T> found =
        sql.list(
            "select * from %s where id in %s and group_id = ?"
                .formatted(table, Sql.marks(different.size())),
            row,
            parameters.toArray());
    if (found.size() < different.size()) {
      throw AppError.of(
          "app.property.not_found.app_error",
          "group %s lacks %d of these %ss".formatted(groupId, different.size() - found.size(), one),
          404);
    }
    return found;
  }

  /** One page of the rows that have these texts in these columns, oldest first. */
  List<T> page(Sql sql, String groupId, boolean deleted, Map<String, String> narrowed, Page page) {
    Where where = where(groupId, deleted, narrowed);
    where.parameters().add(page.limit());
    where.parameters().add(page.offset());
    return sql.list(
        "select * from " + table + where.text() + " order by create_at, id limit ? offset ?",
        row,
        where.parameters().toArray());
  }

  /** How many rows have these texts in these columns. */
  long count(Sql sql, String groupId, boolean deleted, Map<String, String> narrowed) {
    Where where = where(groupId, deleted, narrowed);
    return sql.count("select count(*) from " + table + where.text(), where.parameters().toArray());
  }

  /**
   * Sets columns of one row, and its time of change with them; that is later each time, so that it
   * tells versions apart.
   *
   * @param version the time of change that the caller has read; 0 for whichever it is
   * @return the row as it is then; fails with 404 where the group has no such row, 409 where it has
   *     been changed since it was read
   */
  T replace(
      Sql sql,
      String groupId,
      String id,
      long version,
      long now,
      String assignments,
      Object... values) {
    List<Object> parameters = new ArrayList<>(List.of(values));
    parameters.addAll(List.of(now, id, groupId, version, version));
    int changed =
        sql.change(
            "update %s set %s, update_at = greatest(update_at + 1, ?) where id = ? and group_id = ?"
                    .formatted(table, assignments)
                + " and delete_at = 0 and (? = 0 or update_at = ?)",
            parameters.toArray());
    T replaced = live(sql, groupId, id);
    if (changed == 0) {
      throw AppError.of(
          "app.property.conflict.app_error",
          "%s %s has been changed meanwhile; read it again".formatted(one, id),
          409);
    }
    return replaced;
  }

  /** Marks the rows that have these texts in these columns as deleted, and tells how many. */
  int delete(Sql sql, String groupId, long now, Map<String, String> narrowed) {
    Where where = where(groupId, false, narrowed);
    where.parameters().addAll(0, List.of(now, now));
    return sql.change(
        "update " + table + " set delete_at = ?, update_at = ?, live = null" + where.text(),
        where.parameters().toArray());
  }

  /** Marks one row as deleted; fails with 404 where the group has no such row. */
  void delete(Sql sql, String groupId, long now, String id) {
    if (id.isEmpty() || delete(sql, groupId, now, Map.of("id", id)) == 0) {
      throw missing(groupId, id);
    }
  }

  /** Gives a list back that is not too long; fails with 400 where it is. */
  <B> List<B> bounded(List<B> list) {
    if (list.size() > MOST_AT_ONCE) {
      throw AppError.of(
          "api.context.invalid_body_param.app_error",
          "at most %d %ss can be named at once, not %d".formatted(MOST_AT_ONCE, one, list.size()),
          400);
    }
    return list;
  }

  private Optional<T> find(Sql sql, String groupId, String id, String condition) {
    return sql.first(
        "select * from " + table + " where id = ? and group_id = ?" + condition, row, id, groupId);
  }

  private record Where(String text, List<Object> parameters) {}

  private static Where where(String groupId, boolean deleted, Map<String, String> narrowed) {
    StringBuilder text = new StringBuilder(" where group_id = ?");
    List<Object> parameters = new ArrayList<>(List.of(groupId));
    narrowed.forEach(
        (column, value) -> {
          if (!value.isEmpty()) {
            text.append(" and ").append(column).append(" = ?");
            parameters.add(value);
          }
        });
    return new Where(text.append(deleted ? "" : " and delete_at = 0").toString(), parameters);
  }

  private AppError missing(String groupId, String id) {
    return AppError.of(
        "app.property.not_found.app_error",
        "group %s has no %s %s".formatted(groupId, one, id),
        404);
  }
}
