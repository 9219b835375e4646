package io.krait.supervisor.internal;

import io.krait.supervisor.PluginDescription;
import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment of a plugin's process: of the host's variables those only that are known to be
 * harmless or that an administrator has named, and what tells the plugin about itself.
 */
final class ChildEnvironment {

  /** A plugin that finds it set ends itself when its standard input does: its host is gone. */
  static final String STDIN_WATCH = "KRAIT_EXIT_ON_STDIN_EOF";

  private static final String MODULES = "PYTHONPATH";
  private static final String API_TARGET = "MATTERMOST_PLUGIN_API_TARGET";
  private static final String API_LANE = "KRAIT_API_LANE";
  private static final String API_TOKEN = "KRAIT_API_TOKEN";
  private static final String API_TOKEN_FROM = "KRAIT_API_TOKEN_FROM";
  private static final String DEBUG = "KRAIT_DEBUG";
  private static final String DEBUG_PORT = "KRAIT_DEBUG_PORT";

  private static final Set<String> HARMLESS =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TMPDIR",
          "TMP",
          "TEMP",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR",
          "LD_LIBRARY_PATH",
          "SYSTEMROOT",
          "COMSPEC",
          "PATHEXT");

  /** Without these, what is printed to a pipe comes late and in the encoding of the locale. */
  private static final Map<String, String> READABLE =
      Map.of("PYTHONUNBUFFERED", "1", "PYTHONIOENCODING", "utf-8");

  private static final Set<String> FOR_INSTALLER =
      Set.of(
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "ALL_PROXY",
          "NO_PROXY",
          "REQUESTS_CA_BUNDLE",
          "CURL_CA_BUNDLE",
          "XDG_CACHE_HOME",
          "XDG_CONFIG_HOME");

  private final Map<String, String> inherited;
  private final Map<String, String> forInstaller;

  /**
   * Chooses from {@code host}.
   *
   * @param host the variables of this process
   * @param allowed names of more variables that plugins may see
   */
  ChildEnvironment(Map<String, String> host, Set<String> allowed) {
    Set<String> names = new HashSet<>(HARMLESS);
    names.addAll(allowed);
    Map<String, String> chosen = new TreeMap<>();
    host.forEach(
        (name, value) -> {
          if (names.contains(name) || name.startsWith("LC_")) {
            chosen.put(name, value);
          }
        });
    inherited = Map.copyOf(chosen);
    chosen.putAll(READABLE);
    host.forEach(
        (name, value) -> {
          if (name.startsWith("PIP_") || FOR_INSTALLER.contains(name.toUpperCase(Locale.ROOT))) {
            chosen.put(name, value);
          }
        });
    forInstaller = Map.copyOf(chosen);
  }

  /** What every child gets of the host's variables. */
  Map<String, String> inherited() {
    return inherited;
  }

  /** What pip gets besides, when it installs packages: how it is set up, and the way out. */
  Map<String, String> forInstaller() {
    return forInstaller;
  }

  /** Where executables are looked for. */
  String searchPath() {
    return inherited.getOrDefault("PATH", "");
  }

  /**
   * All variables of the process of {@code plugin}, apart from those of the handshake.
   *
   * @param modules where more modules of Python are, after what {@code PYTHONPATH} has otherwise.
   *     Python looks in the script's folder before, and in what is installed after these.
   */
  Map<String, String> of(PluginDescription plugin, PluginScript script, List<Path> modules) {
    Map<String, String> variables = new TreeMap<>(inherited);
    variables.putAll(READABLE);
    variables.put(STDIN_WATCH, "1");
    // With logger and fields told apart, and several lines kept together.
    variables.put("KRAIT_LOG_FORMAT", "json");
    variables.put("MATTERMOST_PLUGIN_ID", plugin.id());
    variables.put("MATTERMOST_PLUGIN_PATH", script.folder().toString());
    variables.put("MATTERMOST_PLUGIN_LOG_LEVEL", plugin.logLevel());
    variables.put(
        "MATTERMOST_PLUGIN_HOOK_TIMEOUT",
        BigDecimal.valueOf(plugin.hookTimeout().toMillis(), 3)
            .stripTrailingZeros()
            .toPlainString());
    variables.putAll(plugin.variables());
    modules.forEach(
        folder ->
            variables.merge(
                MODULES,
                folder.toString(),
                (before, added) -> before + File.pathSeparator + added));
    // Last: without an API, a plugin must not find the address of another one's.
    variables.remove(API_TARGET);
    plugin.apiTarget().ifPresent(target -> variables.put(API_TARGET, target));
    variables.remove(API_LANE);
    plugin.apiLane().ifPresent(path -> variables.put(API_LANE, path.toString()));
    variables.remove(API_TOKEN);
    variables.remove(API_TOKEN_FROM);
    plugin
        .apiToken()
        .ifPresent(
            token -> {
              if (isToldByInput(plugin)) {
                variables.put(API_TOKEN_FROM, "stdin");
              } else {
                variables.put(API_TOKEN, token);
              }
            });
    variables.remove(DEBUG);
    variables.remove(DEBUG_PORT);
    plugin
        .debugPort()
        .ifPresent(
            port -> {
              variables.put(DEBUG, "1");
              variables.put(DEBUG_PORT, port.toString());
            });
    variables.remove(Handshake.LANE);
    return variables;
  }

  /**
   * What the standard input of the process begins with: the token of the API, which other processes
   * of the user could read in its environment.
   */
  String inputOf(PluginDescription plugin) {
    return plugin
        .apiToken()
        .filter(token -> isToldByInput(plugin))
        .map(token -> API_TOKEN + "=" + token + "\n")
        .orElse("");
  }

  // On a port the token has always been asked for, and plugins look for it in the environment.
  private static boolean isToldByInput(PluginDescription plugin) {
    return plugin.apiTarget().filter(target -> target.startsWith("unix:")).isPresent();
  }
}
