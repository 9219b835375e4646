package io.krait.testing.internal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The bundles that a test has: those on its class path, or those in the folder that the system
 * property {@code krait.bundles} names.
 */
public final class BundlesAtHand {

  /** The system property that names a folder with bundles, in place of those on the class path. */
  public static final String FOLDER = "krait.bundles";

  private final Map<String, Path> jars = new TreeMap<>();
  private final String searched;

  private BundlesAtHand(List<Path> files, String searched) {
    this.searched = searched;
    for (Path file : files) {
      name(file).ifPresent(name -> jars.putIfAbsent(name, file));
    }
  }

  /** Looks for them now. */
  public static BundlesAtHand find() {
    String folder = System.getProperty(FOLDER);
    if (folder == null) {
      return new BundlesAtHand(
          Stream.of(FakeInterpreter.classPath().split(File.pathSeparator)).map(Path::of).toList(),
          "on the class path of the test");
    }
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return new BundlesAtHand(files.sorted().toList(), "in " + folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The bundle of that symbolic name.
   *
   * @throws IllegalStateException where it is not there: the message says what to depend on
   */
  public Path jar(String symbolicName) {
    return jarIfPresent(symbolicName)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no bundle %s %s; add the artefact that has it as a dependency of the test"
                        .formatted(symbolicName, searched)));
  }

  /** The bundle of that symbolic name; empty where it is not there. */
  public Optional<Path> jarIfPresent(String symbolicName) {
    return Optional.ofNullable(jars.get(symbolicName));
  }

  /** A header of a bundle's manifest; empty where it has none. */
  public String header(String symbolicName, String header) {
    return attributes(jar(symbolicName)).map(found -> found.getValue(header)).orElse("");
  }

  private static Optional<String> name(Path file) {
    return attributes(file)
        .map(attributes -> attributes.getValue("Bundle-SymbolicName"))
        .map(name -> name.split(";")[0].trim());
  }

  private static Optional<Attributes> attributes(Path file) {
    if (!Files.isRegularFile(file) || !file.toString().endsWith(".jar")) {
      return Optional.empty();
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      return Optional.ofNullable(jar.getManifest()).map(Manifest::getMainAttributes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
