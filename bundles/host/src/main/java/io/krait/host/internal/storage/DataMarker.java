package io.krait.host.internal.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in the data folder that says that the host has had data. It tells a first start from a
 * loss: whoever came first to an empty database would become its administrator.
 */
final class DataMarker {

  private static final String NAME = "host.marker";

  private final Path file;

  DataMarker(Path folder) {
    file = folder.resolve(NAME);
  }

  /**
   * Says that there are data now.
   *
   * @throws UnusableException where that cannot be written
   */
  void set() {
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.writeString(
          file,
          "The host has data. While this file is here, it does not begin with an empty"
              + " database.\n");
    } catch (IOException failure) {
      throw new UnusableException(
          "cannot use data folder %s: it cannot be written to (%s)"
              .formatted(file.getParent(), failure));
    }
  }

  /**
   * Refuses to go on with a database that is empty or not there, where there have been data.
   *
   * @param database as messages name it
   * @throws UnusableException where there have been
   */
  void refuseEmpty(String database) {
    if (Files.exists(file)) {
      throw new UnusableException(
          ("cannot use %s: it is empty, but the host has had data; bring back a copy of them,"
                  + " have those of the data folder copied by jdbc.copy of io.krait.host, or delete"
                  + " %s to begin anew without them")
              .formatted(database, file));
    }
  }
}
