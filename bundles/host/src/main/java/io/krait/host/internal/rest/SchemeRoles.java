package io.krait.host.internal.rest;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Roles that are given by what a member is: an administrator, a regular member or a guest. */
final class SchemeRoles {

  private SchemeRoles() {}

  /**
   * The roles of a member, who becomes what a body says and keeps all others.
   *
   * @param kind {@code team} or {@code channel}
   */
  static String of(String kind, String before, Map<String, Object> body) {
    Set<String> roles = new LinkedHashSet<>(Arrays.asList(before.trim().split("\\s+")));
    for (String part : List.of("guest", "user", "admin")) {
      Object wanted = body.get("scheme_" + part);
      String role = kind + "_" + part;
      if (wanted == null) {
        continue;
      }
      if (!(wanted instanceof Boolean is)) {
        throw Answers.invalid("scheme_" + part);
      }
      if (is) {
        roles.add(role);
      } else {
        roles.remove(role);
      }
    }
    return String.join(" ", roles).trim();
  }
}
