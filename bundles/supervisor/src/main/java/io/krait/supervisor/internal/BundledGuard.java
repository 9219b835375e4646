package io.krait.supervisor.internal;

import io.krait.api.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * The program that watches over a plugin's process, as a file that an interpreter can read. The
 * file is named after its content, and looked at before each use, as it may have been cleaned away.
 */
final class BundledGuard {

  private final Path folder;
  private byte @Nullable [] content;

  /** The guard, to be written into {@code folder}, which is made when it is needed. */
  BundledGuard(Path folder) {
    this.folder = folder;
  }

  /**
   * The file. Blocks while it is written.
   *
   * @throws IOException where it cannot be
   */
  synchronized Path file() throws IOException {
    if (content == null) {
      try (InputStream in = BundledGuard.class.getResourceAsStream("guard.py")) {
        if (in == null) {
          throw new IOException("this build of the bundle has no guard in it");
        }
        content = in.readAllBytes();
      }
    }
    Path file = folder.resolve("guard-" + ContentHash.of(content) + ".py");
    if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "new-", ".py");
      try {
        Files.write(fresh, content);
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    }
    return file;
  }
}
