package io.krait.webconsole.internal;

import io.krait.api.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Refuses what a page of somebody else makes the administrator's browser send.
 *
 * <p>The console's authentication is sent by the browser whoever made it send a request. So a
 * request that changes something must come from our own page, as the browser says, and carry a
 * token that only our own page could read. The token is bound to the user, and to the life of this
 * bundle.
 */
final class RequestGuard {

  /** The header that carries the token. No form can set it. */
  static final String HEADER = "X-Krait-Token";

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  RequestGuard(SecureRandom random) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** The token of the user who makes this request. */
  String token(HttpServletRequest request) {
    String user = request.getRemoteUser();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of()
          .formatHex(mac.doFinal((user == null ? "" : user).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  /**
   * Lets a request pass that our own page has sent.
   *
   * @throws ApiFailure if it comes from elsewhere
   */
  void check(HttpServletRequest request) throws ApiFailure {
    if (!fromOwnPage(request)) {
      throw new ApiFailure(
          403, "ORIGIN", "the request was refused, as another page has made the browser send it");
    }
    String token = request.getHeader(HEADER);
    if (token == null
        || !MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8),
            token(request).getBytes(StandardCharsets.UTF_8))) {
      throw new ApiFailure(
          403, "TOKEN", "the request was refused, as it has no valid token; reload the page");
    }
  }

  private static boolean fromOwnPage(HttpServletRequest request) {
    // What the browser itself says is right behind any proxy. It is silent on plain HTTP, though.
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = request.getHeader("Origin");
    return origin == null || origin.toLowerCase(Locale.ROOT).equals(own(request));
  }

  private static @Nullable String own(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host == null ? null : request.getScheme() + "://" + host.toLowerCase(Locale.ROOT);
  }
}
