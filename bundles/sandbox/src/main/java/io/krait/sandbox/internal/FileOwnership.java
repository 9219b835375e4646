package io.krait.sandbox.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Changes owners in the file system, which only root may. */
final class FileOwnership implements Ownership {

  @Override
  public void give(Path folder, Accounts.Account account) throws IOException {
    try {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          own(entry, account);
        }
      }
      own(folder, account);
    } catch (FileSystemException e) {
      throw new IOException(
          "%s cannot be given to user %d (%s); run the server as root, or choose another mode of io.krait.sandbox"
              .formatted(folder, account.user(), e.getReason()),
          e);
    }
  }

  private static void own(Path path, Accounts.Account account) throws IOException {
    // One call: with two, the second would be about a file that is another's already.
    Files.setAttribute(
        path, "unix:uid", Math.toIntExact(account.user()), LinkOption.NOFOLLOW_LINKS);
  }
}
