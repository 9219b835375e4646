package io.krait.protocol.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** The place of a unix socket: a folder that only this user may enter, and the file in it. */
public final class SocketFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;
  private final boolean ownFolder;

  private SocketFile(Path path, boolean ownFolder) {
    this.path = path;
    this.ownFolder = ownFolder;
  }

  /**
   * Makes {@code path} free to be bound: creates its folder, checks that it is private, and removes
   * the socket that a dead server has left.
   *
   * @throws IOException where the folder is open to others, or the path is in use
   */
  public static SocketFile prepare(Path path) throws IOException {
    Path folder = path.getParent();
    if (folder == null) {
      throw new IOException("a socket cannot be at " + path);
    }
    boolean created = createFolder(folder);
    SocketFile file = new SocketFile(path, created);
    try {
      if (!created) {
        checkPrivate(folder);
      }
      removeStale(path);
    } catch (IOException | RuntimeException e) {
      file.removeFolder();
      throw e;
    }
    return file;
  }

  /** Removes the file, and the folder where it was made for it and holds nothing else. */
  public void remove() throws IOException {
    Files.deleteIfExists(path);
    removeFolder();
  }

  private void removeFolder() throws IOException {
    if (ownFolder) {
      try {
        Files.deleteIfExists(path.getParent());
      } catch (DirectoryNotEmptyException e) {
        // Another socket of ours lives there; the last one leaves it to whoever made the folder.
      }
    }
  }

  private static boolean createFolder(Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Path above = folder.getParent();
    if (above != null) {
      Files.createDirectories(above);
    }
    if (isPosix(folder)) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else {
      Files.createDirectory(folder);
    }
    return true;
  }

  private static void checkPrivate(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(
          "cannot put a socket into " + folder + ": it is no folder (a link to one is not taken)");
    }
    if (!isPosix(folder)) {
      return;
    }
    Set<PosixFilePermission> open =
        EnumSet.copyOf(
            Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .permissions());
    open.removeAll(OWNER_ONLY);
    if (!open.isEmpty()) {
      throw new IOException(
          "cannot put a socket into "
              + folder
              + ": other users may enter it ("
              + PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
              + "); give it mode 0700 or choose another folder");
    }
  }

  private static void removeStale(Path path) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return;
    }
    if (!attributes.isOther()) {
      throw new IOException("cannot make a socket at " + path + ": another file is there");
    }
    if (isAlive(path)) {
      throw new IOException(
          "cannot make a socket at " + path + ": a running server listens there; stop it first");
    }
    Files.deleteIfExists(path);
  }

  private static boolean isAlive(Path path) throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      // A server whose queue is full leaves the connection pending: it is alive all the same.
      channel.configureBlocking(false);
      channel.connect(address);
      return true;
    } catch (ConnectException e) {
      return false;
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
