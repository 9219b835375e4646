package io.krait.http.internal;

import io.krait.api.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Tells whether a page of another site has a browser make a request. */
final class Origins {

  private Origins() {}

  /** Whether a request says that it comes of another site; one that says nothing is of no page. */
  static boolean isOfAnotherSite(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return false;
    }
    try {
      URI page = new URI(origin);
      return page.getHost() == null
          || !page.getHost().equalsIgnoreCase(request.getServerName())
          || port(page.getScheme(), page.getPort())
              != port(request.getScheme(), request.getServerPort());
    } catch (URISyntaxException nothingOfOurs) {
      return true;
    }
  }

  private static int port(@Nullable String scheme, int told) {
    if (told > 0) {
      return told;
    }
    String lower = scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
    return lower.equals("https") || lower.equals("wss") ? 443 : 80;
  }
}
