package io.krait.host.internal.properties;

import io.krait.api.AppError;
import io.krait.api.model.PropertyGroup;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Sql;
import java.util.Optional;

/** The namespaces of properties. Safe for use from any thread. */
public final class PropertyGroups {

  private static final int LONGEST_NAME = 64;

  private final Surroundings surroundings;

  /** The groups in the database of these surroundings. */
  public PropertyGroups(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The group of this name, made where it does not exist.
   *
   * @throws AppError with status 400 where the name is empty or too long
   */
  public PropertyGroup register(String name) {
    if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw AppError.of(
          "model.property_group.is_valid.app_error",
          "the name of a group of properties has 1 to %d characters".formatted(LONGEST_NAME),
          400);
    }
    return surroundings
        .database()
        .untilNobodyInterferes(
            sql ->
                find(sql, name)
                    .orElseGet(
                        () -> {
                          String id = surroundings.ids().next();
                          sql.insert("property_groups", "id", id, "name", name);
                          return PropertyGroup.builder().id(id).name(name).build();
                        }));
  }

  /**
   * The group of this name.
   *
   * @throws AppError with status 404 where it has not been registered
   */
  public PropertyGroup get(String name) {
    return surroundings
        .database()
        .inTransaction(sql -> find(sql, name))
        .orElseThrow(
            () ->
                AppError.of(
                    "app.property_group.get.app_error",
                    "there is no group of properties named " + name,
                    404));
  }

  /** Fails with 404 where there is no group of this id. */
  static void check(Sql sql, String id) {
    if (sql.count("select count(*) from property_groups where id = ?", id) == 0) {
      throw AppError.of(
          "app.property_group.get.app_error", "there is no group of properties " + id, 404);
    }
  }

  private static Optional<PropertyGroup> find(Sql sql, String name) {
    return sql.first(
        "select * from property_groups where name = ?",
        row -> PropertyGroup.builder().id(row.getString("id")).name(row.getString("name")).build(),
        name);
  }
}
