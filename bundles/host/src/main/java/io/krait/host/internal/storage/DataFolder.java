package io.krait.host.internal.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The folder of the host's data, held for this server alone until it is closed. */
final class DataFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;
  private final int number;

  private DataFolder(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.number = number(channel);
  }

  /** What is in the lock's file; a new folder gets one that no other has. */
  private static int number(FileChannel channel) throws IOException {
    ByteBuffer kept = ByteBuffer.allocate(Integer.BYTES);
    while (kept.hasRemaining() && channel.read(kept, kept.position()) >= 0) {
      // There is more of it.
    }
    if (!kept.hasRemaining()) {
      return kept.getInt(0);
    }
    int fresh = new SecureRandom().nextInt(Integer.MAX_VALUE);
    channel.write(ByteBuffer.allocate(Integer.BYTES).putInt(0, fresh), 0);
    return fresh;
  }

  /**
   * Makes the folder where it is not there, and holds it.
   *
   * @throws UnusableException where another server holds it, or it cannot be written to
   */
  static DataFolder hold(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
      }
      FileChannel channel =
          FileChannel.open(
              path.resolve("host.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (tryLock(channel)) {
        return new DataFolder(path, channel);
      }
      channel.close();
    } catch (IOException failure) {
      throw new UnusableException(
          "cannot use data folder "
              + path
              + ": it cannot be written to ("
              + failure
              + "); correct that, or choose another folder by data.folder of io.krait.host");
    }
    throw new UnusableException(
        "cannot use data folder "
            + path
            + ": another server is using it; stop that one or choose another folder by data.folder of"
            + " io.krait.host");
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      // Held until the channel is closed, or the process ends in whatever way.
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  /** What tells its server from those of other folders, whenever they are started; not negative. */
  int number() {
    return number;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot release data folder " + path, failure);
    }
  }
}
