package io.krait.host.internal.chat;

import io.krait.api.AppError;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The roles that there are, and what they permit. Safe for use from any thread. */
public final class RoleAdministration {

  private static final String ERROR = "model.role.is_valid.app_error";
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,64}");
  private static final int LONGEST_DISPLAY_NAME = 128;
  private static final int LONGEST_DESCRIPTION = 1024;
  private static final int MOST_NAMES = 100;

  private final Surroundings surroundings;

  /** The roles that are kept in the database of these surroundings. */
  public RoleAdministration(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** All roles. */
  public List<Role> all() {
    return surroundings.database().inTransaction(Roles::all);
  }

  /**
   * The role with this id.
   *
   * @throws AppError with status 404 where there is none
   */
  public Role get(String id) {
    return find(role -> role.id().equals(id))
        .orElseThrow(() -> AppError.of("app.role.get.app_error", "there is no role " + id, 404));
  }

  /**
   * The role with this name.
   *
   * @throws AppError with status 404 where there is none
   */
  public Role named(String name) {
    return named(List.of(name)).stream()
        .findFirst()
        .orElseThrow(
            () -> AppError.of("app.role.get_by_name.app_error", "there is no role " + name, 404));
  }

  /** Those of these names that are roles'. */
  public List<Role> named(Collection<String> names) {
    if (names.size() > MOST_NAMES) {
      throw AppError.of(
          "api.roles.get_multiple_by_name_too_many.request_error",
          "at most %d roles can be named at once".formatted(MOST_NAMES),
          400);
    }
    return surroundings
        .database()
        .inTransaction(sql -> List.copyOf(Roles.known(sql, names).values()));
  }

  /** Whether one of the roles grants a permission; what is unknown grants nothing. */
  public boolean grant(Collection<String> roles, String permission) {
    return surroundings
        .database()
        .inTransaction(sql -> Roles.grant(sql, IdLists.bounded("role_names", roles), permission));
  }

  /**
   * Adds a role of one's own.
   *
   * @throws AppError with status 400 where a value is not allowed, or there is such a role
   */
  public Role create(
      String name, String displayName, String description, List<String> permissions) {
    if (!NAME.matcher(name).matches() || displayName.isEmpty()) {
      throw invalid("a role has a name of 1 to 64 small letters, digits and _, and a display name");
    }
    UserRules.longest(ERROR, "display_name", displayName, LONGEST_DISPLAY_NAME);
    UserRules.longest(ERROR, "description", description, LONGEST_DESCRIPTION);
    check(permissions);
    long now = surroundings.now();
    Role role =
        new Role(
            surroundings.ids().next(),
            name,
            displayName,
            description,
            now,
            now,
            0,
            List.copyOf(permissions),
            false,
            false);
    return surroundings
        .database()
        .untilNobodyInterferes(
            sql -> {
              if (!Roles.known(sql, List.of(name)).isEmpty()) {
                throw invalid("there is a role " + name);
              }
              Roles.keep(sql, role);
              return role;
            });
  }

  /**
   * Replaces what a role permits; whoever has it may do so at once.
   *
   * @throws AppError with status 404 where there is no such role, 400 where a permission is not
   *     known or the role is the administrators'
   */
  public Role permit(String id, List<String> permissions) {
    check(permissions);
    Role role = get(id);
    if (role.name().equals(Roles.SYSTEM_ADMIN)) {
      throw AppError.of(
          "api.roles.patch_roles.not_allowed_permission.error",
          "administrators may do everything, whatever happens",
          400);
    }
    return surroundings
        .database()
        .untilNobodyInterferes(
            sql -> {
              Roles.keep(sql, role.permitting(permissions, surroundings.now()));
              return Roles.known(sql, List.of(role.name())).values().iterator().next();
            });
  }

  private static void check(List<String> permissions) {
    for (String permission : permissions) {
      if (!BuiltInRoles.isPermission(permission)) {
        throw invalid("there is no permission " + permission);
      }
    }
  }

  private Optional<Role> find(Predicate<Role> wanted) {
    return all().stream().filter(wanted).findFirst();
  }

  private static AppError invalid(String why) {
    return AppError.of(ERROR, why, 400);
  }
}
