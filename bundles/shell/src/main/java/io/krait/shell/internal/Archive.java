package io.krait.shell.internal;

import io.krait.api.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Opens the archive of a plugin that somebody has named: a file, or a URL. */
final class Archive {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
  private static final int CONNECT_MILLIS = 10_000;
  private static final int READ_MILLIS = 60_000;

  private Archive() {}

  /**
   * Opens it.
   *
   * @param folder what the name of a file is relative to
   */
  static InputStream open(String fileOrUrl, Path folder) throws CommandException {
    try {
      if (SCHEME.matcher(fileOrUrl).matches()) {
        return openUrl(fileOrUrl);
      }
      return Files.newInputStream(folder.resolve(fileOrUrl));
    } catch (NoSuchFileException e) {
      throw unreadable(fileOrUrl, "there is no file " + e.getMessage(), e);
    } catch (InvalidPathException | IOException e) {
      throw unreadable(fileOrUrl, e.toString(), e);
    }
  }

  private static InputStream openUrl(String text) throws IOException, CommandException {
    URLConnection connection;
    try {
      URL url = URI.create(text).toURL();
      connection = url.openConnection();
    } catch (IllegalArgumentException e) {
      throw unreadable(text, e.getMessage(), e);
    }
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    if (connection instanceof HttpURLConnection http && http.getResponseCode() / 100 != 2) {
      String answer = http.getResponseCode() + " " + http.getResponseMessage();
      http.disconnect();
      throw unreadable(text, "the server answered " + answer, null);
    }
    return connection.getInputStream();
  }

  static CommandException unreadable(String fileOrUrl, String why, @Nullable Exception cause) {
    return new CommandException("cannot read the plugin archive " + fileOrUrl + ": " + why, cause);
  }
}
