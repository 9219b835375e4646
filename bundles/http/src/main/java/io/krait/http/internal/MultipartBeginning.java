package io.krait.http.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.krait.api.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a form with files (RFC 7578), in which only fields without a file are looked
 * for.
 *
 * @param parts each with its headers; characters stand for bytes
 */
record MultipartBeginning(List<String> parts) {

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
  private static final Pattern FIELD =
      Pattern.compile("(?im)^content-disposition:\\s*form-data\\s*;\\s*name=\"([^\"]*)\"\\s*$");
  private static final String LINE = "\r\n";

  /** Whether a request's type is that of such a form. */
  static boolean is(String contentType) {
    return contentType.regionMatches(true, 0, "multipart/form-data", 0, 19)
        && BOUNDARY.matcher(contentType).find();
  }

  /** Takes the parts out of what has come; the last one may not be whole, and is left out. */
  static MultipartBeginning of(String contentType, Bytes body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      return new MultipartBeginning(List.of());
    }
    String delimiter =
        LINE + "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
    String[] pieces =
        (LINE + new String(body.toByteArray(), ISO_8859_1)).split(Pattern.quote(delimiter), -1);
    // Before the first delimiter stands what is not meant for programs.
    return new MultipartBeginning(
        pieces.length < 3 ? List.of() : List.of(pieces).subList(1, pieces.length - 1));
  }

  /** The value of the first field of that name. */
  Optional<String> first(String name) {
    for (String part : parts) {
      int headersEnd = part.indexOf(LINE + LINE);
      if (headersEnd >= 0) {
        Matcher field = FIELD.matcher(part.substring(0, headersEnd));
        if (field.find() && field.group(1).equals(name)) {
          String value = part.substring(headersEnd + 2 * LINE.length());
          return Optional.of(new String(value.getBytes(ISO_8859_1), UTF_8));
        }
      }
    }
    return Optional.empty();
  }
}
