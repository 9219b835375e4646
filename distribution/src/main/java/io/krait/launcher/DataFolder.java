package io.krait.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of all that a server keeps, held for this process until it is closed. */
final class DataFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes the folder where it is not there, and holds it.
   *
   * @throws StartException where another server holds it, or it cannot be used
   */
  static DataFolder hold(Path folder) throws StartException {
    Path path = folder.toAbsolutePath().normalize();
    try {
      make(path);
      FileChannel lock =
          FileChannel.open(
              path.resolve("server.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (tryLock(lock)) {
        writeOwner(lock);
        return new DataFolder(path, lock);
      }
      String owner = readOwner(lock);
      lock.close();
      throw new StartException(
          "the data folder %s is in use by another server%s; stop that one or choose another folder"
                  .formatted(path, owner.isEmpty() ? "" : " (process " + owner + ")")
              + " with --data");
    } catch (IOException failure) {
      throw new StartException(
          "the data folder %s cannot be used (%s); choose one that can be written to with --data"
              .formatted(path, failure),
          failure);
    }
  }

  private static void make(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      shutOthersOut(path);
      return;
    }
    Files.createDirectories(path);
    makePrivate(path, "rwx------");
  }

  /** There are secrets in it, whoever has made it. What its group may do is as it was. */
  private static void shutOthersOut(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(view.readAttributes().permissions());
    if (permissions.removeAll(
        EnumSet.of(
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE))) {
      view.setPermissions(permissions);
    }
  }

  private static void makePrivate(Path path, String permissions) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
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

  private static void writeOwner(FileChannel channel) throws IOException {
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
  }

  private static String readOwner(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(20);
    channel.read(bytes);
    return StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
  }

  Path path() {
    return path;
  }

  /**
   * A folder in it, which is made where it is missing.
   *
   * @throws IOException where that fails
   */
  Path folder(String name) throws IOException {
    return Files.createDirectories(path.resolve(name));
  }

  /**
   * Copies the files of a folder to where the administrator changes them, those that are not there.
   *
   * @throws IOException where that fails
   */
  void copyMissing(Path from, String to) throws IOException {
    Path target = folder(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(file.getFileName());
        if (!Files.exists(copy)) {
          Files.copy(file, copy);
        }
      }
    }
  }

  /**
   * Writes a file that only its owner can read.
   *
   * @throws IOException where that fails
   */
  void writeSecret(String name, String content) throws IOException {
    Path file = path.resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(file);
    makePrivate(file, "rw-------");
    Files.writeString(file, content);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
