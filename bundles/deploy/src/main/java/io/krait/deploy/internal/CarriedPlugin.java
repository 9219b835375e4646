package io.krait.deploy.internal;

import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.osgi.framework.Bundle;

/**
 * The plugin that a bundle carries.
 *
 * @param folder the folder of its files in the bundle, with a slash at its end
 */
record CarriedPlugin(Bundle bundle, String folder) {

  /** The header of a bundle's manifest that names the folder. */
  static final String HEADER = "Krait-Plugin";

  // Files of bundles tell their length, as long as nobody serves bundles in a way of their own.
  private static final int MOST_HELD = 64 << 20;

  /** The plugin of a bundle, if it carries one. */
  static Optional<CarriedPlugin> of(Bundle bundle) {
    // As it is written: nobody translates a folder.
    String folder = bundle.getHeaders("").get(HEADER);
    if (folder == null || folder.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new CarriedPlugin(bundle, folder.strip().replaceAll("^/+|/+$", "") + "/"));
  }

  /**
   * Writes the plugin's files into an archive.
   *
   * @return a digest, which is the same for the same files
   * @throws IOException where there are none, or reading or writing fails
   */
  String pack(Path archive) throws IOException {
    MessageDigest digest = sha256();
    try (var out =
        new TarArchiveOutputStream(
            new DigestOutputStream(
                new GzipCompressorOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(archive))),
                digest))) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      if (!pack(folder, out)) {
        throw new FileNotFoundException(
            "the bundle has no files in the folder %s that its header %s names"
                .formatted(folder, HEADER));
      }
      out.finish();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private boolean pack(String path, TarArchiveOutputStream out) throws IOException {
    Enumeration<String> children = bundle.getEntryPaths(path);
    if (children == null) {
      return false;
    }
    while (children.hasMoreElements()) {
      String child = children.nextElement();
      if (child.endsWith("/")) {
        pack(child, out);
      } else {
        packFile(child, out);
      }
    }
    return true;
  }

  private void packFile(String path, TarArchiveOutputStream out) throws IOException {
    URL url = bundle.getEntry("/" + path);
    if (url == null) {
      throw new FileNotFoundException("the bundle has lost its file " + path);
    }
    var entry = new TarArchiveEntry(path.substring(folder.length()));
    entry.setModTime(FileTime.fromMillis(0));
    URLConnection connection = url.openConnection();
    try (InputStream in = connection.getInputStream()) {
      long length = connection.getContentLengthLong();
      if (length >= 0) {
        entry.setSize(length);
        out.putArchiveEntry(entry);
        in.transferTo(out);
      } else {
        byte[] content = in.readNBytes(MOST_HELD + 1);
        if (content.length > MOST_HELD) {
          throw new IOException(
              "the bundle's file %s has more than %d bytes and does not tell how many"
                  .formatted(path, MOST_HELD));
        }
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
      }
    }
    out.closeArchiveEntry();
  }
}
