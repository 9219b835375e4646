package io.krait.host.internal.outside;

import io.krait.api.AppError;
import io.krait.api.PluginCommands;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.PluginContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Plugins have no commands. */
enum NoCommands implements PluginCommands {
  INSTANCE;

  @Override
  public Optional<Command> find(String teamId, String trigger) {
    return Optional.empty();
  }

  @Override
  public List<Command> list(String teamId) {
    return List.of();
  }

  @Override
  public CompletionStage<Optional<CommandResponse>> run(
      PluginContext context, CommandArgs arguments) {
    throw AppError.of(
        "api.command.execute_command.not_found.app_error",
        "no plugin has the command " + arguments.command(),
        404);
  }
}
