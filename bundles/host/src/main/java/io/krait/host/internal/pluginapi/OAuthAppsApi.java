package io.krait.host.internal.pluginapi;

import io.krait.api.PluginApi;
import io.krait.api.model.OAuthApp;
import io.krait.host.internal.plugin.HostServices;

/** Registrations for OAuth 2.0, as a plugin asks for them. Safe for use from any thread. */
final class OAuthAppsApi implements PluginApi {

  private final HostServices services;

  OAuthAppsApi(HostServices services) {
    this.services = services;
  }

  @Override
  public OAuthApp createOAuthApp(OAuthApp app) {
    return services.oauthApps().create(app);
  }

  @Override
  public OAuthApp getOAuthApp(String appId) {
    return services.oauthApps().get(appId);
  }

  @Override
  public OAuthApp updateOAuthApp(OAuthApp app) {
    return services.oauthApps().update(app);
  }

  @Override
  public void deleteOAuthApp(String appId) {
    services.oauthApps().delete(appId);
  }
}
