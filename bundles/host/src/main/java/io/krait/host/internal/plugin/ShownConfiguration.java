package io.krait.host.internal.plugin;

import io.krait.api.AppError;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.SecretNames;
import io.krait.host.internal.configuration.Document;
import io.krait.host.internal.configuration.ServerConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The server configuration as it is shown: with the plugins that are there, of which it is known
 * elsewhere whether they are to run and how they are set up. Safe for use from any thread.
 */
public final class ShownConfiguration {

  private static final String SECTION = "PluginSettings";

  private final ServerConfiguration configuration;
  private final PluginAdministration administration;

  /** This configuration with these plugins. */
  public ShownConfiguration(
      ServerConfiguration configuration, PluginAdministration administration) {
    this.configuration = configuration;
    this.administration = administration;
  }

  /** The whole of it, with a mask in place of each secret. */
  public Document sanitized() {
    return withPlugins(configuration.sanitized(), true);
  }

  /** The whole of it, secrets included. */
  public Document complete() {
    return withPlugins(configuration.document(), false);
  }

  private Document withPlugins(Document document, boolean masked) {
    Map<String, Object> settings = object(document, "Plugins");
    Map<String, Object> states = object(document, "PluginStates");
    try {
      for (ManagedPlugin plugin : administration.list()) {
        states.put(plugin.id(), Map.of("Enable", plugin.enabled()));
        settings.put(plugin.id(), settings(plugin, masked));
      }
    } catch (AppError nobodyManages) {
      return document;
    }
    return document.with(SECTION, Map.of("Plugins", settings, "PluginStates", states));
  }

  private Map<String, Object> settings(ManagedPlugin plugin, boolean masked) {
    Map<String, Object> shown = new LinkedHashMap<>();
    administration
        .settings(plugin.id())
        .forEach(
            (key, value) -> {
              boolean secret =
                  plugin
                      .settingsSchema()
                      .flatMap(schema -> schema.setting(key))
                      .map(setting -> setting.isSecret())
                      .orElseGet(() -> SecretNames.include(key));
              shown.put(
                  key, masked && secret && !"".equals(value) ? ServerConfiguration.MASK : value);
            });
    return shown;
  }

  private static Map<String, Object> object(Document document, String name) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (document.value(SECTION, name) instanceof Map<?, ?> kept) {
      kept.forEach((key, value) -> object.put(String.valueOf(key), value));
    }
    return object;
  }
}
