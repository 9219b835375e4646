package io.krait.supervisor.internal;

import io.krait.supervisor.PluginDescription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module that a plugin could not import, which is why most plugins end before their handshake.
 *
 * @param name as it stands in the import
 */
record MissingModule(String name) {

  private static final Pattern LINE =
      Pattern.compile("ModuleNotFoundError: No module named '([\\w.]{1,200})'.*");

  private static final String GRPC = "grpc";

  /** What every plugin needs, and the SDK does not have in it. */
  private static final Set<String> PROTOBUF = Set.of("google", "google.protobuf");

  /** What the lines that a process has printed say of it. */
  static Optional<MissingModule> in(List<String> lines) {
    return lines.stream()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(matcher -> new MissingModule(matcher.group(1)))
        .reduce((before, last) -> last);
  }

  /**
   * What is wrong and what to do about it.
   *
   * @param lane whether the plugin was offered the lane, and can do without gRPC
   */
  String advice(PluginDescription plugin, Interpreter interpreter, boolean lane) {
    boolean needed = PROTOBUF.contains(name) || name.equals(GRPC) && !lane;
    List<String> packages =
        needed ? (lane ? List.of("protobuf") : List.of("grpcio", "protobuf")) : List.of();
    String module = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    return "%s (%s) has no module \"%s\"%s; %s"
        .formatted(
            interpreter.path(),
            interpreter.version(),
            name,
            needed ? ", which plugins need to talk to their host" : "",
            switch (plugin.dependencyMode()) {
              case SYSTEM ->
                  "install it with %s -m pip install %s, or %s in %s"
                      .formatted(
                          interpreter.path(),
                          needed
                              ? String.join(" ", packages)
                              : name.equals(GRPC) ? "grpcio" : module,
                          needed
                              ? "set dependency_mode to venv"
                              : "name a file with the plugin's requirements as requirements_path"
                                  + " and set dependency_mode to venv",
                          plugin.manifestName());
              case VENV ->
                  "add %s to %s"
                      .formatted(
                          needed ? String.join(" and ", packages) : "the package that has it",
                          plugin
                              .requirementsPath()
                              .orElse(
                                  "a file that "
                                      + plugin.manifestName()
                                      + " names as requirements_path"));
              case BUNDLED ->
                  "add %s to the plugin's folder, or set dependency_mode to venv in %s"
                      .formatted(
                          needed ? String.join(" and ", packages) : "the package that has it",
                          plugin.manifestName());
            });
  }
}
