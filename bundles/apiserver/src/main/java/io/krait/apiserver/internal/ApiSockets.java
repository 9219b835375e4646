package io.krait.apiserver.internal;

import io.krait.api.Nullable;
import io.krait.protocol.Endpoint;
import io.krait.protocol.SocketFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the sockets are. Their names are numbers, as a plugin's id alone can be longer than a
 * socket's path may be.
 */
final class ApiSockets {

  private final Path folder;
  private final @Nullable SocketFolder ours;
  private final AtomicInteger sockets = new AtomicInteger();

  private ApiSockets(Path folder, @Nullable SocketFolder ours) {
    this.folder = folder;
    this.ours = ours;
  }

  /**
   * In the folder of that name, or in a new one among the temporary files where the name is empty.
   *
   * @throws IOException where it cannot be made
   */
  static ApiSockets in(String configured) throws IOException {
    if (configured.isEmpty()) {
      SocketFolder made = SocketFolder.create();
      return new ApiSockets(made.path(), made);
    }
    Path folder = Path.of(configured);
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return new ApiSockets(folder, null);
  }

  Endpoint.Unix next() {
    return Endpoint.unix(folder.resolve(sockets.incrementAndGet() + ".sock"));
  }

  Endpoint.Unix nextLane() {
    return Endpoint.unix(folder.resolve(sockets.incrementAndGet() + ".lane"));
  }

  /** Removes the folder where it was made for this run. */
  void remove() {
    if (ours != null) {
      ours.remove();
    }
  }
}
