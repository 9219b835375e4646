package io.krait.deploy.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Tells whether a compressed file has arrived to its end. */
final class GzipFile {
  // More than any plugin may unpack to: what is larger is for the manager to refuse.
  private static final long ENOUGH = 4L << 30;
  private static final int BUFFER = 1 << 16;

  private GzipFile() {}

  /** Whether the file ends before its content does; what is no such file at all does not. */
  static boolean isCutOff(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), BUFFER)) {
      byte[] buffer = new byte[BUFFER];
      long read = 0;
      for (int n = in.read(buffer); n >= 0 && read < ENOUGH; n = in.read(buffer)) {
        read += n;
      }
      return false;
    } catch (EOFException e) {
      return true;
    } catch (ZipException | StackOverflowError e) {
      // For the manager to refuse: Java's decompression calls itself for each piece that is empty.
      return false;
    }
  }
}
