package io.krait.host.internal.pluginapi;

import io.krait.api.PluginApi;
import io.krait.api.model.Preference;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;

/** Preferences of users, as a plugin asks for them. Safe for use from any thread. */
final class PreferencesApi implements PluginApi {

  private final HostServices services;

  PreferencesApi(HostServices services) {
    this.services = services;
  }

  @Override
  public Preference getPreferenceForUser(String userId, String category, String name) {
    return services.preferences().get(userId, category, name);
  }

  @Override
  public List<Preference> getPreferencesForUser(String userId) {
    return services.preferences().of(userId);
  }

  @Override
  public void updatePreferencesForUser(String userId, List<Preference> preferences) {
    services.preferences().put(userId, preferences);
  }

  @Override
  public void deletePreferencesForUser(String userId, List<Preference> preferences) {
    services.preferences().delete(userId, preferences);
  }
}
