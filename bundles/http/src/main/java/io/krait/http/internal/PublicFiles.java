package io.krait.http.internal;

import io.krait.api.model.HttpHeader;
import io.krait.api.model.ServeHttpResponse;
import io.krait.api.model.ServeHttpResponseInit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Flow;

/** Files that plugins show to everybody: what is in the folder {@code public} of each. */
final class PublicFiles {

  private static final String FOLDER = "public";
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int NOT_MODIFIED = 304;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** What the JDK's own table does not know, or knows otherwise than browsers. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("md", "text/markdown; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("ttf", "font/ttf"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff", "font/woff"),
          Map.entry("woff2", "font/woff2"));

  /**
   * The answer with a file.
   *
   * @param folder the plugin's
   * @param encoded the file's path below the public folder, as the client has sent it
   * @throws RefusedException where there is no such file, or not this part of it
   */
  Flow.Publisher<ServeHttpResponse> open(Path folder, String encoded, HttpServletRequest request)
      throws RefusedException {
    Path file = find(folder, encoded);
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      throw new RefusedException(HostError.methodNotAllowed("GET, HEAD"));
    }
    try {
      return answer(file, Files.readAttributes(file, BasicFileAttributes.class), request);
    } catch (IOException gone) {
      throw notFound();
    }
  }

  private static Path find(Path folder, String encoded) throws RefusedException {
    try {
      // A plus sign stands for itself in a path.
      String decoded = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (decoded.isEmpty() || decoded.indexOf('\\') >= 0 || decoded.indexOf('\0') >= 0) {
        throw notFound();
      }
      for (String part : decoded.split("/", -1)) {
        if (part.isEmpty() || part.equals(".") || part.equals("..")) {
          throw notFound();
        }
      }
      Path shown = folder.resolve(FOLDER).toRealPath();
      Path file = shown.resolve(decoded).toRealPath();
      // Links that lead out of the folder have been followed by now.
      if (!file.startsWith(shown) || !Files.isRegularFile(file)) {
        throw notFound();
      }
      return file;
    } catch (IOException | IllegalArgumentException missing) {
      throw notFound();
    }
  }

  private static RefusedException notFound() {
    return new RefusedException(HostError.notFound("there is no such file"));
  }

  private static Flow.Publisher<ServeHttpResponse> answer(
      Path file, BasicFileAttributes attributes, HttpServletRequest request)
      throws RefusedException, IOException {
    long size = attributes.size();
    Instant modified = attributes.lastModifiedTime().toInstant();
    String tag =
        "\"%x-%x\""
            .formatted(size, modified.getEpochSecond() * 1_000_000_000L + modified.getNano());
    List<HttpHeader> headers = new ArrayList<>();
    headers.add(header("ETag", tag));
    headers.add(header("Last-Modified", HTTP_DATE.format(modified)));
    headers.add(header("Cache-Control", "no-cache"));
    headers.add(header("X-Content-Type-Options", "nosniff"));
    if (isUnchanged(request, tag, modified)) {
      return new FilePublisher(init(NOT_MODIFIED, headers), file, 0, 0);
    }
    headers.add(header("Content-Type", type(file)));
    headers.add(header("Accept-Ranges", "bytes"));
    ByteRange range = range(request, tag, modified, size);
    headers.add(header("Content-Length", Long.toString(range.length())));
    if (range.length() == size) {
      return new FilePublisher(init(OK, headers), file, 0, size);
    }
    headers.add(
        header(
            "Content-Range",
            "bytes %d-%d/%d".formatted(range.from(), range.from() + range.length() - 1, size)));
    return new FilePublisher(init(PARTIAL_CONTENT, headers), file, range.from(), range.length());
  }

  private static boolean isUnchanged(HttpServletRequest request, String tag, Instant modified) {
    String tags = request.getHeader("If-None-Match");
    if (tags != null) {
      for (String one : tags.split(",")) {
        String candidate = one.strip();
        if (candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag)) {
          return true;
        }
      }
      return false;
    }
    return isDate(request.getHeader("If-Modified-Since"), modified);
  }

  private static boolean isDate(String header, Instant modified) {
    if (header == null) {
      return false;
    }
    try {
      return HTTP_DATE.parse(header, Instant::from).getEpochSecond() >= modified.getEpochSecond();
    } catch (DateTimeParseException notADate) {
      return false;
    }
  }

  /** A part of a file. */
  private record ByteRange(long from, long length) {}

  /** The one part that is asked for; the whole where there are several, or the file is another. */
  private static ByteRange range(
      HttpServletRequest request, String tag, Instant modified, long size) throws RefusedException {
    ByteRange whole = new ByteRange(0, size);
    String asked = request.getHeader("Range");
    String condition = request.getHeader("If-Range");
    if (asked == null
        || !asked.matches("bytes=\\s*(\\d{1,18}-(\\d{1,18})?|-\\d{1,18})\\s*")
        || (condition != null && !condition.equals(tag) && !isDate(condition, modified))) {
      return whole;
    }
    String[] ends = asked.substring("bytes=".length()).strip().split("-", -1);
    long from = ends[0].isEmpty() ? Math.max(0, size - Long.parseLong(ends[1])) : number(ends[0]);
    long to =
        ends[0].isEmpty() || ends[1].isEmpty() ? size - 1 : Math.min(number(ends[1]), size - 1);
    if (!ends[1].isEmpty() && !ends[0].isEmpty() && number(ends[1]) < from) {
      return whole;
    }
    if (from >= size) {
      throw new RefusedException(HostError.notInRange(size));
    }
    return new ByteRange(from, to - from + 1);
  }

  private static long number(String digits) {
    return Long.parseLong(digits);
  }

  private static String type(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String known = TYPES.get(extension);
    if (known != null) {
      return known;
    }
    String guessed = URLConnection.guessContentTypeFromName(name);
    return guessed == null ? "application/octet-stream" : guessed;
  }

  private static ServeHttpResponseInit init(int status, List<HttpHeader> headers) {
    return ServeHttpResponseInit.builder().statusCode(status).headers(headers).build();
  }

  private static HttpHeader header(String name, String value) {
    return HttpHeader.builder().key(name).values(List.of(value)).build();
  }
}
