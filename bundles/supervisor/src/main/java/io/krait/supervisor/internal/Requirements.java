package io.krait.supervisor.internal;

import static java.util.stream.Collectors.toCollection;

import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The packages that a plugin needs, as pip reads them.
 *
 * @param file absolute, without links; empty where the plugin names none
 * @param content what they consist of, with the files of the plugin that they name: another list,
 *     or a package that lies in the plugin's folder
 * @param hashed whether they say what each package must be, which has pip refuse all others
 */
record Requirements(Optional<Path> file, String content, boolean hashed) {

  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_FILES = 1000;

  /**
   * Reads the requirements of {@code plugin}.
   *
   * @throws PluginStartException where they are not a file in the plugin's folder
   */
  static Requirements of(PluginDescription plugin) throws PluginStartException {
    if (plugin.requirementsPath().isEmpty()) {
      return new Requirements(Optional.empty(), "", false);
    }
    String name = plugin.requirementsPath().get();
    try {
      Path folder = plugin.folder().toRealPath();
      Path file = folder.resolve(name.replaceFirst("^[/\\\\]+", "")).toRealPath();
      if (!file.startsWith(folder)) {
        throw problem(
            plugin, name, "lies outside the plugin's folder; move the file into it", null);
      }
      if (!Files.isRegularFile(file)) {
        throw problem(plugin, name, "is not a file; name one", null);
      }
      Reader reader = new Reader(folder);
      reader.add(file);
      return new Requirements(
          Optional.of(file), reader.content.toString(), reader.content.indexOf("--hash=") >= 0);
    } catch (NoSuchFileException e) {
      throw problem(plugin, name, "does not exist in " + plugin.folder() + "; add the file", e);
    } catch (IOException | InvalidPathException e) {
      throw problem(plugin, name, "cannot be read (" + e.getMessage() + "); correct it", e);
    }
  }

  private static PluginStartException problem(
      PluginDescription plugin, String name, String what, Exception cause) {
    return new PluginStartException(
        plugin.id(),
        "requirements_path \"%s\" %s, or change requirements_path in %s"
            .formatted(name, what, plugin.manifestName()),
        List.of(),
        cause);
  }

  private static final class Reader {
    private final Path folder;
    private final Set<Path> seen = new HashSet<>();
    private final StringBuilder content = new StringBuilder();

    Reader(Path folder) {
      this.folder = folder;
    }

    void add(Path file) throws IOException {
      if (!seen.add(file) || seen.size() > MAX_FILES) {
        return;
      }
      if (!file.getFileName().toString().endsWith(".txt")) {
        content.append(folder.relativize(file)).append(' ');
        content.append(ContentHash.of(Files.readAllBytes(file))).append('\n');
        return;
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new IOException(file.getFileName() + " has more than " + MAX_BYTES + " bytes");
      }
      List<String> lines = Files.readAllLines(file);
      for (String line : lines) {
        content.append(line.strip()).append('\n');
        if (line.strip().matches("(-e|--editable)\\b.*")) {
          // Used where it lies: that of another version of the plugin is not the same.
          content.append(folder).append('\n');
        }
      }
      for (String line : lines) {
        for (String word : line.strip().split("[\\s=]+", -1)) {
          addNamed(file.getParent(), word);
          addNamed(folder, word);
        }
      }
    }

    // Not all words are meant as names, but those of files of the plugin can be nothing else.
    private void addNamed(Path parent, String word) throws IOException {
      if (word.isEmpty() || word.startsWith("#")) {
        return;
      }
      Path path;
      try {
        path = parent.resolve(word).normalize();
      } catch (InvalidPathException e) {
        return;
      }
      if (!path.startsWith(folder) || path.equals(folder)) {
        return;
      }
      if (Files.isRegularFile(path)) {
        add(path);
      } else if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.walk(path)) {
          Set<Path> sources =
              files
                  .filter(file -> !isMade(path.relativize(file)))
                  .filter(Files::isRegularFile)
                  .limit(MAX_FILES)
                  .collect(toCollection(TreeSet::new));
          for (Path file : sources) {
            add(file);
          }
        }
      }
    }

    // What comes about when a package is built where it lies, which must not ask for another build.
    private static boolean isMade(Path path) {
      return StreamSupport.stream(path.spliterator(), false)
          .map(Path::toString)
          .anyMatch(
              name ->
                  name.equals("__pycache__") || name.equals("build") || name.endsWith(".egg-info"));
    }
  }
}
