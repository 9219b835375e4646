package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.User;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;

/**
 * Lets the one become the first administrator who can read this machine's files or its log: by a
 * code that is made at the start while there is no administrator, and is worth nothing afterwards.
 * Safe for use from any thread.
 */
public final class FirstAdministrator {

  /** The name of the file in the data folder. */
  public static final String FILE = "first-administrator-code";

  private static final System.Logger LOGGER = System.getLogger(FirstAdministrator.class.getName());

  private final Users users;
  private final Path file;
  private final String code;

  /**
   * Makes a code and writes it down where there is no administrator yet.
   *
   * @param folder where it is written down
   */
  public FirstAdministrator(Users users, Path folder, String code) {
    this.users = users;
    this.file = folder.resolve(FILE);
    this.code = code;
    if (!users.noneYet()) {
      forget();
      return;
    }
    try {
      write(file, code);
      LOGGER.log(
          Level.INFO,
          "there is no administrator yet: whoever signs up with the code {0} becomes it; it is in"
              + " {1} as well",
          code,
          file);
    } catch (IOException failure) {
      LOGGER.log(
          Level.WARNING,
          "there is no administrator yet: whoever signs up with the code {0} becomes it; it cannot"
              + " be written to {1} ({2})",
          code,
          file,
          failure);
    }
  }

  /**
   * Creates the account of the first administrator.
   *
   * @param shown the code, as it came from outside
   * @throws AppError with status 403 where the code is not right, or there is an administrator
   *     already; and as {@link Users#create}
   */
  public User create(User wanted, String shown) {
    if (!MessageDigest.isEqual(
        code.getBytes(StandardCharsets.UTF_8), shown.strip().getBytes(StandardCharsets.UTF_8))) {
      throw AppError.of(
          "api.user.create_user.admin_code.app_error",
          "the code for the first administrator is not right; the server has logged it when it"
              + " started, and has it in the file %s of its data".formatted(FILE),
          403);
    }
    User created = users.createFirst(wanted);
    forget();
    return created;
  }

  private void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      LOGGER.log(
          Level.WARNING, "cannot delete {0}, which is of no use any more ({1})", file, failure);
    }
  }

  /** Never there with half of its content, nor for others to read. */
  private static void write(Path file, String code) throws IOException {
    Path beside = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(beside);
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          beside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(beside, code + System.lineSeparator());
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
