package io.krait.http.internal;

import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.PluginRequestAuthenticator;
import io.krait.api.PluginRequestAuthenticator.AuthenticatedSession;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Finds out who makes a request. Where that cannot be said with certainty the request goes on, as
 * one of nobody: plugins decide themselves what they show to whom.
 */
final class Sessions {

  private static final String CSRF_HEADER = "X-CSRF-Token";
  private static final String CSRF_FIELD = "csrf";

  private final boolean strictCsrf;

  Sessions(boolean strictCsrf) {
    this.strictCsrf = strictCsrf;
  }

  /**
   * What is known before the body is read.
   *
   * @param session whose request it is
   * @param inForm whether it is theirs only if the form shows the session's CSRF token
   */
  record Finding(Optional<AuthenticatedSession> session, boolean inForm) {

    private static final Finding NOBODY = new Finding(Optional.empty(), false);

    /** What is known of the session once the beginning of the form is there. */
    Optional<AuthenticatedSession> with(RequestHead head, Bytes form) {
      return showing(head.formField(CSRF_FIELD, form));
    }

    private Optional<AuthenticatedSession> showing(Optional<String> token) {
      return session.filter(
          known -> token.filter(sent -> same(sent, known.csrfToken())).isPresent());
    }
  }

  /** Asks for the session of a request's token; waits for the host. */
  Finding find(
      HttpServletRequest request,
      RequestHead head,
      @Nullable PluginRequestAuthenticator authenticator) {
    if (authenticator == null || head.token().isEmpty()) {
      return Finding.NOBODY;
    }
    RequestHead.Token token = head.token().get();
    Optional<AuthenticatedSession> session = authenticator.authenticate(token.value());
    if (session.isEmpty()) {
      return Finding.NOBODY;
    }
    if (!token.inCookie() || request.getMethod().equals("GET")) {
      return new Finding(session, false);
    }
    String expected = session.get().csrfToken();
    String sent = request.getHeader(CSRF_HEADER);
    boolean fromScript = "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    if (!strictCsrf && fromScript) {
      return new Finding(session, false);
    }
    if (sent != null && !sent.isEmpty()) {
      return same(sent, expected) ? new Finding(session, false) : Finding.NOBODY;
    }
    Optional<String> inQuery = head.query().first(CSRF_FIELD);
    if (inQuery.isPresent()) {
      return new Finding(new Finding(session, true).showing(inQuery), false);
    }
    return head.hasForm() ? new Finding(session, true) : Finding.NOBODY;
  }

  // An empty token is one that the host does not have, and nobody can show it.
  private static boolean same(String sent, String expected) {
    return !expected.isEmpty()
        && MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
