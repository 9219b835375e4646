package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.host.internal.storage.Json;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What users may do by the roles that they have: as the host brings them, or as they are kept. */
public final class Roles {

  static final String SYSTEM_USER = "system_user";
  static final String SYSTEM_ADMIN = "system_admin";
  static final String SYSTEM_GUEST = "system_guest";

  private static final int LONGEST = 256;
  private static final Json JSON = new Json();

  private Roles() {}

  /**
   * The names in a text, separated by single spaces.
   *
   * @throws AppError with status 400 where a role does not exist
   */
  static String check(Sql sql, String roles) {
    Set<String> names = names(roles);
    Map<String, Role> known = known(sql, names);
    for (String name : names) {
      if (!known.containsKey(name)) {
        throw AppError.of("api.roles.unknown_role.app_error", "there is no role " + name, 400);
      }
    }
    String text = String.join(" ", names);
    if (text.length() > LONGEST) {
      throw AppError.of(
          "model.user.is_valid.roles_limit.app_error",
          "the names of roles have at most %d characters together".formatted(LONGEST),
          400);
    }
    return text;
  }

  /**
   * As {@link #check(Sql, String)}, for a member of a team or a channel: roles that go with another
   * kind of membership do not fit, and a guest stays one.
   *
   * @param before the roles until now
   * @param kind {@code team} or {@code channel}
   */
  static String check(Sql sql, String before, String roles, String kind) {
    String text = check(sql, roles);
    Set<String> names = names(roles);
    for (Role role : known(sql, names).values()) {
      if (role.schemeManaged() && !role.name().startsWith(kind + "_")) {
        throw AppError.of(
            "api.channel.update_" + kind + "_member_roles.scheme_role.app_error",
            "the role %s does not fit here".formatted(role.name()),
            400);
      }
    }
    boolean wasGuest = names(before).contains(kind + "_guest");
    boolean member = names.contains(kind + "_user") || names.contains(kind + "_admin");
    boolean guest = names.contains(kind + "_guest");
    if (guest != wasGuest && (guest || member)) {
      throw AppError.of(
          "api.channel.update_" + kind + "_member_roles.changing_guest_role.app_error",
          "a guest cannot become a regular member by its roles, nor the other way round",
          400);
    }
    return text;
  }

  /** The roles of a new member of a team or a channel. */
  static String ofNewMember(Sql sql, String userId, String kind) {
    return kind + (isGuest(sql, userId) ? "_guest" : "_user");
  }

  /** Whether a user is here as a guest. */
  static boolean isGuest(Sql sql, String userId) {
    return sql.first("select roles from users where id = ?", row -> row.getString(1), userId)
        .map(Roles::names)
        .filter(names -> names.contains(SYSTEM_GUEST))
        .isPresent();
  }

  /** Whether one of the roles grants a permission. */
  static boolean grant(Sql sql, Collection<String> roles, String permission) {
    return BuiltInRoles.isPermission(permission)
        && known(sql, roles).values().stream()
            .anyMatch(
                role ->
                    role.deleteAt() == 0
                        && (role.name().equals(SYSTEM_ADMIN)
                            || role.permissions().contains(permission)));
  }

  /** Those of these roles that there are, by their names. */
  static Map<String, Role> known(Sql sql, Collection<String> names) {
    Map<String, Role> found = new LinkedHashMap<>();
    if (names.isEmpty()) {
      return found;
    }
    names.forEach(name -> BuiltInRoles.named(name).ifPresent(role -> found.put(name, role)));
    sql.list(
            "select * from roles where name in " + Sql.marks(names.size()),
            Roles::role,
            names.toArray())
        .forEach(role -> found.put(role.name(), role));
    return found;
  }

  /** All roles, those that the host brings first. */
  static List<Role> all(Sql sql) {
    Map<String, Role> found = new LinkedHashMap<>(BuiltInRoles.all());
    sql.list("select * from roles where delete_at = 0 order by name limit 1000", Roles::role)
        .forEach(role -> found.put(role.name(), role));
    return List.copyOf(found.values());
  }

  /** Keeps a role, in place of the one of that name. */
  static void keep(Sql sql, Role role) {
    String permissions = JSON.write(role.permissions());
    int there =
        sql.change(
            "update roles set display_name = ?, description = ?, update_at = ?, delete_at = ?,"
                + " permissions = ? where name = ?",
            role.displayName(),
            role.description(),
            role.updateAt(),
            role.deleteAt(),
            permissions,
            role.name());
    if (there == 0) {
      sql.insert(
          "roles",
          "id",
          role.id(),
          "name",
          role.name(),
          "display_name",
          role.displayName(),
          "description",
          role.description(),
          "create_at",
          role.createAt(),
          "update_at",
          role.updateAt(),
          "delete_at",
          role.deleteAt(),
          "permissions",
          permissions,
          "scheme_managed",
          role.schemeManaged());
    }
  }

  static Set<String> names(String roles) {
    Set<String> names = new LinkedHashSet<>(Arrays.asList(roles.trim().split("\\s+")));
    names.remove("");
    return names;
  }

  private static Role role(ResultSet row) throws SQLException {
    String name = row.getString("name");
    return new Role(
        row.getString("id"),
        name,
        row.getString("display_name"),
        row.getString("description"),
        row.getLong("create_at"),
        row.getLong("update_at"),
        row.getLong("delete_at"),
        JSON.list(row.getString("permissions")),
        row.getBoolean("scheme_managed"),
        BuiltInRoles.named(name).isPresent());
  }
}
