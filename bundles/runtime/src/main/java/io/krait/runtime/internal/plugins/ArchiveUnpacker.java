package io.krait.runtime.internal.plugins;

import io.krait.api.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Unpacks a {@code tar.gz} that nobody vouches for. Only files and folders inside the target come
 * of it; all else, and more than the limits allow, is refused.
 */
public final class ArchiveUnpacker {

  private static final int BUFFER_BYTES = 1 << 16;
  // A few blocks of zeros are packed to almost nothing, in honest archives too.
  private static final long RATIO_FROM_BYTES = 1 << 20;
  private static final int OWNER_MAY_EXECUTE = 0100;

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
    CountingStream packed = new CountingStream(archive);
    CountingStream unpacked;
    try {
      unpacked = new CountingStream(new GZIPInputStream(packed, BUFFER_BYTES));
    } catch (ZipException | java.io.EOFException e) {
      throw new InstallException("the archive is not a tar.gz file", e);
    }
    Pass pass = new Pass(packed, unpacked, folder);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
      pass.run(tar);
    } catch (ZipException | java.io.EOFException e) {
      throw new InstallException("the archive is damaged or incomplete: " + e.getMessage(), e);
    }
  }

  /** One archive on its way to disk. */
  private final class Pass {
    private final CountingStream packed;
    private final CountingStream unpacked;
    private final Path folder;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int entries;
    private long bytes;

    Pass(CountingStream packed, CountingStream unpacked, Path folder) {
      this.packed = packed;
      this.unpacked = unpacked;
      this.folder = folder;
    }

    void run(TarArchiveInputStream tar) throws InstallException, IOException {
      for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
        check(entry);
        Path target = target(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          write(tar, entry, target);
        }
      }
      if (entries == 0) {
        throw new InstallException("the archive is empty or not a tar.gz file");
      }
      // The check sum comes last; what is behind the tar's end counts like all else.
      while (unpacked.read(buffer, 0, buffer.length) >= 0) {
        checkSize();
      }
    }

    private @Nullable TarArchiveEntry next(TarArchiveInputStream tar)
        throws InstallException, IOException {
      try {
        return tar.getNextEntry();
      } catch (ZipException | java.io.EOFException e) {
        throw e;
      } catch (IOException | IllegalArgumentException e) {
        throw new InstallException("the archive is damaged or incomplete: " + e.getMessage(), e);
      } finally {
        checkSize();
      }
    }

    private void check(TarArchiveEntry entry) throws InstallException {
      if (++entries > limits.maxEntries()) {
        throw new InstallException(
            "the archive holds more than %d files and folders".formatted(limits.maxEntries()));
      }
      if (!entry.isDirectory() && (!entry.isFile() || entry.isSparse() || isSpecial(entry))) {
        throw new InstallException(
            "the archive holds \"%s\", which is neither a plain file nor a folder; links and"
                    .formatted(entry.getName())
                + " devices are not allowed");
      }
    }

    // What is not known to be special counts as a file, and a link's name may end like a folder's.
    private static boolean isSpecial(TarArchiveEntry entry) {
      return entry.isLink()
          || entry.isSymbolicLink()
          || entry.isBlockDevice()
          || entry.isCharacterDevice()
          || entry.isFIFO();
    }

    private Path target(String name) throws InstallException {
      List<String> parts = new ArrayList<>();
      for (String part : name.split("/", -1)) {
        if (part.equals("..") || part.indexOf('\0') >= 0 || part.indexOf('\\') >= 0) {
          throw outside(name);
        }
        if (!part.isEmpty() && !part.equals(".")) {
          parts.add(part);
        }
      }
      Path target = folder;
      for (String part : parts) {
        target = target.resolve(part);
      }
      if (name.startsWith("/") || !target.normalize().startsWith(folder)) {
        throw outside(name);
      }
      return target;
    }

    private InstallException outside(String name) {
      return new InstallException(
          "the archive holds \"%s\", whose name leads out of the plugin's folder".formatted(name));
    }

    private void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
        throws InstallException, IOException {
      Files.createDirectories(target.getParent());
      try (OutputStream out =
          Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        for (int read = tar.read(buffer); read >= 0; read = tar.read(buffer)) {
          bytes += read;
          checkSize();
          out.write(buffer, 0, read);
        }
      } catch (FileAlreadyExistsException e) {
        throw new InstallException(
            "the archive holds \"%s\" more than once".formatted(entry.getName()), e);
      }
      PosixFileAttributeView view =
          Files.getFileAttributeView(target, PosixFileAttributeView.class);
      if (view != null) {
        boolean executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
        view.setPermissions(
            PosixFilePermissions.fromString(executable ? "rwxr-x---" : "rw-r-----"));
      }
    }

    private void checkSize() throws InstallException {
      if (bytes > limits.maxBytes() || unpacked.count() / 2 > limits.maxBytes()) {
        throw new InstallException(
            "the archive holds more than %d bytes".formatted(limits.maxBytes()));
      }
      if (unpacked.count() > RATIO_FROM_BYTES
          && unpacked.count() / limits.maxRatio() > packed.count()) {
        throw new InstallException(
            "the archive is packed more than %d times, which no honest one is"
                .formatted(limits.maxRatio()));
      }
    }
  }
}
