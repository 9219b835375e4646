package io.krait.host.internal.properties;

import io.krait.api.AppError;
import io.krait.api.model.PropertyField;
import io.krait.api.model.PropertyFieldSearchOpts;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The definitions of properties. Safe for use from any thread. */
public final class PropertyFields {

  private static final Set<String> TYPES =
      Set.of("text", "select", "multiselect", "date", "user", "multiuser");
  private static final int LONGEST = 255;

  private final Surroundings surroundings;
  private final Database database;
  private final GroupedRows<PropertyField> rows;
  private final GroupedRows<?> values;

  /** The fields in the database of these surroundings. */
  public PropertyFields(Surroundings surroundings) {
    this.surroundings = surroundings;
    database = surroundings.database();
    rows = new GroupedRows<>("property_fields", "field", this::field);
    values = new GroupedRows<>("property_values", "value", row -> row);
  }

  /**
   * Makes a field.
   *
   * @throws AppError with status 400 where it is not valid, 404 where there is no such group, 409
   *     where the target has a field of this name
   */
  public PropertyField create(PropertyField wanted) {
    check(wanted);
    String id = surroundings.ids().next();
    return unlessTaken(
        sql -> {
          PropertyGroups.check(sql, wanted.groupId());
          sql.insert(
              "property_fields",
              "id",
              id,
              "group_id",
              wanted.groupId(),
              "name",
              wanted.name(),
              "kind",
              wanted.type(),
              "attrs",
              surroundings.json().write(wanted.attrs()),
              "target_id",
              wanted.targetId(),
              "target_type",
              wanted.targetType(),
              "create_at",
              surroundings.now(),
              "update_at",
              surroundings.now(),
              "delete_at",
              0L,
              "live",
              true);
          return rows.get(sql, wanted.groupId(), id);
        });
  }

  /** A field, deleted or not; fails with 404 where the group has no such field. */
  public PropertyField get(String groupId, String id) {
    return database.inTransaction(sql -> rows.get(sql, groupId, id));
  }

  /** The field of this name for a target; fails with 404 where there is none. */
  public PropertyField byName(String groupId, String targetId, String name) {
    return database
        .inTransaction(
            sql ->
                sql.first(
                    "select * from property_fields where group_id = ? and target_id = ? and name ="
                        + " ? and live",
                    this::field,
                    groupId,
                    targetId,
                    name))
        .orElseThrow(
            () ->
                AppError.of(
                    "app.property.not_found.app_error",
                    "group %s has no field named %s for this target".formatted(groupId, name),
                    404));
  }

  /** These fields, deleted or not; fails with 404 where one of them is not the group's. */
  public List<PropertyField> all(String groupId, List<String> ids) {
    return database.inTransaction(sql -> rows.all(sql, groupId, ids));
  }

  /** One page of the fields of a group. */
  public List<PropertyField> search(String groupId, PropertyFieldSearchOpts options) {
    Page page = Page.of(options.page(), options.perPage());
    return database.inTransaction(
        sql ->
            rows.page(
                sql,
                groupId,
                options.includeDeleted(),
                target(options.targetType(), options.targetId()),
                page));
  }

  /** How many fields a group has; those for one target where one is named. */
  public long count(String groupId, String targetType, String targetId, boolean deleted) {
    return database.inTransaction(
        sql -> rows.count(sql, groupId, deleted, target(targetType, targetId)));
  }

  /**
   * Replaces definitions: all or none. A definition that was read before is only replaced as long
   * as nobody else has; one with no {@code update_at} always is.
   *
   * @return them as stored, in this order
   * @throws AppError with status 400 where one is not valid, 404 where the group has no such field,
   *     409 where a name is taken or somebody else has changed one
   */
  public List<PropertyField> update(String groupId, List<PropertyField> wanted) {
    rows.bounded(wanted);
    return unlessTaken(sql -> wanted.stream().map(field -> update(sql, groupId, field)).toList());
  }

  /** Marks a field and its values as deleted; fails with 404 where the group has no such field. */
  public void delete(String groupId, String id) {
    database.inTransaction(
        sql -> {
          rows.delete(sql, groupId, surroundings.now(), id);
          return values.delete(sql, groupId, surroundings.now(), Map.of("field_id", id));
        });
  }

  /** Fails with 404 where the group has no such field that is not deleted. */
  void check(Sql sql, String groupId, String id) {
    PropertyGroups.check(sql, groupId);
    rows.live(sql, groupId, id);
  }

  private PropertyField update(Sql sql, String groupId, PropertyField wanted) {
    check(wanted.toBuilder().groupId(groupId).build());
    return rows.replace(
        sql,
        groupId,
        wanted.id(),
        wanted.updateAt(),
        surroundings.now(),
        "name = ?, kind = ?, attrs = ?, target_id = ?, target_type = ?",
        wanted.name(),
        wanted.type(),
        surroundings.json().write(wanted.attrs()),
        wanted.targetId(),
        wanted.targetType());
  }

  private <T> T unlessTaken(Database.Work<T> work) {
    try {
      return database.inTransaction(work);
    } catch (DuplicateException taken) {
      throw AppError.of(
          "app.property_field.name_taken.app_error",
          "the target has a field of this name in the group",
          409);
    }
  }

  private static Map<String, String> target(String type, String id) {
    return Map.of("target_type", type, "target_id", id);
  }

  private static void check(PropertyField field) {
    if (field.groupId().isEmpty()) {
      throw invalid("a field belongs to a group; name it by id");
    }
    if (field.name().isBlank() || length(field.name()) > LONGEST) {
      throw invalid("the name of a field has 1 to %d characters".formatted(LONGEST));
    }
    if (!TYPES.contains(field.type())) {
      throw invalid(
          "no field has the type '%s': it is text, select, multiselect, date, user or multiuser"
              .formatted(field.type()));
    }
    if (length(field.targetId()) > LONGEST || length(field.targetType()) > LONGEST) {
      throw invalid("the target of a field is named with at most %d characters".formatted(LONGEST));
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static AppError invalid(String message) {
    return AppError.of("model.property_field.is_valid.app_error", message, 400);
  }

  private PropertyField field(ResultSet row) throws SQLException {
    return PropertyField.builder()
        .id(row.getString("id"))
        .groupId(row.getString("group_id"))
        .name(row.getString("name"))
        .type(row.getString("kind"))
        .attrs(surroundings.json().object(row.getString("attrs")))
        .targetId(row.getString("target_id"))
        .targetType(row.getString("target_type"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .deleteAt(row.getLong("delete_at"))
        .build();
  }
}
