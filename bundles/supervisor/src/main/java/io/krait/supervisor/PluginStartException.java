package io.krait.supervisor;

import java.util.List;

/**
 * A plugin could not be started. The message says in one line which plugin, why, and what to do;
 * {@link #lastLines()} is what its process has printed.
 */
public final class PluginStartException extends Exception {

  private static final long serialVersionUID = 1;

  private final String pluginId;
  private final transient List<String> lastLines;

  /** A failure before the process has printed anything. */
  public PluginStartException(String pluginId, String problem) {
    this(pluginId, problem, List.of(), null);
  }

  /**
   * A failure.
   *
   * @param problem what is wrong, then a semicolon and what to do about it
   * @param lastLines what the process has printed last, oldest first
   * @param cause what it comes from; may be null
   */
  public PluginStartException(
      String pluginId, String problem, List<String> lastLines, Throwable cause) {
    super("cannot start plugin " + pluginId + ": " + problem, cause);
    this.pluginId = pluginId;
    this.lastLines = List.copyOf(lastLines);
  }

  /** The plugin. */
  public String pluginId() {
    return pluginId;
  }

  /** What the process has printed last, oldest first; empty where it has printed nothing. */
  public List<String> lastLines() {
    return lastLines == null ? List.of() : lastLines;
  }
}
