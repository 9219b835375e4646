package io.krait.protocol;

import io.krait.api.Nullable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A folder for unix sockets that only this user may enter, among the temporary files and with a
 * short path. It goes when it is removed; or, where its process was killed, when another one is
 * made. Safe for use from any thread.
 *
 * <p>A lock on a file in it says that its process lives. A file is unlocked as soon as its process
 * closes it once, wherever that opened it; so folders of this process, which their names tell, are
 * never looked into.
 */
public final class SocketFolder {

  private static final System.Logger LOG = System.getLogger(SocketFolder.class.getName());

  private static final String LOCK = "lock";
  private static final String GLOB = "krait-*";
  private static final Pattern NAME = Pattern.compile("krait-([0-9a-z]+)-[0-9a-z]{8}");
  private static final int RANDOM_LETTERS = 8;

  /** A folder's name, and a socket's or a folder's and a socket's in it, with what is between. */
  private static final int MOST_BELOW = 50;

  private static final String THIS_PROCESS = nameOfThisProcess();

  private final Path path;
  private final FileChannel lock;

  private SocketFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes a folder, and removes those of this user whose process was killed. It is among the
   * temporary files; where their path is too long for sockets, in the folder that the system has
   * for what runs as this user, or in {@code /tmp}.
   *
   * @throws IOException where it cannot be made
   */
  public static SocketFolder create() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return in(shortest(temporary, System.getenv("XDG_RUNTIME_DIR")));
  }

  /** Of the folders that there may be, the first one in which a socket's path is short enough. */
  static Path shortest(Path temporary, @Nullable String runtime) {
    List<Path> candidates = new ArrayList<>();
    candidates.add(temporary);
    if (runtime != null && !runtime.isEmpty()) {
      candidates.add(Path.of(runtime));
    }
    try {
      candidates.add(Path.of("/run/user", Files.getAttribute(temporary, "unix:uid").toString()));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      LOG.log(Level.DEBUG, "the number of this user is not known", unknown);
    }
    candidates.add(Path.of("/tmp"));
    return candidates.stream()
        .filter(
            folder ->
                folder.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8).length
                        + MOST_BELOW
                    <= Endpoint.MAX_SOCKET_PATH_BYTES)
        .filter(Files::isDirectory)
        .filter(Files::isWritable)
        .findFirst()
        .orElse(temporary);
  }

  static SocketFolder in(Path parent) throws IOException {
    Path path = Files.createDirectory(parent.resolve(newName()), forOwnerOnly(parent));
    SocketFolder folder = new SocketFolder(path, locked(path));
    folder.removeThoseLeftIn(parent);
    return folder;
  }

  private static FileChannel locked(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      // Waits where somebody looks at the file, who leaves it alone as long as it is empty.
      channel.lock();
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
      return channel;
    } catch (IOException | RuntimeException failure) {
      channel.close();
      delete(folder);
      throw failure;
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Removes it with the sockets that are left in it. */
  public void remove() {
    try {
      lock.close();
      delete(path);
    } catch (IOException | DirectoryIteratorException failure) {
      LOG.log(Level.WARNING, "a folder of sockets could not be removed: {0}", failure.toString());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, entry -> !entry.endsWith(LOCK))) {
      for (Path entry : entries) {
        Files.deleteIfExists(entry);
      }
    } catch (NoSuchFileException gone) {
      return;
    }
    Files.deleteIfExists(folder.resolve(LOCK));
    Files.deleteIfExists(folder);
  }

  private void removeThoseLeftIn(Path parent) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, GLOB)) {
      UserPrincipal user = Files.getOwner(path);
      for (Path folder : folders) {
        removeIfLeft(folder, user);
      }
    } catch (IOException | DirectoryIteratorException failure) {
      LOG.log(Level.DEBUG, "old folders of sockets could not be looked for", failure);
    }
  }

  private static void removeIfLeft(Path folder, UserPrincipal user) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    if (!name.matches() || name.group(1).equals(THIS_PROCESS)) {
      return;
    }
    try {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          || !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user)
          || !hasSocketsAlone(folder)) {
        return;
      }
      try (FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        if (channel.tryLock() != null && channel.size() > 0) {
          delete(folder);
        }
      }
    } catch (NoSuchFileException goneOrNotOurs) {
      // Somebody else was faster, or it has no lock: who knows what it is?
    } catch (OverlappingFileLockException beingRemoved) {
      // Another thread is about to.
    } catch (IOException | DirectoryIteratorException failure) {
      LOG.log(Level.DEBUG, "an old folder of sockets could not be removed: " + folder, failure);
    }
  }

  private static boolean hasSocketsAlone(Path folder) throws IOException {
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, entry -> !entry.endsWith(LOCK))) {
      for (Path entry : entries) {
        if (!Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
            .isOther()) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * The same in all class loaders of this process, and with its start not that of its pid alone.
   */
  private static String nameOfThisProcess() {
    ProcessHandle process = ProcessHandle.current();
    return Integer.toUnsignedString(
        Objects.hash(process.pid(), process.info().startInstant()), Character.MAX_RADIX);
  }

  /** Short, as socket paths must be. */
  private static String newName() {
    String random =
        new SecureRandom()
            .ints(RANDOM_LETTERS, 0, Character.MAX_RADIX)
            .mapToObj(digit -> String.valueOf(Character.forDigit(digit, Character.MAX_RADIX)))
            .collect(Collectors.joining());
    return "krait-" + THIS_PROCESS + "-" + random;
  }

  private static FileAttribute<?>[] forOwnerOnly(Path parent) {
    return parent.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
