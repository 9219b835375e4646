package io.krait.hostkit.internal;

import io.krait.api.Bytes;
import io.krait.api.KeyValueStore;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** The entries of one plugin, a file each. Safe for use from any thread. */
final class EntryFolder {

  private static final System.Logger LOGGER = System.getLogger(EntryFolder.class.getName());
  private static final String UNFINISHED = ".new";

  private final Path folder;
  private final InstantSource clock;

  /** When each is gone, in milliseconds since the epoch; 0 for never. */
  private final TreeMap<String, Long> expiries = new TreeMap<>();

  private EntryFolder(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The entries in a folder, which is made where it is not there. */
  static EntryFolder open(Path folder, InstantSource clock) throws IOException {
    OwnFolders.create(folder);
    EntryFolder entries = new EntryFolder(folder, clock);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        entries.takeIn(file);
      }
    }
    return entries;
  }

  private void takeIn(Path file) throws IOException {
    if (file.getFileName().toString().endsWith(UNFINISHED)) {
      Files.delete(file);
      return;
    }
    try {
      EntryFile entry = EntryFile.read(file);
      if (isOver(entry.expireAt())) {
        Files.delete(file);
      } else {
        expiries.put(entry.key(), entry.expireAt());
      }
    } catch (EntryFile.DamagedException damaged) {
      LOGGER.log(Level.ERROR, "the entry in {0} is left out: {1}", file, damaged.getMessage());
    }
  }

  synchronized Bytes get(String key) throws IOException {
    return isThere(key) ? EntryFile.read(file(key)).value() : Bytes.EMPTY;
  }

  synchronized void set(String key, Bytes value, long expireInSeconds) throws IOException {
    if (value.isEmpty()) {
      delete(key);
      return;
    }
    long expireAt = expireInSeconds == 0 ? 0 : clock.millis() + expireInSeconds * 1000;
    Path file = file(key);
    new EntryFile(key, expireAt, value).write(file, file.resolveSibling(name(key) + UNFINISHED));
    expiries.put(key, expireAt);
  }

  synchronized boolean compareAndSet(String key, Bytes expected, Bytes value, long expireInSeconds)
      throws IOException {
    if (!get(key).equals(expected)) {
      return false;
    }
    set(key, value, expireInSeconds);
    return true;
  }

  synchronized void deleteAll() throws IOException {
    for (String key : List.copyOf(expiries.keySet())) {
      delete(key);
    }
  }

  synchronized List<String> keys(long offset, int limit) throws IOException {
    for (String key : List.copyOf(expiries.keySet())) {
      isThere(key);
    }
    return expiries.keySet().stream()
        .filter(key -> !key.startsWith(KeyValueStore.OF_THE_HOST))
        .skip(offset)
        .limit(limit)
        .toList();
  }

  private boolean isThere(String key) throws IOException {
    Long expireAt = expiries.get(key);
    if (expireAt != null && isOver(expireAt)) {
      delete(key);
      return false;
    }
    return expireAt != null;
  }

  private boolean isOver(long expireAt) {
    return expireAt != 0 && expireAt <= clock.millis();
  }

  private void delete(String key) throws IOException {
    Files.deleteIfExists(file(key));
    expiries.remove(key);
  }

  private Path file(String key) {
    return folder.resolve(name(key));
  }

  /** Keys have characters that names of files have not, and differ by upper and lower case. */
  private static String name(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
