package io.krait.supervisor.internal;

import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The file that the interpreter is to run, known to lie in the plugin's folder.
 *
 * @param folder the working directory: absolute, without links
 * @param file absolute, without links. Passed like this, it cannot be taken for an option of the
 *     interpreter, and no folder of another name is looked in.
 */
record PluginScript(Path folder, Path file) {

  /**
   * Checks the script of {@code plugin}.
   *
   * @throws PluginStartException where there is none, or it lies elsewhere
   */
  static PluginScript of(PluginDescription plugin) throws PluginStartException {
    String script = plugin.script();
    // A leading slash means the plugin's folder, as it always has.
    String relative = script.replaceFirst("^[/\\\\]+", "");
    if (relative.isBlank()) {
      throw new PluginStartException(
          plugin.id(), "no executable is named; set server.executable in " + plugin.manifestName());
    }
    Path root = plugin.folder().toAbsolutePath().normalize();
    Path file;
    try {
      file = root.resolve(relative).normalize();
    } catch (InvalidPathException e) {
      throw new PluginStartException(
          plugin.id(),
          "executable \"%s\" is not a path; change it in %s"
              .formatted(script, plugin.manifestName()),
          List.of(),
          e);
    }
    if (!file.startsWith(root)) {
      throw outside(plugin);
    }
    try {
      Path realRoot = root.toRealPath();
      Path realFile = file.toRealPath();
      if (!realFile.startsWith(realRoot)) {
        throw outside(plugin);
      }
      if (!Files.isRegularFile(realFile)) {
        throw new PluginStartException(
            plugin.id(),
            "executable \"%s\" is not a file; change it in %s"
                .formatted(script, plugin.manifestName()));
      }
      return new PluginScript(realRoot, realFile);
    } catch (NoSuchFileException e) {
      throw new PluginStartException(
          plugin.id(),
          "executable \"%s\" does not exist in %s; add the file or change executable in %s"
              .formatted(script, root, plugin.manifestName()),
          List.of(),
          e);
    } catch (IOException e) {
      throw new PluginStartException(
          plugin.id(),
          "executable \"%s\" cannot be read: %s".formatted(script, e.getMessage()),
          List.of(),
          e);
    }
  }

  private static PluginStartException outside(PluginDescription plugin) {
    return new PluginStartException(
        plugin.id(),
        "executable \"%s\" lies outside the plugin's folder; move the file into it and change executable in %s"
            .formatted(plugin.script(), plugin.manifestName()));
  }
}
