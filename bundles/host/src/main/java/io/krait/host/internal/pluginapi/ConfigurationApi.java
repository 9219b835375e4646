package io.krait.host.internal.pluginapi;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.plugin.PluginAdministration;
import io.krait.host.internal.plugin.ShownConfiguration;

/** The server's configuration, as a plugin asks for it. Safe for use from any thread. */
final class ConfigurationApi implements PluginApi {

  private final ServerConfiguration configuration;
  private final ShownConfiguration shown;

  ConfigurationApi(HostServices services, PluginAdministration administration) {
    configuration = services.configuration();
    shown = new ShownConfiguration(configuration, administration);
  }

  @Override
  public Bytes getConfig() {
    return configuration.json(shown.sanitized());
  }

  @Override
  public Bytes getUnsanitizedConfig() {
    return configuration.json(shown.complete());
  }

  @Override
  public void saveConfig(Bytes config) {
    configuration.save(configuration.read(config));
  }
}
