package io.krait.http.internal;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a request, as the client has sent it, in its parts.
 *
 * @param pluginId which plugin it is for
 * @param rest the path below the plugin, percent signs and all; begins with a slash
 */
record PluginPath(String pluginId, String rest) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,190}");

  /** A step to the same folder or the one above, in whatever way it is written. */
  private static final Pattern STEP =
      Pattern.compile("/(?:\\.|%2e){1,2}(?:;[^/]*)?(?:/|$)", Pattern.CASE_INSENSITIVE);

  private static final String PUBLIC = "/public/";
  private static final String METRICS = "/metrics";

  /**
   * Takes a path apart.
   *
   * @param path without query
   * @param mount where plugins are, without a slash at its end
   * @return empty where it does not name a plugin
   */
  static Optional<PluginPath> of(String path, String mount) {
    if (!path.startsWith(mount + "/")) {
      return Optional.empty();
    }
    int begin = mount.length() + 1;
    int end = path.indexOf('/', begin);
    String id = end < 0 ? path.substring(begin) : path.substring(begin, end);
    return ID.matcher(id).matches()
        ? Optional.of(new PluginPath(id, end < 0 ? "/" : path.substring(end)))
        : Optional.empty();
  }

  /**
   * Whether it goes to the same folder or the one above somewhere. Others on the way of the request
   * may have understood that, and so see another plugin or another page in it.
   */
  boolean hasSteps() {
    return STEP.matcher(rest).find();
  }

  /** The path as the plugin sees it where the whole of it is about metrics. */
  PluginPath belowMetrics() {
    if (rest.equals(METRICS)) {
      return new PluginPath(pluginId, "/");
    }
    return rest.startsWith(METRICS + "/")
        ? new PluginPath(pluginId, rest.substring(METRICS.length()))
        : this;
  }

  /** The path below the folder of public files; empty where it is for the plugin itself. */
  Optional<String> publicFile() {
    return rest.startsWith(PUBLIC)
        ? Optional.of(rest.substring(PUBLIC.length()))
        : Optional.empty();
  }
}
