package io.krait.welcome.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;

/**
 * Remembers which archives were installed at an earlier start, by name and content: what an
 * administrator has removed or disabled since then is not brought back.
 */
final class InstalledArchives {

  private final Path memory;
  private final Properties known = new Properties();

  /**
   * Reads what is remembered.
   *
   * @throws IOException where the file is there and cannot be read
   */
  InstalledArchives(Path memory) throws IOException {
    this.memory = memory;
    if (Files.exists(memory)) {
      try (InputStream in = Files.newInputStream(memory)) {
        known.load(in);
      }
    }
  }

  /**
   * Whether that very archive was installed.
   *
   * @throws IOException where it cannot be read
   */
  boolean contains(Path archive) throws IOException {
    return digest(archive).equals(known.getProperty(archive.getFileName().toString()));
  }

  /**
   * Remembers an archive, in place of an earlier one of that name.
   *
   * @throws IOException where reading or writing fails
   */
  void add(Path archive) throws IOException {
    known.setProperty(archive.getFileName().toString(), digest(archive));
    Path written = memory.resolveSibling(memory.getFileName() + ".new");
    try (OutputStream out = Files.newOutputStream(written)) {
      known.store(
          out, "The plugins that the server was started with, by the digest of the archive");
    }
    Files.move(written, memory, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String digest(Path archive) throws IOException {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(archive), sha256)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
