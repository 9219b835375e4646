package io.krait.host.internal.pluginapi;

import io.krait.api.Bytes;
import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.host.internal.plugin.HostServices;
import java.util.Map;

/** The settings of the plugin, as a plugin asks for them. Safe for use from any thread. */
final class PluginSettingsApi implements PluginApi {

  private final HostServices services;
  private final HostedPlugin plugin;

  PluginSettingsApi(HostServices services, HostedPlugin plugin) {
    this.services = services;
    this.plugin = plugin;
  }

  @Override
  public Bytes loadPluginConfiguration() {
    return Bytes.utf8(services.surroundings().json().write(plugin.settings()));
  }

  @Override
  public Map<String, Object> getPluginConfig() {
    return plugin.savedSettings();
  }

  @Override
  public void savePluginConfig(Map<String, Object> config) {
    plugin.saveSettings(config);
  }
}
