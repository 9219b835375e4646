package io.krait.host.internal.serving;

import io.krait.api.Nullable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder where bodies wait that are too large for the memory. Safe for use from any thread. */
public final class Spool {

  /** What is kept in memory of each body. */
  private static final int SMALL = 64 << 10;

  private final Path folder;

  /**
   * Such a folder, which is made where it is not there; what a killed server has left in it goes.
   */
  public Spool(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      for (Path left : left()) {
        Files.deleteIfExists(left);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot use folder " + folder, failure);
    }
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Room for one more body. */
  Filling begin() {
    return new Filling();
  }

  /** A body while it comes in. For one thread at a time. */
  final class Filling {
    private ByteArrayOutputStream small = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream out;

    void add(byte[] bytes, int count) throws IOException {
      OutputStream open = out;
      if (open == null && small.size() + count > SMALL) {
        Path begun = Files.createTempFile(folder, "body", "");
        file = begun;
        open = Files.newOutputStream(begun);
        out = open;
        small.writeTo(open);
        small = new ByteArrayOutputStream(0);
      }
      if (open == null) {
        small.write(bytes, 0, count);
      } else {
        open.write(bytes, 0, count);
      }
    }

    ReceivedBody done() throws IOException {
      if (out != null) {
        out.close();
      }
      return new ReceivedBody(small.toByteArray(), file);
    }

    /** Nobody wants it any more. */
    void drop() throws IOException {
      done().close();
    }
  }
}
