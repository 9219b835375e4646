package io.krait.runtime.internal.plugins;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A tar.gz in the making, honest or not. */
public final class Archive {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar;

  public Archive() {
    try {
      tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8");
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Archive plugin(String id, String version) {
    return new Archive().manifest("", id, version).file("plugin.py", "print()");
  }

  Archive manifest(String folder, String id, String version) {
    return file(
        folder + "plugin.json",
        """
        {"id": "%s", "name": "x", "version": "%s", "server": {"executable": "plugin.py"}}"""
            .formatted(id, version));
  }

  public Archive file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8), TarArchiveEntry.DEFAULT_FILE_MODE);
  }

  Archive file(String name, byte[] content, int mode) {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    entry.setMode(mode);
    return put(entry, content);
  }

  Archive special(String name, byte kind, String target) {
    TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
    entry.setLinkName(target);
    return put(entry, new byte[0]);
  }

  private Archive put(TarArchiveEntry entry, byte[] content) {
    try {
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public byte[] toByteArray() {
    try {
      tar.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public InputStream open() {
    return new ByteArrayInputStream(toByteArray());
  }
}
