package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.FileInfo;
import java.net.URLConnection;
import java.util.Locale;
import java.util.regex.Pattern;

/** What follows from the name of a file. */
final class FileNames {

  private static final int LONGEST = 256;
  private static final Pattern TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9!#$&^_.+-]+");
  private static final String UNKNOWN = "application/octet-stream";

  private FileNames() {}

  /**
   * A file with a name, and what follows from it.
   *
   * @throws AppError with status 400 where no file can have that name
   */
  static FileInfo named(FileInfo file, String wanted) {
    String name =
        check(wanted.substring(Math.max(wanted.lastIndexOf('/'), wanted.lastIndexOf('\\')) + 1));
    return file.toBuilder().name(name).extension(extension(name)).mimeType(mimeType(name)).build();
  }

  /** A file as hooks have left it: they change its name and media type, and not whose it is. */
  static FileInfo changed(FileInfo offered, FileInfo hooked) {
    String name = hooked.name().isEmpty() ? offered.name() : hooked.name();
    FileInfo file = named(offered, name).toBuilder().size(hooked.size()).build();
    boolean ownType =
        !hooked.mimeType().equals(offered.mimeType())
            && Characters.in(hooked.mimeType()) <= LONGEST
            && TYPE.matcher(hooked.mimeType()).matches();
    return ownType ? file.toBuilder().mimeType(hooked.mimeType()).build() : file;
  }

  private static String check(String name) {
    if (name.isBlank()
        || Characters.in(name) > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw AppError.of(
          "model.file_info.is_valid.name.app_error",
          "a file has a name of at most %d characters".formatted(LONGEST),
          400);
    }
    return name;
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1 > 0 ? name.lastIndexOf('.') + 1 : name.length())
        .toLowerCase(Locale.ROOT);
  }

  private static String mimeType(String name) {
    String type = URLConnection.guessContentTypeFromName(name);
    return type == null ? UNKNOWN : type;
  }

  /** What a file of this name is found by: a low line is a part of words, and parts them. */
  static String searchable(String name) {
    return name.indexOf('_') < 0 ? name : name + ' ' + name.replace('_', ' ');
  }
}
