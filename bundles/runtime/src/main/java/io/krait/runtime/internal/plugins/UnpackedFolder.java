package io.krait.runtime.internal.plugins;

import io.krait.api.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The folder that an archive is unpacked into: finds the place of each name, makes the folders on
 * the way there, and refuses names that lead out or that no file can have.
 */
final class UnpackedFolder {

  private static final int LONGEST_PART = 255;
  // What systems can hold, less what the folder's final path may be longer by: id and version.
  private static final int LONGEST_PATH = 4095 - 300;
  private static final int DEEPEST = 100;
  private static final int SHOWN = 100;

  private final Path folder;
  private final int most;
  private final Set<Path> folders = new HashSet<>();
  private int entries;

  /**
   * An empty folder, in which nobody else makes anything.
   *
   * @param most how many files and folders there may be, those included that are made on the way
   */
  UnpackedFolder(Path folder, int most) {
    this.folder = folder;
    this.most = most;
    folders.add(folder);
  }

  /**
   * Makes a folder, which may be there.
   *
   * @throws InstallException where its name is not allowed, or a file's
   */
  void addFolder(String name) throws InstallException, IOException {
    count();
    make(place(name), name);
  }

  /**
   * Where a file belongs, whose folder is made.
   *
   * @throws InstallException where its name is not allowed
   */
  Path placeOf(String name) throws InstallException, IOException {
    count();
    Path place = place(name);
    if (place.equals(folder)) {
      throw refused(name, "which is the plugin's folder itself");
    }
    make(place.getParent(), name);
    if (folders.contains(place)) {
      throw refused(name, "which is a folder there as well");
    }
    return place;
  }

  private void count() throws InstallException {
    entries++;
    checkCount();
  }

  private void checkCount() throws InstallException {
    // Those made on the way are no entries: each of a few names could ask for a hundred.
    if (entries > most || folders.size() > most + 1) {
      throw new InstallException(
          "the archive holds more than %d files and folders".formatted(most));
    }
  }

  private Path place(String name) throws InstallException {
    List<String> parts = parts(name);
    if (parts.size() > DEEPEST) {
      throw refused(name, "which is in more than %d folders".formatted(DEEPEST));
    }
    Path place = folder;
    try {
      for (String part : parts) {
        place = place.resolve(part);
      }
    } catch (InvalidPathException e) {
      throw refused(name, "whose name this system cannot hold");
    }
    if (name.startsWith("/") || !place.normalize().startsWith(folder)) {
      throw refused(name, "whose name leads out of the plugin's folder");
    }
    if (bytes(place.toString()) > LONGEST_PATH) {
      throw refused(name, "whose path has more than %d bytes".formatted(LONGEST_PATH));
    }
    return place;
  }

  private static List<String> parts(String name) throws InstallException {
    List<String> parts = new ArrayList<>();
    for (String part : name.split("/", -1)) {
      if (part.equals("..") || part.indexOf('\\') >= 0) {
        throw refused(name, "whose name leads out of the plugin's folder");
      }
      if (part.chars().anyMatch(Character::isISOControl)) {
        throw refused(name, "whose name has a control character");
      }
      if (bytes(part) > LONGEST_PART) {
        throw refused(name, "of whose name a part has more than %d bytes".formatted(LONGEST_PART));
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return parts;
  }

  private void make(Path wanted, String name) throws InstallException, IOException {
    List<Path> missing = new ArrayList<>();
    for (Path path = wanted; !folders.contains(path); path = path.getParent()) {
      missing.add(0, path);
    }
    for (Path path : missing) {
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        throw refused(
            name,
            "and \"%s\" as a file"
                .formatted(VisibleText.excerpt(folder.relativize(path).toString(), SHOWN)));
      }
      Files.createDirectory(path);
      folders.add(path);
      checkCount();
    }
  }

  private static InstallException refused(String name, String why) {
    return new InstallException(
        "the archive holds \"%s\", %s".formatted(VisibleText.excerpt(name, SHOWN), why));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
