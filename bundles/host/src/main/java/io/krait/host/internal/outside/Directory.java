package io.krait.host.internal.outside;

import io.krait.api.model.User;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Users;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a directory knows of users: a service of an integrator, or else what the host keeps of them,
 * under the names that {@code LdapSettings} give. Safe for use from any thread.
 */
public final class Directory {

  private static final String SERVICE = "ldap";
  private static final String SECTION = "LdapSettings";

  private final Surroundings surroundings;
  private final Users users;
  private final Outside outside;

  /** The directory of these users. */
  public Directory(Surroundings surroundings, Users users, Outside outside) {
    this.surroundings = surroundings;
    this.users = users;
    this.outside = outside;
  }

  /**
   * Attributes of a user, without those that are not known; none where the user does not come from
   * the directory.
   *
   * @throws io.krait.api.AppError with status 404 where there is no such user
   */
  public Map<String, String> attributes(String userId, List<String> names) {
    User user = withKey(users.get(userId));
    if (!user.authService().equals(SERVICE)) {
      return Map.of();
    }
    if (outside.directory().isPresent()) {
      return outside.directory().get().attributes(user, names);
    }
    Map<String, String> known = known(user);
    Map<String, String> found = new LinkedHashMap<>();
    for (String name : names) {
      String value = known.get(name);
      if (value != null) {
        found.put(name, value);
      }
    }
    return found;
  }

  /** The key is not told of users elsewhere. */
  private User withKey(User user) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.first(
                    "select coalesce(auth_data, '') from users where id = ?",
                    row -> row.getString(1),
                    user.id()))
        .map(key -> user.toBuilder().authData(key).build())
        .orElse(user);
  }

  private Map<String, String> known(User user) {
    Map<String, String> known = new HashMap<>();
    // What a user's properties hold under the prefix was put there by whoever brought the user in.
    user.props()
        .forEach(
            (name, value) -> {
              if (name.startsWith("ldap.")) {
                known.put(name.substring("ldap.".length()), value);
              }
            });
    put(known, "FirstNameAttribute", user.firstName());
    put(known, "LastNameAttribute", user.lastName());
    put(known, "EmailAttribute", user.email());
    put(known, "UsernameAttribute", user.username());
    put(known, "NicknameAttribute", user.nickname());
    put(known, "PositionAttribute", user.position());
    user.authData().ifPresent(id -> put(known, "IdAttribute", id));
    return known;
  }

  private void put(Map<String, String> known, String setting, String value) {
    String name = surroundings.configuration().text(SECTION, setting);
    if (!name.isEmpty() && !value.isEmpty()) {
      known.put(name, value);
    }
  }
}
