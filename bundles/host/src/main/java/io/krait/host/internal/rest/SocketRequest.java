package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a client has shown when it asked for a connection.
 *
 * @param token of its session; empty where it shows it later
 * @param connectionId of the connection that it wants to go on with; empty for a new one
 * @param sequence the number of the first event that it has not seen
 * @param isOfAnotherSite whether a page of another site has made a browser send it
 */
record SocketRequest(String token, String connectionId, long sequence, boolean isOfAnotherSite) {

  static SocketRequest of(HttpServletRequest request, OwnSite site) {
    Optional<String> shown = Authentication.token(request.getHeader("Authorization"));
    Optional<String> cookie =
        Stream.ofNullable(request.getCookies())
            .flatMap(Stream::of)
            .filter(one -> one.getName().equals(Authentication.TOKEN_COOKIE))
            .map(Cookie::getValue)
            .findFirst();
    boolean other = false;
    if (shown.isEmpty() && cookie.isPresent()) {
      try {
        // The cookie is sent along by browsers whatever page it is.
        site.check(
            OwnSite.asked(request),
            request.getHeader("Origin"),
            request.getHeader("Sec-Fetch-Site"));
      } catch (AppError foreign) {
        other = true;
      }
    }
    return new SocketRequest(
        shown.or(() -> cookie).orElse(""),
        orEmpty(request.getParameter("connection_id")),
        number(request.getParameter("sequence_number")),
        other);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static long number(@Nullable String text) {
    try {
      return text == null ? 0 : Long.parseLong(text);
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
