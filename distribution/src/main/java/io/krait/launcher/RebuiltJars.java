package io.krait.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Tells which jars of a source tree's bundles are others than before. For one thread. */
final class RebuiltJars {

  private final Path bundles;
  private final Map<Path, State> known = new HashMap<>();

  /**
   * Remembers what there is.
   *
   * @param sources has {@code bundles/NAME/target}, where jars are written
   */
  RebuiltJars(Path sources) throws IOException {
    bundles = sources.resolve("bundles");
    for (Path jar : jars()) {
      known.put(jar, new State(seen(jar), content(jar), true));
    }
  }

  /**
   * The jars whose content has changed since the last look. One that is still being written is told
   * by a later look: it is taken when it is at two looks the same.
   */
  List<Path> look() throws IOException {
    List<Path> changed = new ArrayList<>();
    for (Path jar : jars()) {
      try {
        State before = known.getOrDefault(jar, State.NONE);
        Seen now = seen(jar);
        if (!now.equals(before.seen())) {
          known.put(jar, new State(now, before.content(), false));
        } else if (!before.taken()) {
          long content = content(jar);
          known.put(jar, new State(now, content, true));
          if (content != before.content()) {
            changed.add(jar);
          }
        }
      } catch (NoSuchFileException builtRightNow) {
        // Seen by a later look.
      }
    }
    return changed;
  }

  private List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> modules = Files.list(bundles)) {
      for (Path target : modules.map(module -> module.resolve("target")).toList()) {
        if (Files.isDirectory(target)) {
          try (Stream<Path> files = Files.list(target)) {
            files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
          }
        }
      }
    }
    return jars;
  }

  private static Seen seen(Path jar) throws IOException {
    BasicFileAttributes file = Files.readAttributes(jar, BasicFileAttributes.class);
    return new Seen(file.lastModifiedTime(), file.size());
  }

  private static long content(Path jar) throws IOException {
    try (InputStream in = Files.newInputStream(jar);
        CheckedInputStream checked = new CheckedInputStream(in, new CRC32())) {
      checked.transferTo(OutputStream.nullOutputStream());
      return checked.getChecksum().getValue();
    }
  }

  private record Seen(FileTime time, long size) {
    static final Seen NOTHING = new Seen(FileTime.fromMillis(0), -1);
  }

  private record State(Seen seen, long content, boolean taken) {
    static final State NONE = new State(Seen.NOTHING, -1, true);
  }
}
