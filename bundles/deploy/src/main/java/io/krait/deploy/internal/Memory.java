package io.krait.deploy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;

/**
 * What was deployed from where, kept in a file over restarts. Safe for use from any thread.
 *
 * <p>An origin is the path of an archive or the location of a bundle.
 */
final class Memory {
  private static final String ID = ".plugin";
  private static final String STAMP = ".stamp";
  private static final String STOPPED = ".stopped";

  private final Path file;
  private final Map<String, Deployed> deployed = new TreeMap<>();
  private boolean closed;

  /**
   * What came from one origin.
   *
   * @param pluginId the plugin; empty where that has come from another origin since
   * @param stamp tells one content of the origin from another
   * @param stopped whether the origin was stopped, and its plugin with it
   */
  record Deployed(String pluginId, String stamp, boolean stopped) {}

  Memory(Path file) throws IOException {
    this.file = file;
    Files.createDirectories(file.toAbsolutePath().getParent());
    var properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (NoSuchFileException e) {
      // Nothing has been deployed so far.
    }
    for (String name : properties.stringPropertyNames()) {
      if (name.endsWith(ID)) {
        String origin = name.substring(0, name.length() - ID.length());
        deployed.put(
            origin,
            new Deployed(
                properties.getProperty(name),
                properties.getProperty(origin + STAMP, ""),
                Boolean.parseBoolean(properties.getProperty(origin + STOPPED))));
      }
    }
  }

  /** The memory of that name, in the folder that is configured. */
  static Memory in(String folder, BundleContext context, String name) throws IOException {
    return new Memory(
        folder.isBlank() ? context.getDataFile(name).toPath() : Path.of(folder, name));
  }

  synchronized Optional<Deployed> of(String origin) {
    return Optional.ofNullable(deployed.get(origin));
  }

  synchronized Map<String, Deployed> all() {
    return Map.copyOf(deployed);
  }

  /** Notes what came from an origin; from no other one does that plugin come any longer. */
  synchronized void put(String origin, Deployed now) throws IOException {
    deployed.replaceAll(
        (other, was) ->
            was.pluginId().equals(now.pluginId())
                ? new Deployed("", was.stamp(), was.stopped())
                : was);
    deployed.put(origin, now);
    save();
  }

  synchronized void remove(String origin) throws IOException {
    if (deployed.remove(origin) != null) {
      save();
    }
  }

  /** Writes nothing any longer: another memory may have the file by then. */
  synchronized void close() {
    closed = true;
  }

  private void save() throws IOException {
    if (closed) {
      return;
    }
    var properties = new Properties();
    deployed.forEach(
        (origin, now) -> {
          properties.setProperty(origin + ID, now.pluginId());
          properties.setProperty(origin + STAMP, now.stamp());
          properties.setProperty(origin + STOPPED, Boolean.toString(now.stopped()));
        });
    Path written = file.resolveSibling(file.getFileName() + ".new");
    try (OutputStream out = Files.newOutputStream(written)) {
      properties.store(out, "what was deployed from where");
    }
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
