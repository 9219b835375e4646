package io.krait.host.internal.outside;

import io.krait.api.PluginCommands;
import io.krait.api.model.AutocompleteData;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.PluginContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The commands of plugins as whoever knows them now says.
 *
 * @param known asked for each use
 */
record CommandsOfNow(Supplier<PluginCommands> known) implements PluginCommands {

  @Override
  public Optional<Command> find(String teamId, String trigger) {
    return known.get().find(teamId, trigger);
  }

  @Override
  public List<Command> list(String teamId) {
    return known.get().list(teamId);
  }

  @Override
  public CompletionStage<Optional<CommandResponse>> run(
      PluginContext context, CommandArgs arguments) {
    return known.get().run(context, arguments);
  }

  @Override
  public CompletionStage<Optional<AutocompleteData>> describe(
      PluginContext context, Command command) {
    return known.get().describe(context, command);
  }
}
