package io.krait.hostkit.internal;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.KeyValueStore;
import io.krait.api.Nullable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keeps entries in files, a folder for each plugin. Keys are in memory once a plugin has asked for
 * one, values are not. The folder is used by one server at a time. Safe for use from any thread.
 */
final class FileEntries implements KeyValueStore {

  private static final Pattern FOLDER_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private final Path folder;
  private final InstantSource clock;
  private final Map<String, EntryFolder> opened = new HashMap<>();
  private @Nullable FileChannel lock;

  /** The entries in a folder, which is made when the first one is asked for. */
  FileEntries(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Lets another server use the folder. */
  synchronized void close() {
    opened.clear();
    FileChannel held = lock;
    lock = null;
    if (held != null) {
      try {
        held.close();
      } catch (IOException failure) {
        throw failed(failure);
      }
    }
  }

  @Override
  public Bytes get(String pluginId, String key) {
    return with(pluginId, entries -> entries.get(key));
  }

  @Override
  public void set(String pluginId, String key, Bytes value, long expireInSeconds) {
    with(
        pluginId,
        entries -> {
          entries.set(key, value, expireInSeconds);
          return value;
        });
  }

  @Override
  public boolean compareAndSet(
      String pluginId, String key, Bytes expected, Bytes value, long expireInSeconds) {
    return with(pluginId, entries -> entries.compareAndSet(key, expected, value, expireInSeconds));
  }

  @Override
  public void deleteAll(String pluginId) {
    with(
        pluginId,
        entries -> {
          entries.deleteAll();
          return entries;
        });
  }

  @Override
  public List<String> keys(String pluginId, long offset, int limit) {
    return with(pluginId, entries -> entries.keys(offset, limit));
  }

  /** Something that is done with the entries of one plugin. */
  @FunctionalInterface
  private interface Work<T> {
    T with(EntryFolder entries) throws IOException;
  }

  private <T> T with(String pluginId, Work<T> work) {
    try {
      return work.with(entries(pluginId));
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private synchronized EntryFolder entries(String pluginId) throws IOException {
    EntryFolder known = opened.get(pluginId);
    if (known != null) {
      return known;
    }
    if (!FOLDER_NAME.matcher(pluginId).matches()) {
      throw AppError.of(
          "app.plugin.entries.plugin_id.app_error", "no plugin has the id " + pluginId, 400);
    }
    lock();
    EntryFolder entries = EntryFolder.open(folder.resolve(pluginId), clock);
    opened.put(pluginId, entries);
    return entries;
  }

  private void lock() throws IOException {
    if (lock != null) {
      return;
    }
    OwnFolders.create(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock taken = null;
    try {
      taken = channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      // As if another one had it.
    }
    if (taken == null) {
      channel.close();
      throw new IOException(
          "another server uses the folder %s; set folder in configuration io.krait.hostkit"
              .formatted(folder));
    }
    lock = channel;
  }

  private static AppError failed(IOException failure) {
    return AppError.builder()
        .id("app.plugin.entries.files.app_error")
        .message("what plugins keep cannot be read or written: " + failure.getMessage())
        .statusCode(500)
        .cause(failure)
        .build();
  }
}
