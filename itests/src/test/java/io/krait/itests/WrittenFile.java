package io.krait.itests;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a test writes beside the bundles of the build, for its container. */
final class WrittenFile {
  private WrittenFile() {}

  /** Puts it in place as a whole: another container may be reading the one that was there. */
  static void replace(Path file, InputStream content) throws IOException {
    Path next = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".next");
    Files.copy(content, next, REPLACE_EXISTING);
    Files.move(next, file, ATOMIC_MOVE);
  }
}
