package io.krait.http.internal;

import java.util.List;

/**
 * How it is known who a client is.
 *
 * @param trustedProxyHeaders headers in which a proxy tells a client's address
 * @param sessionCookie the cookie with a user's token; empty for none
 * @param strictCsrf whether only a token protects from forged requests
 */
record ClientRules(List<String> trustedProxyHeaders, String sessionCookie, boolean strictCsrf) {

  /** Where there are no users. */
  static final ClientRules NO_USERS = new ClientRules(List.of(), "", false);

  /** Copies the list. */
  ClientRules {
    trustedProxyHeaders = List.copyOf(trustedProxyHeaders);
  }

  static ClientRules of(HttpConfiguration configuration) {
    return new ClientRules(
        List.of(configuration.trustedProxyHeaders()),
        configuration.sessionCookie(),
        configuration.strictCsrf());
  }
}
