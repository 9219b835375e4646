package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.BoundedText;
import io.krait.api.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells requests that are meant for this server from those that a page of another site has a
 * browser send. Such a page can give its own name the address of this server, and is of the same
 * site then, as far as the browser knows; but not for a name that it does not own.
 */
final class OwnSite {

  private static final System.Logger LOGGER = System.getLogger(OwnSite.class.getName());

  /** Nobody can give a literal address another meaning. */
  private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[.*\\]");

  /** The property of a request that holds the address that it was sent to. */
  static final String ASKED = OwnSite.class.getName() + ".asked";

  private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

  private final @Nullable URI site;

  private OwnSite(@Nullable URI site) {
    this.site = site;
  }

  /**
   * The site at this address.
   *
   * @param url the address that people use; empty where it is not known
   */
  static OwnSite at(String url) {
    if (url.isEmpty()) {
      return new OwnSite(null);
    }
    URI site = parsed(url);
    if (site == null) {
      LOGGER.log(
          Level.WARNING,
          "configuration io.krait.host, site.url: \"{0}\" is no address such as"
              + " https://chat.example.com; none is used",
          url);
    }
    return new OwnSite(site);
  }

  /**
   * The address that a request was sent to, as the client names this server; it may have no host.
   */
  static URI asked(HttpServletRequest request) {
    int port = request.getServerPort();
    boolean usual = port == (request.isSecure() ? 443 : 80);
    try {
      return new URI(
          request.getScheme(), null, request.getServerName(), usual ? -1 : port, null, null, null);
    } catch (URISyntaxException noName) {
      return URI.create("");
    }
  }

  /**
   * Makes sure that a request comes from a page of this site, or from no page at all.
   *
   * @param asked the address that was asked for, as the client names this server
   * @param origin whose page it is, as browsers say it
   * @param fetchSite how its site and this one are related, as newer browsers say it
   * @throws AppError with status 403 where that is not so
   */
  void check(URI asked, @Nullable String origin, @Nullable String fetchSite) {
    String host = host(asked);
    if (!isOwn(host)) {
      throw AppError.of(
          "api.context.invalid_host.app_error",
          "this server is not known as %s; if it should be, set site.url of io.krait.host to the address that people use"
              .formatted(host.isEmpty() ? "that" : BoundedText.of(host, 100)),
          403);
    }
    if (origin == null ? isOther(fetchSite) : !isSame(parsed(origin), asked)) {
      throw AppError.of(
          "api.context.invalid_origin.app_error",
          "the request comes from a page of another site, which may not do this",
          403);
    }
  }

  private static boolean isOther(@Nullable String fetchSite) {
    return fetchSite != null && OTHER_SITES.contains(fetchSite);
  }

  private boolean isOwn(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || ADDRESS.matcher(host).matches()
        || (site != null && host.equals(host(site)));
  }

  private boolean isSame(@Nullable URI origin, URI asked) {
    if (origin == null) {
      return false;
    }
    // Where a proxy speaks TLS, the server may not know of it: then no port is the usual one.
    boolean fromHere =
        host(origin).equals(host(asked))
            && (origin.getPort() == asked.getPort() || port(origin) == asked.getPort());
    return fromHere
        || (site != null
            && host(origin).equals(host(site))
            && port(origin) == port(site)
            && origin.getScheme().equalsIgnoreCase(site.getScheme()));
  }

  private static @Nullable URI parsed(String url) {
    try {
      URI parsed = new URI(url.strip());
      boolean web =
          "http".equalsIgnoreCase(parsed.getScheme())
              || "https".equalsIgnoreCase(parsed.getScheme());
      return web && parsed.getHost() != null ? parsed : null;
    } catch (URISyntaxException noAddress) {
      return null;
    }
  }

  private static String host(URI address) {
    return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
  }

  private static int port(URI address) {
    return address.getPort() >= 0
        ? address.getPort()
        : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }
}
