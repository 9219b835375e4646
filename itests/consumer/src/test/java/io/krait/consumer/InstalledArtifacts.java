package io.krait.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local repository with what {@code mvn install} puts there of the published modules, and with
 * the machine's artefacts of everybody else.
 */
final class InstalledArtifacts {

  private static final String OURS = "krait";

  /** Of what the first build of the projects fetches: for the machine too, or each would. */
  private static final List<String> FETCHED = List.of("tools");

  private final Path root;
  private final String version;
  private final Path ours;

  InstalledArtifacts(Path root, String version, Path repository, Path machine) throws IOException {
    this.root = root;
    this.version = version;
    for (String group : FETCHED) {
      Files.createDirectories(machine.resolve(group));
    }
    Path io = Files.createDirectories(repository.resolve("io"));
    link(machine, repository, "io");
    link(machine.resolve("io"), io, OURS);
    ours = Files.createDirectory(io.resolve(OURS));
  }

  private static void link(Path from, Path to, String butOne) throws IOException {
    for (Path entry : entries(from)) {
      String name = entry.getFileName().toString();
      if (!name.equals(butOne)) {
        Files.createSymbolicLink(to.resolve(name), entry);
      }
    }
  }

  /** Installs the bundles and the bill of materials, and tells the names of the bundles. */
  List<String> install() throws IOException {
    installPom("krait-bom", root.resolve("bom/pom.xml"));
    List<Path> modules =
        entries(root.resolve("bundles")).stream()
            .filter(module -> Files.isRegularFile(module.resolve("bnd.bnd")))
            .toList();
    for (Path module : modules) {
      String name = name(module);
      // As it is published: without parents, profiles and what only tests need.
      installPom(name, module.resolve(".flattened-pom.xml"));
      String jar = name + "-" + version + ".jar";
      Files.copy(module.resolve("target").resolve(jar), folder(name).resolve(jar));
    }
    return modules.stream().map(InstalledArtifacts::name).toList();
  }

  private static String name(Path module) {
    return "io.krait." + module.getFileName();
  }

  private void installPom(String name, Path pom) throws IOException {
    Files.copy(pom, folder(name).resolve(name + "-" + version + ".pom"));
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(ours.resolve(name).resolve(version));
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}
