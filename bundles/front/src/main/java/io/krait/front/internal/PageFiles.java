package io.krait.front.internal;

import io.krait.api.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the page consists of, all of it in this bundle. Safe for use from any thread. */
final class PageFiles {

  private static final Pattern NAME = Pattern.compile("(?:lib/)?[a-z][a-z.-]*\\.([a-z]+)");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "ico", "image/x-icon",
          "txt", "text/plain; charset=utf-8");

  // Only what is there is kept, so it does not grow with what is asked for.
  private final Map<String, PageFile> read = new ConcurrentHashMap<>();

  /**
   * One of the files.
   *
   * @param tag changes whenever the content does
   */
  record PageFile(byte[] content, String type, String tag) {}

  /** The file of this name; null where there is none. */
  @Nullable PageFile find(String name) throws IOException {
    PageFile known = read.get(name);
    if (known != null) {
      return known;
    }
    Matcher parts = NAME.matcher(name);
    String type = parts.matches() ? TYPES.get(parts.group(1)) : null;
    if (type == null) {
      return null;
    }
    try (InputStream in = PageFiles.class.getResourceAsStream("page/" + name)) {
      if (in == null) {
        return null;
      }
      PageFile file = of(in.readAllBytes(), type);
      read.put(name, file);
      return file;
    }
  }

  private static PageFile of(byte[] content, String type) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new PageFile(content, type, '"' + HexFormat.of().formatHex(digest, 0, 12) + '"');
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
