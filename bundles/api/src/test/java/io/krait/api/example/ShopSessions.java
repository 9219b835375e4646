package io.krait.api.example;

import io.krait.api.PluginRequestAuthenticator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Of the Javadoc of the API. */
public final class ShopSessions implements PluginRequestAuthenticator {
  private final Map<String, String> customersByToken = new ConcurrentHashMap<>();

  @Override
  public Optional<AuthenticatedSession> authenticate(String token) {
    return Optional.ofNullable(customersByToken.get(token))
        .map(customer -> new AuthenticatedSession("session of " + customer, customer, ""));
  }
}
