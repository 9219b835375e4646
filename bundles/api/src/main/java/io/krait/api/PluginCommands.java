package io.krait.api;

import io.krait.api.model.AutocompleteData;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.PluginContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The slash commands that running plugins offer. A service that hosts use, whose own {@link
 * PluginApi} leaves {@code registerCommand} and {@code unregisterCommand} to Krait; safe for use
 * from any thread.
 */
@ProviderType
public interface PluginCommands {

  /**
   * The command of a trigger; one for this team goes before one for all.
   *
   * @param teamId empty in a server without teams
   * @param trigger a word without the slash, in upper or lower case
   */
  Optional<Command> find(String teamId, String trigger);

  /** The commands that can be used in a team, each trigger once, by trigger. */
  List<Command> list(String teamId);

  /**
   * Has a plugin carry out a command line.
   *
   * @param arguments their {@code command} is the line: a slash, the trigger, and what follows
   * @return what the plugin answers, if anything; fails as the plugin does
   * @throws AppError with status 400 where it is no command line, 404 where no plugin has the
   *     command, 503 where the plugin that has it does not run
   */
  CompletionStage<Optional<CommandResponse>> run(PluginContext context, CommandArgs arguments);

  /**
   * How a command is written, as its plugin says, so that what follows its trigger can be completed
   * while it is typed. The plugin is asked once for each registration.
   *
   * @param command one that {@link #find} or {@link #list} gave
   * @return empty where the plugin does not tell, which may be as it fails; fails with status 503
   *     where it cannot be asked now
   */
  default CompletionStage<Optional<AutocompleteData>> describe(
      PluginContext context, Command command) {
    return CompletableFuture.completedStage(Optional.empty());
  }
}
