package io.krait.host.internal.commands;

import static java.util.Comparator.comparing;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelType;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.Post;
import io.krait.api.model.Preference;
import io.krait.api.model.User;
import io.krait.host.internal.plugin.HostServices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** The slash commands that the host itself answers. Safe for use from any thread. */
public final class BuiltInCommands {

  private static final String IN_CHANNEL = "in_channel";
  private static final String EPHEMERAL = "ephemeral";

  private final HostServices services;
  private final Map<String, BuiltIn> all = new LinkedHashMap<>();

  /** Does what it does. */
  @FunctionalInterface
  private interface Action {
    CompletionStage<CommandResponse> run(CommandArgs arguments, String text);
  }

  /** Does at once what it does, and says what the user is shown. */
  @FunctionalInterface
  private interface Saying {
    String run(CommandArgs arguments, String text);
  }

  private record BuiltIn(Command command, Action action) {}

  /** Commands that work on these services. */
  public BuiltInCommands(HostServices services) {
    this.services = services;
    says("away", "", "Set your status away", (arguments, text) -> status(arguments, "away"));
    says("collapse", "", "Turn on auto-collapsing of image previews", this::collapse);
    says(
        "dnd",
        "",
        "Do not disturb disables notifications",
        (arguments, text) -> status(arguments, "dnd"));
    shows("echo", "[message]", "Echo back text from your account", text -> text);
    says("expand", "", "Turn off auto-collapsing of image previews", this::expand);
    says("header", "[text]", "Edit the channel header", this::header);
    says("help", "", "Show the commands that there are", this::help);
    says("invite", "@[username] ~[channel]", "Invite a user to a channel", this::invite);
    says("join", "~[channel]", "Join the open channel", this::join);
    says("kick", "@[username]", "Remove a member from the channel", this::remove);
    says("leave", "", "Leave the current channel", this::leave);
    add("me", "[message]", "Do an action", this::me);
    add("msg", "@[username] [message]", "Send a direct message to a user", this::message);
    says("mute", "", "Turn off notifications of the current channel, or on again", this::mute);
    says(
        "offline",
        "",
        "Set your status offline",
        (arguments, text) -> status(arguments, "offline"));
    says("online", "", "Set your status online", (arguments, text) -> status(arguments, "online"));
    says("purpose", "[text]", "Edit the channel purpose", this::purpose);
    says("remove", "@[username]", "Remove a member from the channel", this::remove);
    says("rename", "[text]", "Rename the channel", this::rename);
    shows(
        "shrug",
        "[message]",
        "Add \u00af\\_(\u30c4)_/\u00af to your message",
        text -> (text.isEmpty() ? "" : text + " ") + "\u00af\\\\\\_(\u30c4)\\_/\u00af");
  }

  /** All of them, by trigger. */
  public List<Command> list() {
    return all.values().stream().map(BuiltIn::command).sorted(comparing(Command::trigger)).toList();
  }

  /**
   * Runs a command, if there is one of this trigger.
   *
   * @throws AppError where the user may not do what it does
   */
  public Optional<CompletionStage<CommandResponse>> run(
      String trigger, CommandArgs arguments, String text) {
    return Optional.ofNullable(all.get(trigger.toLowerCase(Locale.ROOT)))
        .map(command -> command.action().run(arguments, text));
  }

  private void add(String trigger, String hint, String description, Action action) {
    all.put(
        trigger,
        new BuiltIn(
            Command.builder()
                .trigger(trigger)
                .autoComplete(true)
                .autoCompleteDesc(description)
                .autoCompleteHint(hint)
                .displayName(trigger)
                .build(),
            action));
  }

  private void says(String trigger, String hint, String description, Saying saying) {
    add(
        trigger,
        hint,
        description,
        (arguments, text) ->
            CompletableFuture.completedStage(ephemeral(saying.run(arguments, text))));
  }

  private void shows(String trigger, String hint, String description, UnaryOperator<String> shown) {
    add(
        trigger,
        hint,
        description,
        (arguments, text) ->
            CompletableFuture.completedStage(
                CommandResponse.builder()
                    .responseType(IN_CHANNEL)
                    .text(shown.apply(text))
                    .build()));
  }

  private static CommandResponse ephemeral(String text) {
    return CommandResponse.builder().responseType(EPHEMERAL).text(text).build();
  }

  private String status(CommandArgs arguments, String status) {
    services.statuses().set(arguments.userId(), status);
    return "You are now " + (status.equals("dnd") ? "not to be disturbed" : status);
  }

  private String collapse(CommandArgs arguments, String text) {
    return previews(arguments, "true", "Images and links now collapse by themselves");
  }

  private String expand(CommandArgs arguments, String text) {
    return previews(arguments, "false", "Images and links now expand by themselves");
  }

  private String previews(CommandArgs arguments, String collapsed, String said) {
    services
        .preferences()
        .put(
            arguments.userId(),
            List.of(
                Preference.builder()
                    .userId(arguments.userId())
                    .category("display_settings")
                    .name("collapse_previews")
                    .value(collapsed)
                    .build()));
    return said;
  }

  private CompletionStage<CommandResponse> me(CommandArgs arguments, String text) {
    return CompletableFuture.completedStage(
        CommandResponse.builder()
            .responseType(IN_CHANNEL)
            .type("me")
            .text("*" + text + "*")
            .props(Map.of("message", text))
            .build());
  }

  private CompletionStage<CommandResponse> message(CommandArgs arguments, String text) {
    String[] parts = text.split("\\s+", 2);
    User other = user(parts[0]);
    Channel direct = services.directChannels().ofTwo(arguments.userId(), other.id());
    String location = "/%s/messages/@%s".formatted(teamName(arguments), other.username());
    CommandResponse done =
        CommandResponse.builder().responseType(EPHEMERAL).gotoLocation(location).build();
    if (parts.length < 2 || parts[1].isBlank()) {
      return CompletableFuture.completedStage(done);
    }
    return services
        .posts()
        .create(
            Post.builder()
                .userId(arguments.userId())
                .channelId(direct.id())
                .message(parts[1])
                .build(),
            services.outgoing().executor())
        .thenApply(posted -> done);
  }

  private String teamName(CommandArgs arguments) {
    return arguments.teamId().isEmpty() ? "" : services.teams().get(arguments.teamId()).name();
  }

  private String help(CommandArgs arguments, String text) {
    StringBuilder help = new StringBuilder("These commands there are:\n");
    for (Command command : services.commands().list(arguments.teamId())) {
      line(help, command);
    }
    list().forEach(command -> line(help, command));
    return help.toString();
  }

  private static void line(StringBuilder help, Command command) {
    help.append(
        "\n- `/%s %s`".formatted(command.trigger(), command.autoCompleteHint()).stripTrailing());
    if (!command.autoCompleteDesc().isEmpty()) {
      help.append(": ").append(command.autoCompleteDesc());
    }
  }

  private String join(CommandArgs arguments, String text) {
    Channel channel = named(arguments, text);
    if (channel.type() != ChannelType.OPEN) {
      throw AppError.of(
          "api.command_join.fail.app_error", "this channel is open to those who are invited", 403);
    }
    require(
        services
            .permissions()
            .inTeam(arguments.userId(), channel.teamId(), "join_public_channels"));
    services.channelMembers().add(channel.id(), arguments.userId(), "");
    return "You are in ~" + channel.name();
  }

  private String leave(CommandArgs arguments, String text) {
    services.channelMembers().remove(arguments.channelId(), arguments.userId(), "");
    return "You have left the channel";
  }

  private String invite(CommandArgs arguments, String text) {
    String[] parts = text.split("\\s+", 2);
    User invited = user(parts[0]);
    Channel channel =
        parts.length > 1
            ? named(arguments, parts[1])
            : services.channels().get(arguments.channelId());
    mayInChannel(arguments, channel, "members");
    services.channelMembers().add(channel.id(), invited.id(), arguments.userId());
    return "@%s is in ~%s".formatted(invited.username(), channel.name());
  }

  private String remove(CommandArgs arguments, String text) {
    User removed = user(text);
    Channel channel = services.channels().get(arguments.channelId());
    mayInChannel(arguments, channel, "members");
    services.channelMembers().remove(channel.id(), removed.id(), arguments.userId());
    return "@%s has been removed".formatted(removed.username());
  }

  private String mute(CommandArgs arguments, String text) {
    Channel channel =
        text.isBlank() ? services.channels().get(arguments.channelId()) : named(arguments, text);
    boolean muted =
        "mention"
            .equals(
                services
                    .channelMembers()
                    .get(channel.id(), arguments.userId())
                    .notifyProps()
                    .get("mark_unread"));
    services
        .channelMembers()
        .setNotifications(
            channel.id(), arguments.userId(), Map.of("mark_unread", muted ? "all" : "mention"));
    return muted ? "The channel is no longer muted" : "The channel is muted";
  }

  private String header(CommandArgs arguments, String text) {
    change(arguments, channel -> channel.toBuilder().header(text).build());
    return "The channel has a new header";
  }

  private String purpose(CommandArgs arguments, String text) {
    change(arguments, channel -> channel.toBuilder().purpose(text).build());
    return "The channel has a new purpose";
  }

  private String rename(CommandArgs arguments, String text) {
    if (text.isBlank()) {
      throw AppError.of(
          "api.command_channel_rename.too_short.app_error", "a channel needs a name", 400);
    }
    change(arguments, channel -> channel.toBuilder().displayName(text).build());
    return "The channel has a new name";
  }

  private void change(CommandArgs arguments, UnaryOperator<Channel> change) {
    Channel channel = services.channels().get(arguments.channelId());
    mayInChannel(arguments, channel, "properties");
    services.channels().change(channel.id(), change, "");
  }

  private void mayInChannel(CommandArgs arguments, Channel channel, String what) {
    String kind =
        switch (channel.type()) {
          case PRIVATE -> "private";
          case DIRECT, GROUP -> "";
          default -> "public";
        };
    String permission =
        kind.isEmpty() ? "read_channel" : "manage_%s_channel_%s".formatted(kind, what);
    require(services.permissions().inChannel(arguments.userId(), channel.id(), permission));
  }

  private static void require(boolean permitted) {
    if (!permitted) {
      throw AppError.of(
          "api.context.permissions.app_error",
          "you do not have the permission that this needs",
          403);
    }
  }

  private User user(String name) {
    String plain = name.strip();
    if (plain.isEmpty()) {
      throw AppError.of("api.command.user.app_error", "name a user, such as @ann", 400);
    }
    return services.users().byUsername(plain.startsWith("@") ? plain.substring(1) : plain);
  }

  private Channel named(CommandArgs arguments, String name) {
    String plain = name.strip();
    Channel channel =
        services
            .channels()
            .byName(arguments.teamId(), plain.startsWith("~") ? plain.substring(1) : plain, false);
    if (channel.type() != ChannelType.OPEN
        && !services.permissions().inChannel(arguments.userId(), channel.id(), "read_channel")) {
      // As if it was not there.
      throw AppError.of(
          "app.channel.get_by_name.missing.app_error", "there is no channel " + plain, 404);
    }
    return channel;
  }
}
