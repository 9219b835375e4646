package io.krait.http.internal;

import io.krait.api.Nullable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Parameters as in a query or a form. What is not asked about stays as the client has written it.
 */
record QueryString(String raw) {

  static QueryString of(@Nullable String raw) {
    return new QueryString(raw == null ? "" : raw);
  }

  /** The value of the first parameter of that name. */
  Optional<String> first(String name) {
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    return Arrays.stream(raw.split("&"))
        .filter(part -> name.equals(decoded(nameOf(part))))
        .findFirst()
        .map(part -> decoded(part.substring(Math.min(part.length(), nameOf(part).length() + 1))));
  }

  /** All but the parameters of that name. */
  QueryString without(String name) {
    if (raw.isEmpty()
        || Arrays.stream(raw.split("&")).noneMatch(part -> name.equals(decoded(nameOf(part))))) {
      return this;
    }
    return new QueryString(
        Arrays.stream(raw.split("&"))
            .filter(part -> !name.equals(decoded(nameOf(part))))
            .collect(Collectors.joining("&")));
  }

  /** The path with this query, where there is one. */
  String after(String path) {
    return raw.isEmpty() ? path : path + "?" + raw;
  }

  private static String nameOf(String part) {
    int equals = part.indexOf('=');
    return equals < 0 ? part : part.substring(0, equals);
  }

  // What cannot be decoded is nobody's name.
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
