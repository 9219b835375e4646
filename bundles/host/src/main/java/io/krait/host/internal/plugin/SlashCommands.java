package io.krait.host.internal.plugin;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.host.internal.chat.Asked;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs slash commands, each in the plugin that it belongs to. Safe for use from any thread. */
public final class SlashCommands {

  private static final Pattern LINE = Pattern.compile("/(\\S+)(?:\\s.*)?", Pattern.DOTALL);

  private final HostServices services;
  private final DispatchedHooks hooks;

  /** The commands that these services know, run through these hooks. */
  public SlashCommands(HostServices services, DispatchedHooks hooks) {
    this.services = services;
    this.hooks = hooks;
  }

  /**
   * Runs a command and gives what it answers, if anything. Nothing is shown to anybody.
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
            .triggerId(
                wanted.triggerId().isEmpty()
                    ? services.surroundings().ids().next()
                    : wanted.triggerId())
            .build();
    String trigger = line.group(1);
    Command command =
        services
            .commands()
            .find(teamId, trigger)
            .orElseThrow(
                () ->
                    AppError.of(
                        "api.command.execute_command.not_found.app_error",
                        "there is no command /" + trigger,
                        404));
    return new Asked<>(
        hooks
            .of(command.pluginId())
            .orElseThrow(
                () ->
                    AppError.of(
                        "api.command.execute_command.not_running.app_error",
                        "plugin %s, which has the command /%s, does not run"
                            .formatted(command.pluginId(), trigger),
                        503))
            .executeCommand(hooks.context(), arguments));
  }
}
