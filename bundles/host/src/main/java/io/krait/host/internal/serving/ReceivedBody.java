package io.krait.host.internal.serving;

import io.krait.api.Nullable;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A body that has come in whole: in memory where it is small, else in a temporary file. */
public final class ReceivedBody implements Closeable {

  /** What came with a request that has none. */
  public static final ReceivedBody NONE = new ReceivedBody(new byte[0], null);

  private final byte[] small;
  private final @Nullable Path file;

  ReceivedBody(byte[] small, @Nullable Path file) {
    this.small = small;
    this.file = file;
  }

  /** Its bytes from the beginning, as often as they are wanted; to be closed by the caller. */
  public InputStream open() throws IOException {
    return file == null ? new ByteArrayInputStream(small) : Files.newInputStream(file);
  }

  /** Forgets it. */
  @Override
  public void close() throws IOException {
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
