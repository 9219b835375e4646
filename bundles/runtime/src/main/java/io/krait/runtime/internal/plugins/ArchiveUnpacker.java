package io.krait.runtime.internal.plugins;

import io.krait.api.VisibleText;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks a {@code tar.gz} that nobody vouches for. Only files and folders inside the target come
 * of it; all else, and more than the limits allow, is refused.
 */
public final class ArchiveUnpacker {

  private static final int BUFFER_BYTES = 1 << 16;
  // A few blocks of zeros are packed to almost nothing, in honest archives too.
  private static final long RATIO_FROM_BYTES = 1 << 20;
  // Headers, and what fills up blocks, count as well.
  private static final int MOST_BESIDE_FILES = 2;
  private static final int SHOWN = 100;

  private final ArchiveLimits limits;

  public ArchiveUnpacker(ArchiveLimits limits) {
    this.limits = limits;
  }

  /**
   * Unpacks into an empty folder, which the caller deletes where this fails.
   *
   * @throws InstallException where the archive is damaged, or asks for what is not allowed
   * @throws IOException where reading or writing fails for other reasons
   */
  void unpack(InputStream archive, Path folder) throws InstallException, IOException {
    String tooLarge = "the archive holds more than %d bytes".formatted(limits.maxBytes());
    CountingStream packed = new CountingStream(archive, limits.maxBytes(), tooLarge);
    try (CountingStream unpacked =
        new CountingStream(gunzip(packed), MOST_BESIDE_FILES * limits.maxBytes(), tooLarge)) {
      new Pass(new HonestStream(unpacked, packed), folder).run();
    } catch (CountingStream.TooMuchException e) {
      throw new InstallException(e.getMessage(), e);
    }
  }

  private static InputStream gunzip(InputStream packed) throws InstallException, IOException {
    try {
      return new GZIPInputStream(packed, BUFFER_BYTES);
    } catch (ZipException | EOFException e) {
      throw new InstallException("the archive is not a tar.gz file", e);
    }
  }

  /** What is unpacked, as long as it is not packed too well. */
  private final class HonestStream extends FilterInputStream {
    private final CountingStream unpacked;
    private final CountingStream packed;

    HonestStream(CountingStream unpacked, CountingStream packed) {
      super(unpacked);
      this.unpacked = unpacked;
      this.packed = packed;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (unpacked.count() > RATIO_FROM_BYTES
          && unpacked.count() / limits.maxRatio() > packed.count()) {
        throw new CountingStream.TooMuchException(
            "the archive is packed more than %d times, which no honest one is"
                .formatted(limits.maxRatio()));
      }
      return read;
    }
  }

  /** One archive on its way to disk. */
  private final class Pass {
    private final InputStream unpacked;
    private final TarReader tar;
    private final UnpackedFolder folder;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long bytes;

    Pass(InputStream unpacked, Path folder) {
      this.unpacked = unpacked;
      this.tar = new TarReader(unpacked);
      this.folder = new UnpackedFolder(folder, limits.maxEntries());
    }

    void run() throws InstallException, IOException {
      try {
        unpack();
      } catch (ZipException | EOFException e) {
        throw new InstallException(
            "the archive is damaged or incomplete%s: %s"
                .formatted(tar.where(), VisibleText.line(String.valueOf(e.getMessage()))),
            e);
      } catch (StackOverflowError e) {
        // Java's decompression calls itself for each piece that is empty.
        throw new InstallException(
            "the archive is damaged%s: it is packed in too many pieces".formatted(tar.where()), e);
      }
    }

    private void unpack() throws InstallException, IOException {
      Optional<TarEntry> entry = tar.next();
      if (entry.isEmpty()) {
        throw new InstallException("the archive is empty or not a tar.gz file");
      }
      for (; entry.isPresent(); entry = tar.next()) {
        unpack(entry.get());
      }
      // The check sum comes last; what is behind the tar's end counts like all else.
      while (unpacked.read(buffer, 0, buffer.length) >= 0) {
        // Read by the condition.
      }
    }

    private void unpack(TarEntry entry) throws InstallException, IOException {
      switch (entry.kind()) {
        case FOLDER -> folder.addFolder(entry.name());
        case FILE -> write(entry, folder.placeOf(entry.name()));
        case OTHER ->
            throw new InstallException(
                "the archive holds \"%s\", which is neither a plain file nor a folder; links and"
                        .formatted(VisibleText.excerpt(entry.name(), SHOWN))
                    + " devices are not allowed");
      }
    }

    private void write(TarEntry entry, Path target) throws InstallException, IOException {
      if (entry.size() > limits.maxBytes() - bytes) {
        throw new InstallException(
            "the archive holds more than %d bytes with \"%s\""
                .formatted(limits.maxBytes(), VisibleText.excerpt(entry.name(), SHOWN)));
      }
      bytes += entry.size();
      try (OutputStream out =
          Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        for (int read = tar.read(buffer); read >= 0; read = tar.read(buffer)) {
          out.write(buffer, 0, read);
        }
      } catch (FileAlreadyExistsException e) {
        throw new InstallException(
            "the archive holds \"%s\" more than once"
                .formatted(VisibleText.excerpt(entry.name(), SHOWN)),
            e);
      }
      PosixFileAttributeView view =
          Files.getFileAttributeView(target, PosixFileAttributeView.class);
      if (view != null) {
        view.setPermissions(
            PosixFilePermissions.fromString(entry.executable() ? "rwxr-x---" : "rw-r-----"));
      }
    }
  }
}
