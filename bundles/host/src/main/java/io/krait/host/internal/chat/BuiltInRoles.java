package io.krait.host.internal.chat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The permissions that there are, and the roles as the host brings them. */
final class BuiltInRoles {

  /** Stands for every permission. */
  private static final String EVERY = "*";

  private static final Set<String> PERMISSIONS = permissions();
  private static final Map<String, Role> ROLES = roles();

  private BuiltInRoles() {}

  /** Whether there is a permission of this name. */
  static boolean isPermission(String name) {
    return PERMISSIONS.contains(name);
  }

  /** All roles by their names. */
  static Map<String, Role> all() {
    return ROLES;
  }

  static Optional<Role> named(String name) {
    return Optional.ofNullable(ROLES.get(name));
  }

  private static Set<String> permissions() {
    Set<String> names = new LinkedHashSet<>();
    read("permissions.json", new TypeReference<Map<String, List<String>>>() {})
        .values()
        .forEach(names::addAll);
    return Collections.unmodifiableSet(names);
  }

  private static Map<String, Role> roles() {
    Map<String, Role> roles = new LinkedHashMap<>();
    read("roles.json", new TypeReference<Map<String, Map<String, Object>>>() {})
        .forEach((name, parts) -> roles.put(name, role(name, parts)));
    return Collections.unmodifiableMap(roles);
  }

  private static Role role(String name, Map<String, Object> parts) {
    List<String> permissions = new ArrayList<>();
    for (Object permission : (List<?>) parts.getOrDefault("permissions", List.of())) {
      if (permission.equals(EVERY)) {
        permissions.addAll(PERMISSIONS);
      } else {
        permissions.add((String) permission);
      }
    }
    return new Role(
        id(name),
        name,
        "authentication.roles." + name + ".name",
        "authentication.roles." + name + ".description",
        0,
        0,
        0,
        List.copyOf(permissions),
        Boolean.TRUE.equals(parts.get("scheme_managed")),
        true);
  }

  /** The same wherever the host runs, so that clients can keep it. */
  private static String id(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      StringBuilder id = new StringBuilder();
      for (int i = 0; i < 26; i++) {
        id.append("abcdefghijklmnopqrstuvwxyz234567".charAt(digest[i] & 31));
      }
      return id.toString();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static <T> T read(String name, TypeReference<T> type) {
    try (InputStream stream = BuiltInRoles.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the bundle lacks " + name);
      }
      return new ObjectMapper().readValue(stream, type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
