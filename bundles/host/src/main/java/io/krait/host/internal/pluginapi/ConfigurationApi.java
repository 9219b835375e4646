package io.krait.host.internal.pluginapi;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.plugin.WholeConfiguration;
import io.krait.hostkit.PluginAdministration;

/** The server's configuration, as a plugin asks for it. Safe for use from any thread. */
final class ConfigurationApi implements PluginApi {

  private final ServerConfiguration configuration;
  private final WholeConfiguration whole;

  ConfigurationApi(HostServices services, PluginAdministration administration) {
    configuration = services.configuration();
    whole = new WholeConfiguration(configuration, administration);
  }

  @Override
  public Bytes getConfig() {
    return configuration.json(whole.sanitized());
  }

  @Override
  public Bytes getUnsanitizedConfig() {
    return configuration.json(whole.complete());
  }

  @Override
  public void saveConfig(Bytes config) {
    whole.save(configuration.read(config));
  }
}
