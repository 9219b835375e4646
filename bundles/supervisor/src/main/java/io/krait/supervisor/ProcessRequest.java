package io.krait.supervisor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The process that a {@link PluginRunner} is to start.
 *
 * @param pluginId whose it is
 * @param command the interpreter and its arguments, all paths absolute
 * @param folder the working directory
 * @param environment all variables of the process: nothing else is to be inherited
 */
public record ProcessRequest(
    String pluginId, List<String> command, Path folder, Map<String, String> environment) {

  /** Copies the collections. */
  public ProcessRequest {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Without the environment, which may hold secrets. */
  @Override
  public String toString() {
    return "ProcessRequest[" + pluginId + ": " + String.join(" ", command) + "]";
  }
}
