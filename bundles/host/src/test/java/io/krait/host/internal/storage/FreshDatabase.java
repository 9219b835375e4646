package io.krait.host.internal.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A database of H2 with all that a new host makes in one. It is made once and copied into the
 * folder of each test, as making it takes longer than most tests do.
 */
final class FreshDatabase {

  private static final String FILE = "host.mv.db";

  private static byte[] content;

  private FreshDatabase() {}

  /** Puts one into a folder that has none. */
  static synchronized void putInto(Path folder) {
    try {
      if (Files.exists(folder.resolve(FILE))) {
        return;
      }
      if (content == null) {
        content = made();
      }
      Files.write(Files.createDirectories(folder).resolve(FILE), content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] made() throws IOException {
    Path folder = Files.createTempDirectory("krait-database");
    try {
      new DatabaseFile(folder).bringUpToDate(new Migrations(), new DataMarker(folder));
      return Files.readAllBytes(folder.resolve(FILE));
    } finally {
      Files.deleteIfExists(folder.resolve(FILE));
      Files.delete(folder);
    }
  }
}
