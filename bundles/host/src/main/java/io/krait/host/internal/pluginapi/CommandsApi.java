package io.krait.host.internal.pluginapi;

import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.host.internal.commands.SlashCommands;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;
import java.util.Optional;

/** Slash commands, as a plugin asks for them. Safe for use from any thread. */
final class CommandsApi implements PluginApi {

  private final HostServices services;
  private final HostedPlugin plugin;
  private final SlashCommands slashCommands;

  CommandsApi(HostServices services, HostedPlugin plugin, SlashCommands slashCommands) {
    this.services = services;
    this.plugin = plugin;
    this.slashCommands = slashCommands;
  }

  @Override
  public Optional<CommandResponse> executeSlashCommand(CommandArgs commandArgs) {
    return slashCommands.run(commandArgs).await();
  }

  @Override
  public List<Command> listCommands(String teamId) {
    return slashCommands.all(teamId);
  }

  @Override
  public List<Command> listBuiltInCommands() {
    return slashCommands.builtIn();
  }

  @Override
  public List<Command> listCustomCommands(String teamId) {
    return services.customCommands().list(teamId);
  }

  @Override
  public Command createCommand(Command cmd) {
    return services.customCommands().create(cmd, plugin.id());
  }

  @Override
  public Command getCommand(String commandId) {
    return services.customCommands().get(commandId);
  }

  @Override
  public Command updateCommand(String commandId, Command updatedCmd) {
    return services.customCommands().update(commandId, updatedCmd);
  }

  @Override
  public void deleteCommand(String commandId) {
    services.customCommands().delete(commandId);
  }
}
