package io.krait.host.internal.plugin;

import io.krait.api.AppError;
import io.krait.api.model.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The slash commands that running plugins offer. They are not kept: a plugin registers them each
 * time it starts. Safe for use from any thread.
 */
public final class Commands {

  private final List<Command> registered = new ArrayList<>();

  /**
   * Offers a command of a plugin, in place of the one it has under the same trigger.
   *
   * @throws AppError with status 400 where the trigger is not allowed, 409 where another plugin has
   *     it
   */
  public synchronized void register(String pluginId, Command command) {
    String trigger = command.trigger().toLowerCase(Locale.ROOT);
    if (trigger.isEmpty()
        || trigger.startsWith("/")
        || trigger.chars().anyMatch(Character::isWhitespace)) {
      throw AppError.of(
          "model.command.is_valid.trigger.app_error",
          "a trigger is one word without a slash, not '%s'".formatted(command.trigger()),
          400);
    }
    for (Command other : registered) {
      boolean meets =
          other.teamId().isEmpty()
              || command.teamId().isEmpty()
              || other.teamId().equals(command.teamId());
      if (other.trigger().equals(trigger) && meets && !other.pluginId().equals(pluginId)) {
        throw AppError.of(
            "api.command.duplicate_trigger.app_error",
            "the command /%s belongs to plugin %s".formatted(trigger, other.pluginId()),
            409);
      }
    }
    unregister(pluginId, command.teamId(), trigger);
    registered.add(command.toBuilder().trigger(trigger).pluginId(pluginId).build());
  }

  /** Withdraws a command of a plugin, if it is there. */
  public synchronized void unregister(String pluginId, String teamId, String trigger) {
    registered.removeIf(
        command ->
            command.pluginId().equals(pluginId)
                && command.teamId().equals(teamId)
                && command.trigger().equals(trigger.toLowerCase(Locale.ROOT)));
  }

  /** Withdraws all commands of a plugin, as when it stops. */
  public synchronized void unregisterAll(String pluginId) {
    registered.removeIf(command -> command.pluginId().equals(pluginId));
  }

  /** The command of a trigger in a team; one for this team goes before one for all. */
  public synchronized Optional<Command> find(String teamId, String trigger) {
    return in(teamId).stream()
        .filter(command -> command.trigger().equals(trigger.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The commands that can be used in a team, each trigger once, by trigger. */
  public synchronized List<Command> list(String teamId) {
    List<Command> found = new ArrayList<>();
    for (Command command : in(teamId)) {
      if (found.stream().noneMatch(there -> there.trigger().equals(command.trigger()))) {
        found.add(command);
      }
    }
    return List.copyOf(found);
  }

  private List<Command> in(String teamId) {
    return registered.stream()
        .filter(command -> command.teamId().isEmpty() || command.teamId().equals(teamId))
        .sorted(
            Comparator.comparing(Command::trigger)
                .thenComparing(Command::teamId, Comparator.reverseOrder()))
        .toList();
  }
}
