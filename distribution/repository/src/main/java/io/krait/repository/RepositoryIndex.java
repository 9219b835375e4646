package io.krait.repository;

import aQute.bnd.osgi.repository.ResourcesRepository;
import aQute.bnd.osgi.repository.XMLResourceGenerator;
import aQute.bnd.osgi.resource.ResourceBuilder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes {@code index.xml}, as the OSGi Repository specification has it, beside the bundles that it
 * is about.
 *
 * <p>bnd's Maven plugin does so too, but in an order and with a time that differ from build to
 * build.
 */
public final class RepositoryIndex {

  private static final int INDENT = 1;

  private RepositoryIndex() {}

  /**
   * Writes the index.
   *
   * @param arguments the repository's folder, and the time that the index is of, as in {@code
   *     2026-11-01T00:00:00Z}
   */
  public static void main(String[] arguments) throws Exception {
    write(Path.of(arguments[0]), Instant.parse(arguments[1]));
  }

  private static void write(Path folder, Instant time) throws Exception {
    ResourcesRepository bundles = new ResourcesRepository();
    for (Path bundle : bundlesOf(folder)) {
      ResourceBuilder resource = new ResourceBuilder();
      // The specification reads it as relative to the index, and slashes are those of an address.
      URI address = URI.create(folder.relativize(bundle).toString().replace('\\', '/'));
      if (!resource.addFile(bundle.toFile(), address)) {
        throw new IllegalStateException(bundle + " is not a bundle");
      }
      bundles.add(resource.build());
    }
    new XMLResourceGenerator()
        .name("Krait")
        .increment(time.toEpochMilli())
        .indent(INDENT)
        .repository(bundles)
        .save(folder.resolve("index.xml").toFile());
  }

  private static List<Path> bundlesOf(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
