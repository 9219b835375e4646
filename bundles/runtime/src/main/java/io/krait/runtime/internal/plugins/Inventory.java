package io.krait.runtime.internal.plugins;

import java.nio.file.Path;
import java.util.List;

/**
 * What a look at the plugin folder found.
 *
 * @param plugins the current version of each plugin, by identifier
 * @param defects folders that should be plugins and are not
 */
public record Inventory(List<Installation> plugins, List<Defect> defects) {

  public Inventory {
    plugins = List.copyOf(plugins);
    defects = List.copyOf(defects);
  }

  /**
   * A folder that cannot be used.
   *
   * @param problem why, in one line
   */
  public record Defect(Path folder, String problem) {}
}
