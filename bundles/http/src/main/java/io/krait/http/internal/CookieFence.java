package io.krait.http.internal;

import io.krait.api.Nullable;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the cookies of a plugin's answers among those of that plugin: it shares its origin with the
 * host and with all other plugins, and a browser lets every answer set every cookie.
 */
final class CookieFence {

  private static final System.Logger LOG = System.getLogger(CookieFence.class.getName());

  /** How many different things are said at most, as plugins choose the names. */
  private static final int MOST_SAID = 1000;

  private final List<String> reserved;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  /**
   * A fence around some names.
   *
   * @param reserved names of the host's cookies; with a star at the end, beginnings of such names
   */
  CookieFence(List<String> reserved) {
    this.reserved =
        reserved.stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .toList();
  }

  static CookieFence of(HttpConfiguration configuration) {
    List<String> names = new ArrayList<>(List.of(configuration.reservedCookies()));
    names.add(configuration.sessionCookie());
    return new CookieFence(names);
  }

  /**
   * Where one plugin's cookies pass.
   *
   * @param pluginId whose they are
   * @param home the path of the plugin, without a slash at its end
   */
  record Gate(CookieFence fence, String pluginId, String home) {
    Optional<String> admit(String cookie) {
      return fence.admit(cookie, pluginId, home);
    }
  }

  /**
   * What of a header {@code Set-Cookie} is sent on.
   *
   * @param pluginId whose answer it is in
   * @param home the path of the plugin, without a slash at its end
   * @return empty where the cookie is not the plugin's to set
   */
  Optional<String> admit(String cookie, String pluginId, String home) {
    String[] parts = cookie.split(";", -1);
    int equals = parts[0].indexOf('=');
    String name = (equals < 0 ? "" : parts[0].substring(0, equals)).strip();
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      say(pluginId, name, "is left out of its answers: without a name it may be taken for any");
      return Optional.empty();
    }
    if (isReserved(lower)) {
      say(pluginId, name, "is left out of its answers: that is a cookie of the host");
      return Optional.empty();
    }
    if (lower.startsWith("__host-")) {
      say(pluginId, name, "is left out of its answers: such a cookie goes to the whole host");
      return Optional.empty();
    }
    StringBuilder admitted = new StringBuilder(parts[0].strip());
    String kept = home;
    for (int i = 1; i < parts.length; i++) {
      String attribute = parts[i].strip();
      String path = valueOf(attribute, "path");
      if (valueOf(attribute, "domain") != null) {
        say(pluginId, name, "goes to this host alone, and not to the domain that the plugin names");
      } else if (path == null) {
        admitted.append("; ").append(attribute);
      } else {
        // The last one counts in browsers.
        kept = isIn(path, home) ? path : home;
      }
    }
    return Optional.of(admitted.append("; Path=").append(kept).toString());
  }

  private boolean isReserved(String name) {
    for (String known : reserved) {
      boolean beginning = known.endsWith("*");
      if (beginning
          ? name.startsWith(known.substring(0, known.length() - 1))
          : name.equals(known)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(String path, String home) {
    return path.equals(home) || path.startsWith(home + "/");
  }

  private static @Nullable String valueOf(String attribute, String name) {
    int equals = attribute.indexOf('=');
    String found = equals < 0 ? attribute : attribute.substring(0, equals);
    return !found.strip().equalsIgnoreCase(name)
        ? null
        : equals < 0 ? "" : attribute.substring(equals + 1).strip();
  }

  private void say(String pluginId, String name, String what) {
    if (said.size() < MOST_SAID && said.add(pluginId + ' ' + name + ' ' + what)) {
      LOG.log(
          Level.WARNING,
          "plugin {0}: the cookie {1} {2}; this is said once",
          pluginId,
          name.replaceAll("[^ -~]", "?"),
          what);
    }
  }
}
