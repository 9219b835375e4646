package io.krait.host.internal.pluginapi;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.plugin.HostServices;

/** The server's configuration, as a plugin asks for it. Safe for use from any thread. */
final class ConfigurationApi implements PluginApi {

  private final ServerConfiguration configuration;

  ConfigurationApi(HostServices services) {
    configuration = services.configuration();
  }

  @Override
  public Bytes getConfig() {
    return configuration.json(configuration.sanitized());
  }

  @Override
  public Bytes getUnsanitizedConfig() {
    return configuration.json(configuration.document());
  }

  @Override
  public void saveConfig(Bytes config) {
    configuration.save(configuration.read(config));
  }
}
