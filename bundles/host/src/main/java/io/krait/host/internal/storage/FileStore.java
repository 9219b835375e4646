package io.krait.host.internal.storage;

import io.krait.api.AppError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contents of files, each by an id. A content comes in first, and is kept as soon as the
 * database knows of it; so it can be told after a crash what is not wanted. Safe for use from any
 * thread.
 */
public final class FileStore {

  private static final int LETTERS_OF_FOLDER = 2;

  private final Path kept;
  private final Path incoming;
  private final long largest;

  /**
   * The contents in a folder, which is made where it is not there.
   *
   * @param largest how large a file may be, in bytes
   */
  public FileStore(Path folder, long largest) {
    this.kept = folder.resolve("kept");
    this.incoming = folder.resolve("incoming");
    this.largest = largest;
    try {
      Files.createDirectories(kept);
      Files.createDirectories(incoming);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot use folder " + folder, failure);
    }
  }

  /** How large a file may be, in bytes. */
  public long largest() {
    return largest;
  }

  /**
   * Takes a content in, read to its end.
   *
   * @return its size in bytes
   * @throws IOException where it cannot be read or written; nothing is left of it then
   */
  public long receive(String id, InputStream content) throws IOException {
    try {
      return Files.copy(content, incoming(id));
    } catch (IOException | RuntimeException failure) {
      drop(id);
      throw failure;
    }
  }

  /**
   * Takes a file in, which is no longer where it was.
   *
   * @throws IOException where that cannot be done; nothing is left of it then
   */
  public void receive(String id, Path file) throws IOException {
    try {
      Files.move(file, incoming(id));
    } catch (IOException failure) {
      drop(id);
      throw failure;
    }
  }

  /** Keeps what has come in. */
  public void keep(String id) throws IOException {
    Path place = kept(id);
    Files.createDirectories(place.getParent());
    Files.move(incoming(id), place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forgets what has come in. */
  public void drop(String id) throws IOException {
    Files.deleteIfExists(incoming(id));
  }

  /** Deletes what has been kept. */
  public void delete(String id) throws IOException {
    Files.deleteIfExists(kept(id));
  }

  /** What has come in and has neither been kept nor dropped. */
  public List<String> undecided() throws IOException {
    try (Stream<Path> files = Files.list(incoming)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /**
   * What has been kept, to be closed by the caller.
   *
   * @throws NoSuchFileException where nothing has been kept under this id
   */
  public InputStream open(String id) throws IOException {
    return Files.newInputStream(kept(id));
  }

  /** The path of what is kept, from the folder that all is in, with slashes. */
  public String path(String id) {
    return id.substring(0, LETTERS_OF_FOLDER) + "/" + id;
  }

  /**
   * The id of what is kept under a path.
   *
   * @throws AppError with status 400 where the path leads out of the folder, 404 where there is
   *     nothing
   */
  public String idOf(String path) {
    Path file;
    try {
      file = kept.resolve(path).normalize();
    } catch (InvalidPathException noPath) {
      throw outside(path);
    }
    if (!file.startsWith(kept)) {
      throw outside(path);
    }
    String id = file.getFileName().toString();
    if (!Ids.isId(id) || !file.equals(kept(id)) || !Files.isRegularFile(file)) {
      throw AppError.of("api.file.read_file.app_error", "there is no file " + path, 404);
    }
    return id;
  }

  private static AppError outside(String path) {
    return AppError.of(
        "api.file.read_file.app_error", "the path leads out of the file store: " + path, 400);
  }

  /** Where that is which has come in. */
  public Path incoming(String id) {
    return incoming.resolve(id);
  }

  private Path kept(String id) {
    return kept.resolve(path(id));
  }
}
