package io.krait.host.internal.properties;

import io.krait.api.AppError;
import io.krait.api.model.PropertyValue;
import io.krait.api.model.PropertyValueSearchOpts;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties that things have. Safe for use from any thread. */
public final class PropertyValues {

  private static final int LONGEST = 255;

  private final Surroundings surroundings;
  private final Database database;
  private final PropertyFields fields;
  private final GroupedRows<PropertyValue> rows;

  /** The values of {@code fields} in the database of these surroundings. */
  public PropertyValues(Surroundings surroundings, PropertyFields fields) {
    this.surroundings = surroundings;
    this.fields = fields;
    database = surroundings.database();
    rows = new GroupedRows<>("property_values", "value", this::value);
  }

  /**
   * Gives a thing a value for a field.
   *
   * @throws AppError with status 400 where group, field or target is missing, 404 where the group
   *     has no such field, 409 where the thing has a value for it
   */
  public PropertyValue create(PropertyValue wanted) {
    check(wanted);
    try {
      return database.inTransaction(sql -> insert(sql, wanted));
    } catch (DuplicateException there) {
      throw AppError.of(
          "app.property_value.exists.app_error",
          "%s %s has a value for the field".formatted(wanted.targetType(), wanted.targetId()),
          409);
    }
  }

  /** A value, deleted or not; fails with 404 where the group has no such value. */
  public PropertyValue get(String groupId, String id) {
    return database.inTransaction(sql -> rows.get(sql, groupId, id));
  }

  /** These values, deleted or not; fails with 404 where one of them is not the group's. */
  public List<PropertyValue> all(String groupId, List<String> ids) {
    return database.inTransaction(sql -> rows.all(sql, groupId, ids));
  }

  /** One page of the values of a group. */
  public List<PropertyValue> search(String groupId, PropertyValueSearchOpts options) {
    Page page = Page.of(options.page(), options.perPage());
    return database.inTransaction(
        sql ->
            rows.page(
                sql,
                groupId,
                options.includeDeleted(),
                Map.of(
                    "target_type",
                    options.targetType(),
                    "target_id",
                    options.targetId(),
                    "field_id",
                    options.fieldId()),
                page));
  }

  /**
   * Replaces values: all or none. One that was read before is only replaced as long as nobody else
   * has; one with no {@code update_at} always is.
   *
   * @return them as stored, in this order
   * @throws AppError with status 404 where the group has no such value, 409 where somebody else has
   *     changed one
   */
  public List<PropertyValue> update(String groupId, List<PropertyValue> wanted) {
    rows.bounded(wanted);
    return database.inTransaction(
        sql -> wanted.stream().map(value -> update(sql, groupId, value)).toList());
  }

  /**
   * Gives things values, in place of those that they have: all or none.
   *
   * @return them as stored, in this order
   * @throws AppError with status 400 where group, field or target is missing, 404 where the group
   *     has no such field
   */
  public List<PropertyValue> put(List<PropertyValue> wanted) {
    rows.bounded(wanted).forEach(PropertyValues::check);
    return database.untilNobodyInterferes(
        sql -> wanted.stream().map(value -> put(sql, value)).toList());
  }

  /** Marks a value as deleted; fails with 404 where the group has no such value. */
  public void delete(String groupId, String id) {
    database.inTransaction(
        sql -> {
          rows.delete(sql, groupId, surroundings.now(), id);
          return id;
        });
  }

  /** Marks all values of a thing as deleted. */
  public void deleteOfTarget(String groupId, String targetType, String targetId) {
    if (targetType.isEmpty() || targetId.isEmpty()) {
      throw invalid("name the thing whose values are deleted, by type and id");
    }
    database.inTransaction(
        sql ->
            rows.delete(
                sql,
                groupId,
                surroundings.now(),
                Map.of("target_type", targetType, "target_id", targetId)));
  }

  /** Marks all values of a field as deleted. */
  public void deleteOfField(String groupId, String fieldId) {
    if (fieldId.isEmpty()) {
      throw invalid("name the field whose values are deleted, by id");
    }
    database.inTransaction(
        sql -> rows.delete(sql, groupId, surroundings.now(), Map.of("field_id", fieldId)));
  }

  private PropertyValue insert(Sql sql, PropertyValue wanted) {
    fields.check(sql, wanted.groupId(), wanted.fieldId());
    String id = surroundings.ids().next();
    sql.insert(
        "property_values",
        "id",
        id,
        "group_id",
        wanted.groupId(),
        "field_id",
        wanted.fieldId(),
        "target_id",
        wanted.targetId(),
        "target_type",
        wanted.targetType(),
        "content",
        content(wanted),
        "create_at",
        surroundings.now(),
        "update_at",
        surroundings.now(),
        "delete_at",
        0L,
        "live",
        true);
    return rows.get(sql, wanted.groupId(), id);
  }

  private PropertyValue put(Sql sql, PropertyValue wanted) {
    Optional<PropertyValue> before =
        sql.first(
            "select * from property_values where field_id = ? and target_id = ? and live",
            this::value,
            wanted.fieldId(),
            wanted.targetId());
    if (before.isEmpty()) {
      return insert(sql, wanted);
    }
    fields.check(sql, wanted.groupId(), wanted.fieldId());
    return update(
        sql, wanted.groupId(), wanted.toBuilder().id(before.get().id()).updateAt(0).build());
  }

  private PropertyValue update(Sql sql, String groupId, PropertyValue wanted) {
    return rows.replace(
        sql,
        groupId,
        wanted.id(),
        wanted.updateAt(),
        surroundings.now(),
        "content = ?",
        content(wanted));
  }

  private static void check(PropertyValue value) {
    if (value.groupId().isEmpty() || value.fieldId().isEmpty()) {
      throw invalid("a value is one of a field in a group; name both by id");
    }
    if (value.targetId().isEmpty() || value.targetType().isEmpty()) {
      throw invalid("a value is that of a thing; name it by type and id");
    }
    if (value.targetId().codePointCount(0, value.targetId().length()) > LONGEST
        || value.targetType().codePointCount(0, value.targetType().length()) > LONGEST) {
      throw invalid("the thing is named with at most %d characters".formatted(LONGEST));
    }
  }

  private static AppError invalid(String message) {
    return AppError.of("model.property_value.is_valid.app_error", message, 400);
  }

  /** An object of one entry, as columns of JSON hold objects. */
  private String content(PropertyValue value) {
    return surroundings.json().write(Collections.singletonMap("value", value.value()));
  }

  private PropertyValue value(ResultSet row) throws SQLException {
    return PropertyValue.builder()
        .id(row.getString("id"))
        .groupId(row.getString("group_id"))
        .fieldId(row.getString("field_id"))
        .targetId(row.getString("target_id"))
        .targetType(row.getString("target_type"))
        .value(surroundings.json().object(row.getString("content")).get("value"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .deleteAt(row.getLong("delete_at"))
        .build();
  }
}
