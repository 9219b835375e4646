package io.krait.host.internal.plugin;

import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives each plugin the embedded host's API. */
@Component
public final class HostApiProvider implements PluginApiProvider {

  private final HostServices services;
  private final SlashCommands slashCommands;
  private final PluginAdministration administration;

  /** The API of this host. */
  @Activate
  public HostApiProvider(
      @Reference Host host,
      @Reference DispatchedHooks hooks,
      @Reference PluginAdministration administration) {
    this.services = host.services();
    this.slashCommands = new SlashCommands(host.services(), hooks);
    this.administration = administration;
  }

  @Override
  public PluginApi open(HostedPlugin plugin) {
    return new HostPluginApi(services, plugin, slashCommands, administration);
  }

  @Override
  public void release(HostedPlugin plugin) {
    services.commands().unregisterAll(plugin.id());
  }
}
