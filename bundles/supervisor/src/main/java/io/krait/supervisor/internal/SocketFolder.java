package io.krait.supervisor.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a plugin makes its sockets: a folder that only this user may enter. */
record SocketFolder(Path path) {

  private static final System.Logger LOG = System.getLogger(SocketFolder.class.getName());

  static SocketFolder create() throws IOException {
    // Short, as socket paths must be; its mode is 0700.
    return new SocketFolder(Files.createTempDirectory("krait"));
  }

  /** Removes the folder with the sockets that are left in it. */
  void remove() {
    try {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
        for (Path entry : entries) {
          Files.delete(entry);
        }
      }
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a plugin''s socket folder could not be removed: {0}", e.toString());
    }
  }
}
