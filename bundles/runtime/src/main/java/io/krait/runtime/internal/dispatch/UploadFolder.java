package io.krait.runtime.internal.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder for temporary files, which nobody else uses. */
final class UploadFolder implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(UploadFolder.class.getName());

  private final Path folder;

  /** Takes a folder, and deletes what an earlier run has left in it. */
  UploadFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    clear();
  }

  /** A new file, which others cannot read. */
  Path newFile() throws IOException {
    return Files.createTempFile(folder, "upload-", "");
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOGGER.log(Level.WARNING, "a temporary file of an upload cannot be deleted: " + file, e);
    }
  }

  private void clear() {
    try (Stream<Path> files = Files.list(folder)) {
      List.copyOf(files.toList()).forEach(UploadFolder::delete);
    } catch (IOException e) {
      LOGGER.log(Level.WARNING, "temporary files of uploads cannot be deleted", e);
    }
  }

  @Override
  public void close() {
    clear();
  }
}
