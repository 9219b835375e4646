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
 * Where the sockets are: those of each endpoint in a folder of their own, which can be given to the
 * user that the plugin runs as. Its name is a number, as a plugin's id alone can be longer than a
 * socket's path may be.
 */
final class ApiSockets {

  private final @Nullable Path parent;
  private final AtomicInteger folders = new AtomicInteger();

  private ApiSockets(@Nullable Path parent) {
    this.parent = parent;
  }

  /** The sockets of one endpoint. */
  static final class Place {
    private final Path folder;
    private final @Nullable SocketFolder ours;

    private Place(Path folder, @Nullable SocketFolder ours) {
      this.folder = folder;
      this.ours = ours;
    }

    Endpoint.Unix grpc() {
      return Endpoint.unix(folder.resolve("sock"));
    }

    Endpoint.Unix lane() {
      return Endpoint.unix(folder.resolve("lane"));
    }

    /** Removes the folder, where the last socket has not done so. */
    void remove() {
      if (ours != null) {
        ours.remove();
      }
    }
  }

  /**
   * In the folder of that name, or among the temporary files where the name is empty.
   *
   * @throws IOException where it cannot be made
   */
  static ApiSockets in(String configured) throws IOException {
    if (configured.isEmpty()) {
      return new ApiSockets(null);
    }
    Path folder = Path.of(configured);
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return new ApiSockets(folder);
  }

  /**
   * The place of one more endpoint.
   *
   * @throws IOException where its folder cannot be made
   */
  Place next() throws IOException {
    if (parent != null) {
      return new Place(parent.resolve(String.valueOf(folders.incrementAndGet())), null);
    }
    SocketFolder made = SocketFolder.create();
    return new Place(made.path(), made);
  }
}
