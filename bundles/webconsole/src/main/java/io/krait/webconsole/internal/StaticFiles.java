package io.krait.webconsole.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The scripts and styles of the page, all of them in the bundle. */
final class StaticFiles {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("actions.js", "text/javascript"),
          Map.entry("api.js", "text/javascript"),
          Map.entry("app.js", "text/javascript"),
          Map.entry("chart.js", "text/javascript"),
          Map.entry("dialogs.js", "text/javascript"),
          Map.entry("dom.js", "text/javascript"),
          Map.entry("format.js", "text/javascript"),
          Map.entry("list.js", "text/javascript"),
          Map.entry("log.js", "text/javascript"),
          Map.entry("plugin.js", "text/javascript"),
          Map.entry("settings.js", "text/javascript"),
          Map.entry("icon.svg", "image/svg+xml"),
          Map.entry("page.css", "text/css"),
          Map.entry("parts.css", "text/css"),
          Map.entry("plugin.css", "text/css"),
          Map.entry("dialogs.css", "text/css"),
          Map.entry("narrow.css", "text/css"));

  private final Map<String, StaticFile> files;

  private record StaticFile(byte[] content, String type, String tag) {}

  private StaticFiles(Map<String, StaticFile> files) {
    this.files = files;
  }

  /** The files of this bundle. */
  static StaticFiles load() {
    Map<String, StaticFile> files = new HashMap<>();
    TYPES.forEach((name, type) -> files.put(name, read(name, type)));
    return new StaticFiles(Map.copyOf(files));
  }

  /** Sends a file; false if there is none of that name. */
  boolean send(String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<StaticFile> found = Optional.ofNullable(files.get(name));
    if (found.isEmpty()) {
      return false;
    }
    StaticFile file = found.get();
    // Asked for each time, so that page and scripts are of one version; sent when they are another.
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("ETag", file.tag());
    if (file.tag().equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return true;
    }
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(file.type() + ";charset=utf-8");
    response.setContentLength(file.content().length);
    response.getOutputStream().write(file.content());
    return true;
  }

  private static StaticFile read(String name, String type) {
    try (InputStream in = StaticFiles.class.getResourceAsStream("page/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the bundle lacks page/" + name);
      }
      byte[] content = in.readAllBytes();
      String digest =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
      return new StaticFile(content, type, '"' + digest + '"');
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read page/" + name + " of the bundle", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
