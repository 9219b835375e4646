package io.krait.api;

import java.util.Optional;

/**
 * What a host registers as a service so that requests to plugins carry the user who makes them.
 * Without it all requests are anonymous. Called from any thread; it may wait for a database.
 *
 * <pre>{@code
 * public final class ShopSessions implements PluginRequestAuthenticator {
 *   private final Map<String, String> customersByToken = new ConcurrentHashMap<>();
 *
 *   @Override
 *   public Optional<AuthenticatedSession> authenticate(String token) {
 *     return Optional.ofNullable(customersByToken.get(token))
 *         .map(customer -> new AuthenticatedSession("session of " + customer, customer, ""));
 *   }
 * }
 * }</pre>
 */
public interface PluginRequestAuthenticator {

  /**
   * Finds the session of a token.
   *
   * @param token what the request showed, without its scheme
   * @return empty where there is no such session, or it has expired
   */
  Optional<AuthenticatedSession> authenticate(String token);

  /**
   * A session that is good.
   *
   * @param sessionId its identifier
   * @param userId whose it is
   * @param csrfToken what requests that show their token in a cookie must show besides; empty where
   *     there is none
   */
  record AuthenticatedSession(String sessionId, String userId, String csrfToken) {}
}
