package io.krait.runtime.manifest;

/**
 * Where a plugin's Python and its dependencies come from.
 *
 * @param dependencyMode who provides the dependencies
 * @param venvPath path of a virtual environment in the plugin's folder; may be empty
 * @param requirementsPath path in the plugin's folder of the list of dependencies; may be empty
 */
public record PythonPart(DependencyMode dependencyMode, String venvPath, String requirementsPath) {

  /** Who provides the dependencies. */
  public enum DependencyMode {
    /** The interpreter that the machine has. */
    SYSTEM,
    /** A virtual environment, made from the requirements where there is none. */
    VENV,
    /** The plugin's own folder. */
    BUNDLED
  }
}
