package io.krait.host.internal.pluginapi;

import io.krait.api.HostedPlugin;
import io.krait.api.KeyValueStore;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import io.krait.host.internal.cluster.ClusterServices;
import io.krait.host.internal.commands.SlashCommands;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.Host;
import io.krait.host.internal.plugin.HostServices;
import io.krait.hostkit.PluginAdministration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives each plugin the embedded host's API. */
@Component
public final class HostApiProvider implements PluginApiProvider {

  private final HostServices services;
  private final DispatchedHooks hooks;
  private final SlashCommands slashCommands;
  private final PluginAdministration administration;

  /** The API of this host; what nodes share is offered before, as plugins wait for that. */
  @Activate
  public HostApiProvider(
      @Reference Host host,
      @Reference DispatchedHooks hooks,
      @Reference PluginAdministration administration,
      @Reference ClusterServices cluster) {
    this(host, hooks, administration);
  }

  HostApiProvider(Host host, DispatchedHooks hooks, PluginAdministration administration) {
    this.services = host.services();
    this.hooks = hooks;
    this.slashCommands = new SlashCommands(host.services(), hooks);
    this.administration = administration;
  }

  @Override
  public PluginApi open(HostedPlugin plugin) {
    return HostPluginApi.of(services, plugin, slashCommands, administration, hooks);
  }

  @Override
  public Optional<KeyValueStore> keyValueStore() {
    return Optional.of(services.entries());
  }
}
