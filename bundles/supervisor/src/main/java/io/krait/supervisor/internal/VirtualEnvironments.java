package io.krait.supervisor.internal;

import io.krait.supervisor.FileTree;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginStartException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes virtual environments for plugins, with the SDK and what the plugins require. One is made
 * once for the same requirements, interpreter and SDK, and kept. It counts only when it has been
 * finished; what was begun and not finished is removed, as are those that nobody has used for long.
 */
final class VirtualEnvironments {

  private static final System.Logger LOG = System.getLogger(VirtualEnvironments.class.getName());

  private static final String MARKER = "krait-complete.txt";
  private static final String LOCK = ".lock";
  private static final Duration UNUSED = Duration.ofDays(30);

  private final Path root;
  private final PackageInstaller installer;
  private final boolean windows;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  /**
   * Environments in {@code root}, which is made when it is needed.
   *
   * @param windows whether the layout of Windows is to be expected
   */
  VirtualEnvironments(Path root, PackageInstaller installer, boolean windows) {
    this.root = root;
    this.installer = installer;
    this.windows = windows;
  }

  /**
   * The interpreter of an environment that has what {@code plugin} requires. Blocks while it is
   * made; an interruption ends that.
   *
   * @param base what the environment is made with
   * @throws PluginStartException where it cannot be made
   */
  @SuppressWarnings("try") // The lock is there to be held.
  Path prepare(
      PluginDescription plugin,
      Interpreter base,
      BundledSdk.Unpacked sdk,
      PackageInstaller.Listener listener)
      throws PluginStartException, InterruptedException {
    Requirements requirements = Requirements.of(plugin);
    String description =
        "interpreter: %s\nversion: %s\nsdk: %s\n%s"
            .formatted(base.path(), base.version(), sdk.hash(), requirements.content());
    String key = ContentHash.of(description.getBytes(StandardCharsets.UTF_8));
    Path environment = root.resolve(key);
    Path python = environment.resolve(windows ? "Scripts/python.exe" : "bin/python");
    ReentrantLock lock = locks.computeIfAbsent(key, name -> new ReentrantLock());
    if (!lock.tryLock()) {
      listener.progress("waiting until another plugin has installed the same requirements");
      lock.lockInterruptibly();
    }
    try {
      used.add(key);
      if (isComplete(environment, python)) {
        return python;
      }
      Files.createDirectories(root);
      try (FileChannel channel = openLock(key);
          FileLock held = lock(channel, listener)) {
        if (!isComplete(environment, python)) {
          make(plugin, base, sdk, requirements, environment, python, listener);
          Files.writeString(environment.resolve(MARKER), description);
          sweep();
        }
      }
      return python;
    } catch (FileLockInterruptionException e) {
      // What follows must not find the thread interrupted: the exception says so already.
      Thread.interrupted();
      throw new InterruptedException();
    } catch (IOException e) {
      throw new PluginStartException(
          plugin.id(),
          "no virtual environment can be kept in %s (%s); make room, or set cache.folder of io.krait.supervisor to another folder"
              .formatted(root, e),
          List.of(),
          e);
    } finally {
      lock.unlock();
    }
  }

  private void make(
      PluginDescription plugin,
      Interpreter base,
      BundledSdk.Unpacked sdk,
      Requirements requirements,
      Path environment,
      Path python,
      PackageInstaller.Listener listener)
      throws IOException, PluginStartException, InterruptedException {
    FileTree.delete(environment);
    boolean done = false;
    try {
      installer.install(plugin, base, python, environment, sdk, requirements, listener);
      done = true;
    } finally {
      if (!done) {
        remove(environment);
      }
    }
  }

  private boolean isComplete(Path environment, Path python) throws IOException {
    Path marker = environment.resolve(MARKER);
    // Where the interpreter that it was made with is gone, its own one is a link to nothing.
    if (!Files.isRegularFile(marker) || !Files.isExecutable(python)) {
      return false;
    }
    Files.setLastModifiedTime(marker, FileTime.from(Instant.now()));
    return true;
  }

  private FileChannel openLock(String key) throws IOException {
    return FileChannel.open(
        root.resolve(key + LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static FileLock lock(FileChannel channel, PackageInstaller.Listener listener)
      throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        listener.progress("waiting until another server has installed the same requirements");
        lock = channel.lock();
      }
      return lock;
    } catch (OverlappingFileLockException e) {
      throw new IOException("another supervisor of this JVM makes it at this moment", e);
    }
  }

  /** Removes what nobody has finished, and what nobody has used for long. */
  private void sweep() throws IOException {
    List<Path> others = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
      for (Path entry : entries) {
        if (Files.isDirectory(entry) && !used.contains(entry.getFileName().toString())) {
          others.add(entry);
        }
      }
    }
    for (Path other : others) {
      Path marker = other.resolve(MARKER);
      if (Files.isRegularFile(marker)
          && Files.getLastModifiedTime(marker).toInstant().isAfter(Instant.now().minus(UNUSED))) {
        continue;
      }
      String key = other.getFileName().toString();
      try (FileChannel channel = openLock(key);
          FileLock lock = channel.tryLock()) {
        if (lock != null) {
          Files.deleteIfExists(marker);
          remove(other);
          Files.deleteIfExists(root.resolve(key + LOCK));
        }
      } catch (OverlappingFileLockException e) {
        LOG.log(Level.DEBUG, "an environment is being made: {0}", other);
      }
    }
  }

  private static void remove(Path environment) {
    try {
      FileTree.delete(environment);
    } catch (IOException e) {
      // Without its marker it does not count, and the next one who makes it begins by removing it.
      LOG.log(Level.WARNING, "{0} could not be removed: {1}", environment, e);
    }
  }
}
