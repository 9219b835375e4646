package io.krait.hostkit.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.Bytes;
import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import java.util.Map;

/** The settings of the plugin, as a plugin asks for them. Safe for use from any thread. */
final class PluginSettingsApi implements PluginApi {

  private final ObjectMapper json = new ObjectMapper();
  private final HostedPlugin plugin;

  PluginSettingsApi(HostedPlugin plugin) {
    this.plugin = plugin;
  }

  @Override
  public Bytes loadPluginConfiguration() {
    try {
      return Bytes.owning(json.writeValueAsBytes(plugin.settings()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("settings are values of JSON", impossible);
    }
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
