package io.krait.runtime.internal.plugins;

import io.krait.api.Nullable;
import io.krait.api.VisibleText;
import io.krait.runtime.internal.plugins.Inventory.Defect;
import io.krait.runtime.manifest.ManifestException;
import io.krait.runtime.manifest.ManifestReader;
import io.krait.supervisor.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plugin folder. A plugin from an archive has a folder named by its identifier, in it a folder
 * for each version, and a file that names the version in use and the one before. A folder with a
 * manifest of its own is a plugin that somebody put in place by hand.
 *
 * <p>The disk is the only state, and each change is one renaming, so that a crash at any moment
 * leaves the old state or the new one. Safe for use from any thread.
 */
public final class InstalledPlugins {

  private static final int DEEPEST_MANIFEST = 5;
  private static final int SHOWN = 200;

  /** Besides what begins with a dot. */
  private static final Set<String> TOOLS = Set.of("__MACOSX", "Thumbs.db", "desktop.ini");

  private static final String POINTER = ".versions";
  // Names with a dot are never looked at as plugins.
  private static final String TEMPORARY = ".krait-";

  private final Path root;
  private final ManifestReader manifests;
  private final ArchiveUnpacker unpacker;

  /**
   * The plugins in {@code root}, which is made where it is missing.
   *
   * @throws IOException where that fails
   */
  public InstalledPlugins(Path root, ManifestReader manifests, ArchiveUnpacker unpacker)
      throws IOException {
    // One that is a link is not looked behind when it is made.
    this.root = (Files.isDirectory(root) ? root : Files.createDirectories(root)).toRealPath();
    this.manifests = manifests;
    this.unpacker = unpacker;
  }

  /**
   * Deletes what interrupted installations have left behind. To be called once, before all else.
   *
   * @throws IOException where something cannot be deleted
   */
  public synchronized void cleanUp() throws IOException {
    for (Path folder : children(root)) {
      if (name(folder).startsWith(TEMPORARY)) {
        FileTree.delete(folder);
      } else if (isManaged(folder)) {
        deleteUnnamedVersions(folder);
      }
    }
  }

  /**
   * Looks at all plugins.
   *
   * @throws IOException where the plugin folder itself cannot be read
   */
  public synchronized Inventory scan() throws IOException {
    Map<String, List<Installation>> found = new TreeMap<>();
    List<Defect> defects = new ArrayList<>();
    for (Path folder : children(root)) {
      if (name(folder).startsWith(".") || !Files.isDirectory(folder)) {
        continue;
      }
      try {
        Installation installation = current(folder);
        found.computeIfAbsent(installation.id(), id -> new ArrayList<>()).add(installation);
      } catch (ManifestException | InstallException e) {
        defects.add(new Defect(folder, e.getMessage()));
      }
    }
    List<Installation> plugins = new ArrayList<>();
    found.forEach(
        (id, installations) -> {
          if (installations.size() == 1) {
            plugins.add(installations.get(0));
            return;
          }
          String folders =
              installations.stream()
                  .map(installation -> name(topFolder(installation)))
                  .collect(Collectors.joining(", "));
          for (Installation installation : installations) {
            defects.add(
                new Defect(
                    topFolder(installation),
                    "multiple plugins found: %s in the folders %s; remove all but one"
                        .formatted(id, folders)));
          }
        });
    return new Inventory(plugins, defects);
  }

  /**
   * The version in use of one plugin.
   *
   * @throws IOException where the plugin folder cannot be read
   */
  public Optional<Installation> find(String id) throws IOException {
    return scan().plugins().stream()
        .filter(installation -> installation.id().equals(id))
        .findFirst();
  }

  /**
   * Unpacks an archive. The first version of a plugin is in use at once; another one stands beside
   * it until it is {@linkplain #use used} or {@linkplain #discard discarded}.
   *
   * @throws InstallException where the archive is no plugin, or its place is taken
   * @throws IOException where reading or writing fails
   */
  public Installation install(InputStream archive) throws InstallException, IOException {
    Path temporary = Files.createTempDirectory(root, TEMPORARY + "install-");
    try {
      unpacker.unpack(archive, temporary);
      return moveIn(contentOf(temporary));
    } catch (ManifestException e) {
      throw new InstallException(e.getMessage(), e);
    } finally {
      FileTree.delete(temporary);
    }
  }

  private synchronized Installation moveIn(Path content)
      throws InstallException, IOException, ManifestException {
    ManifestReader.Loaded loaded = manifests.read(content);
    String id = loaded.manifest().id();
    if (id.startsWith(".")) {
      throw new InstallException("plugin %s: id must not begin with a dot".formatted(id));
    }
    Inventory inventory = scan();
    for (Installation other : inventory.plugins()) {
      if (other.id().equals(id) && !other.managed()) {
        throw new InstallException(
            "plugin %s was put in place by hand in the folder %s; remove that first"
                .formatted(id, name(other.folder())),
            true);
      }
    }
    for (Defect defect : inventory.defects()) {
      if (name(defect.folder()).equals(id) && !isManaged(defect.folder())) {
        throw new InstallException(
            "plugin %s: its folder is taken by something else (%s); remove that first"
                .formatted(id, defect.problem()),
            true);
      }
    }
    Path home = root.resolve(id);
    Path version = freeFolder(home, loaded.manifest().version());
    if (isManaged(home)) {
      Files.move(content, version, StandardCopyOption.ATOMIC_MOVE);
    } else {
      moveInFirst(content, home, version);
    }
    return new Installation(loaded.manifest(), version, loaded.warnings(), true);
  }

  // Home, version and pointer appear together, so that the plugin is there entirely or not at all.
  private void moveInFirst(Path content, Path home, Path version) throws IOException {
    Path prepared = Files.createTempDirectory(root, TEMPORARY + "first-");
    try {
      Files.move(content, prepared.resolve(name(version)), StandardCopyOption.ATOMIC_MOVE);
      writePointer(prepared, new Pointer(name(version), null));
      Files.move(prepared, home, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FileTree.delete(prepared);
    }
  }

  /**
   * Makes a version the one in use. The one before is kept, so that one can {@linkplain #fallBack
   * fall back} to it; the one before that is deleted. Others stay, as they may be next.
   *
   * @throws IOException where writing or deleting fails
   */
  public synchronized void use(Installation installation) throws IOException {
    Path home = managedHome(installation);
    Pointer before = readPointer(home);
    String version = name(installation.folder());
    if (before.current().equals(version)) {
      return;
    }
    writePointer(home, new Pointer(version, before.current()));
    String oldest = before.previous();
    if (oldest != null && !oldest.equals(version) && Files.exists(home.resolve(oldest))) {
      moveAwayAndDelete(home.resolve(oldest));
    }
  }

  /**
   * Deletes a version that is not in use.
   *
   * @throws IOException where deleting fails
   */
  public synchronized void discard(Installation installation) throws IOException {
    Path home = managedHome(installation);
    String version = name(installation.folder());
    Pointer pointer = readPointer(home);
    if (version.equals(pointer.current())) {
      throw new IllegalArgumentException(
          "version %s of plugin %s is in use".formatted(version, installation.id()));
    }
    if (version.equals(pointer.previous())) {
      writePointer(home, new Pointer(pointer.current(), null));
    }
    moveAwayAndDelete(installation.folder());
  }

  /**
   * Goes back to the version that was in use before, and deletes the one that is.
   *
   * @return the version now in use; empty where there is no other, and all stays as it is
   * @throws IOException where the disk cannot be read or written
   */
  public synchronized Optional<Installation> fallBack(String id) throws IOException {
    Path home = root.resolve(id);
    if (!isManaged(home)) {
      return Optional.empty();
    }
    Pointer pointer = readPointer(home);
    if (pointer.previous() == null) {
      return Optional.empty();
    }
    Installation installation;
    try {
      installation = load(home.resolve(pointer.previous()), true);
    } catch (ManifestException e) {
      return Optional.empty();
    }
    writePointer(home, new Pointer(pointer.previous(), null));
    deleteUnnamedVersions(home);
    return Optional.of(installation);
  }

  /**
   * Deletes a plugin with all its versions.
   *
   * @throws InstallException where there is none, or it was put in place by a link
   * @throws IOException where deleting fails
   */
  public synchronized void remove(String id) throws InstallException, IOException {
    Installation installation =
        find(id).orElseThrow(() -> new InstallException("plugin not found: " + id));
    Path folder = topFolder(installation);
    if (Files.isSymbolicLink(folder)) {
      Files.delete(folder);
      return;
    }
    moveAwayAndDelete(folder);
  }

  private Installation current(Path folder)
      throws ManifestException, InstallException, IOException {
    if (!isManaged(folder)) {
      return load(folder, false);
    }
    Path version = folder.resolve(readPointer(folder).current());
    if (!Files.isDirectory(version)) {
      throw new InstallException(
          "version %s, which should be in use, is missing; install the plugin again"
              .formatted(name(version)));
    }
    Installation installation = load(version, true);
    if (!installation.id().equals(name(folder))) {
      throw new InstallException(
          "holds plugin %s, which belongs into a folder of its own name"
              .formatted(installation.id()));
    }
    return installation;
  }

  private Installation load(Path folder, boolean managed) throws ManifestException {
    ManifestReader.Loaded loaded = manifests.read(folder);
    return new Installation(loaded.manifest(), folder, loaded.warnings(), managed);
  }

  // An archive may hold the files themselves, or one folder with them.
  private Path contentOf(Path unpacked) throws InstallException, IOException {
    if (hasManifest(unpacked)) {
      return unpacked;
    }
    List<Path> visible = children(unpacked).stream().filter(path -> !isOfATool(path)).toList();
    if (visible.size() == 1 && hasManifest(visible.get(0))) {
      return visible.get(0);
    }
    throw new InstallException(
        "the archive has no manifest: one of %s belongs at its top, or into the one folder there%s"
            .formatted(String.join(", ", ManifestReader.FILE_NAMES), deeper(unpacked)));
  }

  /** What programs that pack add by themselves. */
  private static boolean isOfATool(Path path) {
    return name(path).startsWith(".") || TOOLS.contains(name(path));
  }

  /** Says where a manifest is that is not where it belongs. */
  private static String deeper(Path unpacked) throws IOException {
    try (Stream<Path> all = Files.walk(unpacked, DEEPEST_MANIFEST)) {
      return all.filter(path -> ManifestReader.FILE_NAMES.contains(name(path)))
          .sorted()
          .findFirst()
          .map(path -> "; there is \"%s\"".formatted(unpacked.relativize(path)))
          .map(found -> VisibleText.excerpt(found, SHOWN))
          .orElse("");
    }
  }

  private static boolean hasManifest(Path folder) {
    return ManifestReader.FILE_NAMES.stream()
        .anyMatch(name -> Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
  }

  private static Path freeFolder(Path home, String version) {
    String name = version.isEmpty() ? "unversioned" : version;
    Path folder = home.resolve(name);
    for (int i = 2; Files.exists(folder, LinkOption.NOFOLLOW_LINKS); i++) {
      folder = home.resolve(name + "_" + i);
    }
    return folder;
  }

  private static boolean isManaged(Path folder) {
    return Files.isRegularFile(folder.resolve(POINTER), LinkOption.NOFOLLOW_LINKS);
  }

  private Path managedHome(Installation installation) {
    Path home = installation.folder().getParent();
    if (!installation.managed() || home == null || !isManaged(home)) {
      throw new IllegalArgumentException(
          "plugin %s was put in place by hand and has no versions".formatted(installation.id()));
    }
    return home;
  }

  private static Path topFolder(Installation installation) {
    Path folder = installation.folder();
    return installation.managed() ? folder.resolveSibling(".").normalize() : folder;
  }

  private record Pointer(String current, @Nullable String previous) {}

  private static Pointer readPointer(Path home) throws IOException {
    List<String> lines = Files.readAllLines(home.resolve(POINTER), StandardCharsets.UTF_8);
    // An unreadable pointer names a version that is not there, and is reported as that.
    String current = lines.isEmpty() || lines.get(0).contains("/") ? "?" : lines.get(0);
    String previous = lines.size() > 1 && !lines.get(1).contains("/") ? lines.get(1) : null;
    return new Pointer(current, previous);
  }

  private static void writePointer(Path home, Pointer pointer) throws IOException {
    Path written = home.resolve(POINTER + ".new");
    Files.write(
        written,
        pointer.previous() == null
            ? List.of(pointer.current())
            : List.of(pointer.current(), pointer.previous()),
        StandardCharsets.UTF_8);
    Files.move(
        written,
        home.resolve(POINTER),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void deleteUnnamedVersions(Path home) throws IOException {
    Pointer pointer = readPointer(home);
    for (Path child : children(home)) {
      String name = name(child);
      if (!name.equals(POINTER)
          && !name.equals(pointer.current())
          && !name.equals(pointer.previous())) {
        moveAwayAndDelete(child);
      }
    }
  }

  // Gone at once for everybody; should deleting be interrupted, the next start goes on with it.
  private void moveAwayAndDelete(Path path) throws IOException {
    Path grave = Files.createTempDirectory(root, TEMPORARY + "removed-");
    Files.move(path, grave.resolve("content"), StandardCopyOption.ATOMIC_MOVE);
    FileTree.delete(grave);
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted(Comparator.comparing(InstalledPlugins::name)).toList();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
