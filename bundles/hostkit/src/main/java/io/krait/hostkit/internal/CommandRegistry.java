package io.krait.hostkit.internal;

import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.FailureCause;
import io.krait.api.HookDispatcher;
import io.krait.api.Nullable;
import io.krait.api.PluginCommands;
import io.krait.api.model.AutocompleteData;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.PluginContext;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The slash commands that running plugins offer. They are not kept: a plugin registers them each
 * time it starts. Safe for use from any thread.
 */
@Component(service = {PluginCommands.class, CommandRegistry.class})
public final class CommandRegistry implements PluginCommands {

  private static final Pattern LINE = Pattern.compile("/(\\S+)(?:\\s.*)?", Pattern.DOTALL);

  private static final System.Logger LOGGER = System.getLogger(CommandRegistry.class.getName());

  private final List<Registered> registered = new ArrayList<>();

  /** How it is written is asked once. */
  private record Registered(
      Command command,
      AtomicReference<@Nullable CompletionStage<Optional<AutocompleteData>>> description) {}

  private final AtomicReference<@Nullable HookDispatcher> dispatcher = new AtomicReference<>();

  /** From now on commands are run through this one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindDispatcher(HookDispatcher bound) {
    dispatcher.set(bound);
  }

  /** This one runs commands no longer; another one may be bound already. */
  public void unbindDispatcher(HookDispatcher gone) {
    dispatcher.compareAndSet(gone, null);
  }

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
    for (Registered one : registered) {
      Command other = one.command();
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
    registered.add(
        new Registered(
            command.toBuilder().trigger(trigger).pluginId(pluginId).build(),
            new AtomicReference<>()));
  }

  /** Withdraws a command of a plugin, if it is there. */
  public synchronized void unregister(String pluginId, String teamId, String trigger) {
    registered.removeIf(
        one ->
            one.command().pluginId().equals(pluginId)
                && one.command().teamId().equals(teamId)
                && one.command().trigger().equals(trigger.toLowerCase(Locale.ROOT)));
  }

  /** Withdraws all commands of a plugin, as when it stops. */
  public synchronized void unregisterAll(String pluginId) {
    registered.removeIf(one -> one.command().pluginId().equals(pluginId));
  }

  @Override
  public synchronized Optional<Command> find(String teamId, String trigger) {
    return in(teamId).stream()
        .filter(command -> command.trigger().equals(trigger.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  @Override
  public synchronized List<Command> list(String teamId) {
    List<Command> found = new ArrayList<>();
    for (Command command : in(teamId)) {
      if (found.stream().noneMatch(there -> there.trigger().equals(command.trigger()))) {
        found.add(command);
      }
    }
    return List.copyOf(found);
  }

  @Override
  public CompletionStage<Optional<CommandResponse>> run(
      PluginContext context, CommandArgs arguments) {
    Matcher line = LINE.matcher(arguments.command());
    if (!line.matches()) {
      throw AppError.of(
          "api.command.execute_command.start.app_error",
          "a command line begins with a slash and the command's trigger",
          400);
    }
    String trigger = line.group(1);
    String pluginId =
        find(arguments.teamId(), trigger)
            .map(Command::pluginId)
            .orElseThrow(
                () ->
                    AppError.of(
                        "api.command.execute_command.not_found.app_error",
                        "there is no command /" + trigger,
                        404));
    HookDispatcher bound = dispatcher.get();
    return Optional.ofNullable(bound)
        .flatMap(hooks -> hooks.async(pluginId))
        .orElseThrow(
            () ->
                AppError.of(
                    "api.command.execute_command.not_running.app_error",
                    "plugin %s, which has the command /%s, does not run"
                        .formatted(pluginId, trigger),
                    503))
        .executeCommand(context, arguments);
  }

  @Override
  public CompletionStage<Optional<AutocompleteData>> describe(
      PluginContext context, Command command) {
    Optional<Registered> known = registered(command);
    if (known.isEmpty()) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    var description = known.get().description();
    CompletionStage<Optional<AutocompleteData>> there = description.get();
    // What has failed is tried again.
    if (there == null || there.toCompletableFuture().isCompletedExceptionally()) {
      CompletionStage<Optional<AutocompleteData>> asked = asked(context, command);
      description.compareAndSet(there, asked);
      return asked;
    }
    return there;
  }

  private synchronized Optional<Registered> registered(Command command) {
    return registered.stream().filter(one -> one.command() == command).findFirst();
  }

  private CompletionStage<Optional<AutocompleteData>> asked(
      PluginContext context, Command command) {
    Optional<AsyncPluginHooks> plugin =
        Optional.ofNullable(dispatcher.get()).flatMap(hooks -> hooks.async(command.pluginId()));
    if (plugin.isEmpty()) {
      return CompletableFuture.failedStage(
          AppError.of(
              HookDispatcher.STOPPED, "plugin " + command.pluginId() + " does not run", 503));
    }
    return plugin
        .get()
        .describeCommand(context, command.teamId(), command.trigger())
        .handle(
            (data, failure) -> {
              if (failure == null) {
                return data;
              }
              if (FailureCause.of(failure) instanceof AppError error && error.statusCode() == 503) {
                throw error;
              }
              LOGGER.log(
                  Level.WARNING,
                  "plugin {0} does not tell how /{1} is written: {2}; its hint is used",
                  command.pluginId(),
                  command.trigger(),
                  FailureCause.text(failure));
              return Optional.empty();
            });
  }

  private List<Command> in(String teamId) {
    return registered.stream()
        .map(Registered::command)
        .filter(command -> command.teamId().isEmpty() || command.teamId().equals(teamId))
        .sorted(
            Comparator.comparing(Command::trigger)
                .thenComparing(Command::teamId, Comparator.reverseOrder()))
        .toList();
  }
}
