package io.krait.http.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cookies of a request, each as the client has written it. */
record Cookies(List<String> pairs) {

  static Cookies of(List<String> headers) {
    List<String> pairs = new ArrayList<>();
    for (String header : headers) {
      for (String pair : header.split(";")) {
        String stripped = pair.strip();
        if (!stripped.isEmpty()) {
          pairs.add(stripped);
        }
      }
    }
    return new Cookies(pairs);
  }

  /** The value of the first cookie of that name, without quotes. */
  Optional<String> first(String name) {
    return pairs.stream()
        .filter(pair -> isNamed(pair, name))
        .map(pair -> unquoted(pair.substring(pair.indexOf('=') + 1).strip()))
        .findFirst();
  }

  /** A header with all cookies but those of that name; empty where none is left. */
  Optional<String> without(String name) {
    String rest =
        pairs.stream().filter(pair -> !isNamed(pair, name)).collect(Collectors.joining("; "));
    return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
  }

  private static boolean isNamed(String pair, String name) {
    int equals = pair.indexOf('=');
    return equals >= 0 && pair.substring(0, equals).strip().equals(name);
  }

  private static String unquoted(String value) {
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
