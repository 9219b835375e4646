package io.krait.apiserver.internal;

import io.krait.protocol.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The folder in which the sockets are. Their names are numbers, as a plugin's id alone can be
 * longer than a socket's path may be.
 */
final class SocketFolder {

  private final Path folder;
  private final boolean ours;
  private final AtomicInteger sockets = new AtomicInteger();

  private SocketFolder(Path folder, boolean ours) {
    this.folder = folder;
    this.ours = ours;
  }

  /**
   * The folder of that name, or a new one among the temporary files where the name is empty.
   *
   * @throws IOException where it cannot be made
   */
  static SocketFolder of(String configured) throws IOException {
    if (configured.isEmpty()) {
      // It makes folders that other users cannot enter.
      return new SocketFolder(Files.createTempDirectory("krait-api-"), true);
    }
    Path folder = Path.of(configured);
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return new SocketFolder(folder, false);
  }

  Endpoint.Unix next() {
    return Endpoint.unix(folder.resolve(sockets.incrementAndGet() + ".sock"));
  }

  /** Removes the folder where it was made for this run. */
  void remove() throws IOException {
    if (ours) {
      Files.deleteIfExists(folder);
    }
  }
}
