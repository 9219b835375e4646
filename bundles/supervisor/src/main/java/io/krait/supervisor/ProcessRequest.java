package io.krait.supervisor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The process that a {@link PluginRunner} is to start.
 *
 * @param pluginId whose it is
 * @param command the interpreter and its arguments, all paths absolute
 * @param folder the working directory
 * @param environment all variables of the process: nothing else is to be inherited
 * @param interpreter the Python that the plugin runs on, absolute; empty where it is not known to
 *     be one. It stays the same where another runner puts a command of its own around that of the
 *     plugin
 * @param limits what the process may take of the machine
 * @param needs what it needs besides
 */
public record ProcessRequest(
    String pluginId,
    List<String> command,
    Path folder,
    Map<String, String> environment,
    Optional<Path> interpreter,
    ProcessLimits limits,
    ProcessNeeds needs) {

  /** Copies the collections. */
  public ProcessRequest {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** A process that needs nothing more. */
  public ProcessRequest(
      String pluginId,
      List<String> command,
      Path folder,
      Map<String, String> environment,
      Optional<Path> interpreter,
      ProcessLimits limits) {
    this(pluginId, command, folder, environment, interpreter, limits, ProcessNeeds.NONE);
  }

  /** A process without limits, and without a known interpreter. */
  public ProcessRequest(
      String pluginId, List<String> command, Path folder, Map<String, String> environment) {
    this(pluginId, command, folder, environment, Optional.empty(), ProcessLimits.NONE);
  }

  /** The same with another command, such as one that puts the process into a sandbox. */
  public ProcessRequest withCommand(List<String> other) {
    return new ProcessRequest(pluginId, other, folder, environment, interpreter, limits, needs);
  }

  /** The same with other variables. */
  public ProcessRequest withEnvironment(Map<String, String> other) {
    return new ProcessRequest(pluginId, command, folder, other, interpreter, limits, needs);
  }

  /** Without the environment, which may hold secrets. */
  @Override
  public String toString() {
    return "ProcessRequest[" + pluginId + ": " + String.join(" ", command) + "]";
  }
}
