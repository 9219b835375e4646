package io.krait.hostkit.internal;

import io.krait.api.AppError;
import io.krait.api.FailureCause;
import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.PluginContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Slash commands, as a plugin asks for them in a host that has none besides those of plugins. Safe
 * for use from any thread.
 */
final class CommandsApi implements PluginApi {

  /** In time for the deadline of the call. */
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final CommandRegistry commands;
  private final String pluginId;

  CommandsApi(CommandRegistry commands, HostedPlugin plugin) {
    this.commands = commands;
    this.pluginId = plugin.id();
  }

  @Override
  public void registerCommand(Command command) {
    commands.register(pluginId, command);
  }

  @Override
  public void unregisterCommand(String teamId, String trigger) {
    commands.unregister(pluginId, teamId, trigger);
  }

  @Override
  public List<Command> listCommands(String teamId) {
    return commands.list(teamId);
  }

  @Override
  public List<Command> listPluginCommands(String teamId) {
    return commands.list(teamId);
  }

  @Override
  public List<Command> listBuiltInCommands() {
    return List.of();
  }

  @Override
  public List<Command> listCustomCommands(String teamId) {
    return List.of();
  }

  @Override
  public Optional<CommandResponse> executeSlashCommand(CommandArgs commandArgs) {
    PluginContext context = PluginContext.builder().requestId(UUID.randomUUID().toString()).build();
    try {
      return commands
          .run(context, commandArgs)
          .toCompletableFuture()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      Throwable cause = FailureCause.of(failure);
      throw cause instanceof AppError error
          ? error
          : AppError.builder()
              .id("api.command.execute_command.failed.app_error")
              .message("the command failed; the server's log tells more")
              .statusCode(500)
              .cause(cause)
              .build();
    } catch (TimeoutException late) {
      throw AppError.of(
          "api.command.execute_command.late.app_error", "the command takes too long", 504);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw AppError.of(
          "api.command.execute_command.interrupted.app_error", "the server is being stopped", 503);
    }
  }
}
