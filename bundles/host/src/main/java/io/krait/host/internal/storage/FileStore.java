package io.krait.host.internal.storage;

import io.krait.api.AppError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The contents of files, each by an id. A content comes in first, and is kept as soon as the
 * database knows of it; so it can be told after a crash what is not wanted. Safe for use from any
 * thread.
 */
public interface FileStore {

  /** How large a file may be, in bytes. */
  long largest();

  /**
   * Takes a content in, read to its end.
   *
   * @return its size in bytes
   * @throws IOException where it cannot be read or written; nothing is left of it then
   */
  long receive(String id, InputStream content) throws IOException;

  /**
   * Takes a file in, which is no longer where it was.
   *
   * @throws IOException where that cannot be done; nothing is left of it then
   */
  void receive(String id, Path file) throws IOException;

  /** Keeps what has come in. */
  void keep(String id) throws IOException;

  /** Forgets what has come in. */
  void drop(String id) throws IOException;

  /** Deletes what has been kept. */
  void delete(String id) throws IOException;

  /** What has come in and has neither been kept nor dropped. */
  List<String> undecided() throws IOException;

  /**
   * What has been kept, to be closed by the caller.
   *
   * @throws NoSuchFileException where nothing has been kept under this id
   */
  InputStream open(String id) throws IOException;

  /** Whether something has been kept under an id. */
  boolean has(String id);

  /** Where that is which has come in. */
  Path incoming(String id);

  /** The path of what is kept, from where all is, with slashes. */
  default String path(String id) {
    return FilePaths.of(id);
  }

  /**
   * The id of what is kept under a path.
   *
   * @throws AppError with status 400 where the path leads out of where all is, 404 where there is
   *     nothing
   */
  default String idOf(String path) {
    return FilePaths.idAt(path)
        .filter(this::has)
        .orElseThrow(
            () -> AppError.of("api.file.read_file.app_error", "there is no file " + path, 404));
  }
}
