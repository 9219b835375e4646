package io.krait.host.internal.pluginapi;

import io.krait.api.PluginApi;
import io.krait.api.model.Session;
import io.krait.api.model.UserAccessToken;
import io.krait.host.internal.plugin.HostServices;

/** Sessions and access tokens, as a plugin asks for them. Safe for use from any thread. */
final class SessionsApi implements PluginApi {

  private final HostServices services;

  SessionsApi(HostServices services) {
    this.services = services;
  }

  @Override
  public Session getSession(String sessionId) {
    return services.sessions().get(sessionId);
  }

  @Override
  public Session createSession(Session session) {
    return services.sessions().open(session);
  }

  @Override
  public void extendSessionExpiry(String sessionId, long newExpiry) {
    services.sessions().extend(sessionId, newExpiry);
  }

  @Override
  public void revokeSession(String sessionId) {
    services.sessions().revoke(sessionId);
  }

  @Override
  public UserAccessToken createUserAccessToken(UserAccessToken token) {
    return services.accessTokens().create(token);
  }

  @Override
  public void revokeUserAccessToken(String tokenId) {
    services.accessTokens().revoke(tokenId);
  }
}
