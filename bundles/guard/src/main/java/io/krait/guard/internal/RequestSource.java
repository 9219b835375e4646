package io.krait.guard.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whose page has made a browser send a request. The console's password goes along with all of
 * them, so that any site could have an administrator's browser do what it likes.
 */
final class RequestSource {

  private static final Set<String> SAFE = Set.of("GET", "HEAD");
  private static final Set<String> OWN = Set.of("same-origin", "none");
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /**
   * Whether the console's own pages, a person, or a program that is no browser has sent this. A
   * link on another site may lead to a page of the console, but nothing else there may.
   */
  boolean isOwn(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean safe = SAFE.contains(request.getMethod());
    if (site != null) {
      // The browser knows it best, behind any proxy. It is silent where the connection is not safe.
      return OWN.contains(site.toLowerCase(Locale.ROOT)) || (safe && isLink(request));
    }
    String origin = request.getHeader("Origin");
    if (origin != null) {
      return isOwn(origin, request);
    }
    String referrer = request.getHeader("Referer");
    return safe || referrer == null || isOwn(referrer, request);
  }

  private static boolean isLink(HttpServletRequest request) {
    return "navigate".equalsIgnoreCase(request.getHeader("Sec-Fetch-Mode"))
        && "document".equalsIgnoreCase(request.getHeader("Sec-Fetch-Dest"));
  }

  private static boolean isOwn(String page, HttpServletRequest request) {
    try {
      URI uri = new URI(page);
      String scheme = uri.getScheme();
      String host = uri.getHost();
      // In front of a proxy there may be encryption that is not here; the other way there is not.
      return scheme != null
          && host != null
          && (scheme.equalsIgnoreCase("https") || !request.isSecure())
          && host.equalsIgnoreCase(bracketed(request.getServerName()))
          && samePort(port(uri), scheme, request);
    } catch (URISyntaxException unreadable) {
      return false;
    }
  }

  private static boolean samePort(int port, String scheme, HttpServletRequest request) {
    int ours = request.getServerPort();
    return port == ours || (port == HTTPS && ours == HTTP && scheme.equalsIgnoreCase("https"));
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0
        ? uri.getPort()
        : uri.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
  }

  private static String bracketed(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }
}
