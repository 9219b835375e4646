package io.krait.runtime.internal.cluster;

import io.krait.api.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Archives on their way between this node and what all nodes share. */
final class Archives {

  private static final System.Logger LOG = System.getLogger(Archives.class.getName());

  // Names like this are never looked at as plugins, and are deleted at the next start.
  private static final String PREFIX = ".krait-archive-";
  private static final int PIECE = 64 << 10;

  private final Path folder;
  private final long largest;

  /**
   * Archives on their way through this folder.
   *
   * @param largest how large one may be, in bytes
   */
  Archives(Path folder, long largest) {
    this.folder = folder;
    this.largest = largest;
  }

  /** A file with an archive, and its hash; deleted when it is closed. */
  record Spooled(Path file, String hash) implements AutoCloseable {
    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.log(Level.WARNING, "{0} is left, until the next start: {1}", file, e.toString());
      }
    }
  }

  /** Writes an archive down. */
  Spooled spool(InputStream archive) throws IOException {
    Path file = Files.createTempFile(folder, PREFIX, "");
    try {
      return new Spooled(file, write(archive, file));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /**
   * Fetches an archive.
   *
   * @throws IOException where it cannot be had, or is another one than it should be
   */
  Spooled fetch(Registry registry, String hash) throws IOException {
    Spooled fetched;
    try (InputStream content = registry.open(hash)) {
      fetched = spool(content);
    }
    if (!fetched.hash().equals(hash)) {
      fetched.close();
      throw new IOException(
          "its archive should have the SHA-256 %s and has %s; install the plugin again"
              .formatted(VisibleText.excerpt(hash, 64), fetched.hash()));
    }
    return fetched;
  }

  private String write(InputStream archive, Path file) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
      byte[] piece = new byte[PIECE];
      long size = 0;
      for (int read = archive.read(piece); read >= 0; read = archive.read(piece)) {
        size += read;
        if (size > largest) {
          throw new IOException("the archive has more than %d bytes".formatted(largest));
        }
        out.write(piece, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
