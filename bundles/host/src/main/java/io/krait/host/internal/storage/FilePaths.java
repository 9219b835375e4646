package io.krait.host.internal.storage;

import io.krait.api.AppError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** How contents are named by paths: two letters of the id are a folder, so that none gets large. */
final class FilePaths {

  private static final int LETTERS_OF_FOLDER = 2;

  private FilePaths() {}

  /** The path of a content, with slashes. */
  static String of(String id) {
    return id.substring(0, LETTERS_OF_FOLDER) + "/" + id;
  }

  /**
   * The id of the content that is at a path, if there is one; empty where no content can be.
   *
   * @throws AppError with status 400 where the path leads out of where contents are
   */
  static Optional<String> idAt(String path) {
    Path named;
    try {
      named = Path.of(path).normalize();
    } catch (InvalidPathException noPath) {
      throw outside(path);
    }
    if (named.isAbsolute() || named.startsWith("..")) {
      throw outside(path);
    }
    String id = String.valueOf(named.getFileName());
    return Ids.isId(id) && named.equals(Path.of(of(id))) ? Optional.of(id) : Optional.empty();
  }

  private static AppError outside(String path) {
    return AppError.of(
        "api.file.read_file.app_error", "the path leads out of the file store: " + path, 400);
  }
}
