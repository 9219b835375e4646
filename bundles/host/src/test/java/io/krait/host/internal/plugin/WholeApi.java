package io.krait.host.internal.plugin;

import io.krait.api.HookDispatcher;
import io.krait.api.HostedPlugin;
import io.krait.api.KeyValueStore;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import io.krait.host.internal.chat.Passwords;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.commands.SlashCommands;
import io.krait.host.internal.outside.Outside;
import io.krait.host.internal.pluginapi.HostPluginApi;
import io.krait.hostkit.PluginAdministration;
import io.krait.hostkit.internal.ClusterMessages;
import io.krait.hostkit.internal.CommandRegistry;
import io.krait.hostkit.internal.HostKit;
import java.util.Optional;

/** The whole API as plugins have it: the host's, and what Krait answers in every host. */
final class WholeApi implements PluginApiProvider {

  private final CommandRegistry commands = new CommandRegistry();
  private final ClusterMessages cluster = new ClusterMessages();
  private final DispatchedHooks hooks;
  private final PluginAdministration administration;
  private final HostServices services;
  private final SlashCommands slashCommands;
  private final PluginApiProvider whole;

  WholeApi(Surroundings surroundings, DispatchedHooks hooks) {
    this(surroundings, hooks, new Outside());
  }

  WholeApi(Surroundings surroundings, DispatchedHooks hooks, Outside outside) {
    this.hooks = hooks;
    outside.bindCommands(commands);
    administration = new PluginAdministration();
    services = HostServices.in(surroundings, new Passwords(8, 1), outside);
    slashCommands = new SlashCommands(services, hooks);
    whole = new HostKit(administration, commands, cluster, services.entries()).complete(this);
  }

  @Override
  public PluginApi open(HostedPlugin plugin) {
    return HostPluginApi.of(services, plugin, slashCommands, administration, hooks);
  }

  @Override
  public Optional<KeyValueStore> keyValueStore() {
    return Optional.of(services.entries());
  }

  /** The whole API for this plugin. */
  PluginApi of(HostedPlugin plugin) {
    return whole.open(plugin);
  }

  HostServices services() {
    return services;
  }

  SlashCommands slashCommands() {
    return slashCommands;
  }

  PluginAdministration administration() {
    return administration;
  }

  CommandRegistry commands() {
    return commands;
  }

  /** From now on plugins are asked and told by this one. */
  void runs(HookDispatcher dispatcher) {
    hooks.bindDispatcher(dispatcher);
    commands.bindDispatcher(dispatcher);
    cluster.bindDispatcher(dispatcher);
  }
}
