package io.krait.host.internal.commands;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.json.ModelJson;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.HostServices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs slash commands: those of plugins in the plugin that each belongs to, then the host's own,
 * then those of programs elsewhere. Safe for use from any thread.
 */
public final class SlashCommands {

  private static final Pattern LINE = Pattern.compile("/(\\S+)(?:\\s(.*))?", Pattern.DOTALL);

  private final HostServices services;
  private final DispatchedHooks hooks;
  private final BuiltInCommands builtIn;
  private final OutsideCommands outside;

  /** The commands that these services know, run through these hooks. */
  public SlashCommands(HostServices services, DispatchedHooks hooks) {
    this.services = services;
    this.hooks = hooks;
    this.builtIn = new BuiltInCommands(services);
    this.outside = new OutsideCommands(services, ModelJson.mapper());
  }

  /** The host's own commands, by trigger. */
  public List<Command> builtIn() {
    return builtIn.list();
  }

  /** All that can be used in a team: of plugins, then the host's own, then those of elsewhere. */
  public List<Command> all(String teamId) {
    // Each trigger once: the first that has it answers.
    Map<String, Command> all = new LinkedHashMap<>();
    Stream.of(
            services.commands().list(teamId),
            builtIn.list(),
            services.customCommands().list(teamId))
        .flatMap(List::stream)
        .forEach(command -> all.putIfAbsent(command.trigger(), command));
    return List.copyOf(all.values());
  }

  /**
   * Runs a command and gives what it answers, if anything. Nothing of it is shown to anybody.
   *
   * @throws AppError with status 400 where it is no command line, 404 where there is no such
   *     command, user or channel; what comes later fails as the command does
   */
  public Asked<Optional<CommandResponse>> run(CommandArgs wanted) {
    Matcher line = LINE.matcher(wanted.command());
    if (!line.matches()) {
      throw AppError.of(
          "api.command.execute_command.start.app_error",
          "a command line begins with a slash and the command's trigger",
          400);
    }
    services.users().get(wanted.userId());
    Channel channel = services.channels().get(wanted.channelId());
    String teamId = channel.teamId().isEmpty() ? wanted.teamId() : channel.teamId();
    CommandArgs arguments =
        wanted.toBuilder()
            .teamId(teamId)
            .siteUrl(services.configuration().text("ServiceSettings", "SiteURL"))
            .triggerId(
                wanted.triggerId().isEmpty()
                    ? services.triggers().make(wanted.userId())
                    : wanted.triggerId())
            .build();
    String trigger = line.group(1);
    String text = line.group(2) == null ? "" : line.group(2).strip();
    if (services.commands().find(teamId, trigger).isPresent()) {
      return new Asked<>(services.commands().run(hooks.context(), arguments));
    }
    Optional<CompletionStage<CommandResponse>> own = builtIn.run(trigger, arguments, text);
    if (own.isPresent()) {
      return new Asked<>(own.get().thenApply(Optional::of));
    }
    Command custom =
        services
            .customCommands()
            .find(teamId, trigger)
            .orElseThrow(
                () ->
                    AppError.of(
                        "api.command.execute_command.not_found.app_error",
                        "there is no command /" + trigger,
                        404));
    return new Asked<>(outside.run(custom, arguments, text));
  }
}
