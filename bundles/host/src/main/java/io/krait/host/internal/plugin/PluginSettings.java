package io.krait.host.internal.plugin;

import io.krait.host.internal.chat.Surroundings;
import java.util.Map;

/** The saved settings of plugins. Safe for use from any thread. */
public final class PluginSettings {

  private final Surroundings surroundings;

  /** The settings in the database of these surroundings. */
  public PluginSettings(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What was saved for a plugin; empty where nothing was. */
  public Map<String, Object> of(String pluginId) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.first(
                        "select settings from plugin_settings where plugin_id = ?",
                        row -> surroundings.json().object(row.getString(1)),
                        pluginId)
                    .orElse(Map.of()));
  }

  /** Replaces what is saved for a plugin, and tells of it. */
  public void save(String pluginId, Map<String, Object> settings) {
    String text = surroundings.json().write(settings);
    surroundings
        .database()
        .inTransaction(
            sql -> {
              sql.change("delete from plugin_settings where plugin_id = ?", pluginId);
              sql.insert("plugin_settings", "plugin_id", pluginId, "settings", text);
              return text;
            });
    surroundings.hooks().configurationHasChanged(pluginId);
  }
}
