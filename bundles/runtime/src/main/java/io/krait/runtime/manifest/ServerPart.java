package io.krait.runtime.manifest;

import java.util.Map;
import java.util.Optional;

/**
 * The part of a plugin that runs beside the server.
 *
 * @param executable path in the plugin's folder of what is started where nothing is named for the
 *     machine; may be empty
 * @param executables paths for machines, by {@code linux-amd64} and the like
 * @param runtime {@code go}, {@code python} or empty
 * @param pythonVersion which Pythons the plugin works with, such as {@code >=3.11}; may be empty
 * @param python where its Python and its dependencies come from
 * @param priority plugins with a higher one are asked earlier where several handle a hook
 * @param limits what it gets by with of the machine
 * @param network whether it may want to reach the network
 */
public record ServerPart(
    String executable,
    Map<String, String> executables,
    String runtime,
    String pythonVersion,
    Optional<PythonPart> python,
    int priority,
    LimitsPart limits,
    boolean network) {

  static final String PYTHON = "python";
  static final String GO = "go";

  public ServerPart {
    executables = Map.copyOf(executables);
  }

  /** The path for that machine; empty where there is none. */
  public String executableFor(Platform platform) {
    return executables.getOrDefault(platform.key(), executable);
  }
}
