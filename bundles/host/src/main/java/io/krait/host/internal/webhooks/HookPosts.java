package io.krait.host.internal.webhooks;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelType;
import io.krait.api.model.Post;
import io.krait.api.model.User;
import io.krait.host.internal.chat.ChannelMembers;
import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.DirectChannels;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.configuration.ServerConfiguration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes posts of what comes to webhooks, and of what those answer that have been called. */
public final class HookPosts {

  private static final String ATTACHMENTS = "attachments";
  private static final String OWN_TYPE = "custom_";
  private static final String NAME = "webhook";

  private final Surroundings surroundings;
  private final Users users;
  private final Channels channels;
  private final ChannelMembers members;
  private final DirectChannels direct;

  /** Posts of these users in these channels. */
  public HookPosts(
      Surroundings surroundings,
      Users users,
      Channels channels,
      ChannelMembers members,
      DirectChannels direct) {
    this.surroundings = surroundings;
    this.users = users;
    this.channels = channels;
    this.members = members;
    this.direct = direct;
  }

  /**
   * What others say of themselves, and of what they post.
   *
   * @param displayName the hook's
   * @param username what the author is called where the message does not say; may be empty
   * @param iconUrl the author's picture where the message does not say; may be empty
   */
  record Author(String displayName, String username, String iconUrl) {}

  /**
   * The post that a message to a hook asks for; it has not been stored.
   *
   * @param message as it came
   * @throws AppError with status 400 where there is nothing to post or a value is not allowed, 403
   *     where the hook's user may not post there, 404 where there is no such channel
   */
  public Post of(IncomingHook hook, Map<String, Object> message) {
    User user = users.get(hook.userId());
    if (user.deleteAt() != 0) {
      throw AppError.of(
          "web.incoming_webhook.user.app_error", "the user of the webhook is not active", 403);
    }
    Channel channel = channel(hook, user, text(message, "channel"));
    if (channel.type() != ChannelType.OPEN && !isMember(channel, user)) {
      throw AppError.of(
          "web.incoming_webhook.permissions.app_error",
          "the user of the webhook is no member of the channel",
          403);
    }
    return post(
        user.id(),
        channel.id(),
        "",
        new Author(hook.displayName(), hook.username(), hook.iconUrl()),
        message);
  }

  private Channel channel(IncomingHook hook, User user, String wanted) {
    if (wanted.isEmpty()) {
      return channels.get(hook.channelId());
    }
    Channel channel =
        wanted.startsWith("@")
            ? direct.ofTwo(user.id(), users.byUsername(wanted.substring(1)).id())
            : channels.byName(
                hook.teamId(),
                (wanted.startsWith("#") ? wanted.substring(1) : wanted).toLowerCase(Locale.ROOT),
                false);
    if (hook.channelLocked() && !channel.id().equals(hook.channelId())) {
      throw AppError.of(
          "web.incoming_webhook.channel_locked.app_error",
          "this webhook posts to one channel only",
          403);
    }
    return channel;
  }

  private boolean isMember(Channel channel, User user) {
    try {
      members.get(channel.id(), user.id());
      return true;
    } catch (AppError none) {
      return false;
    }
  }

  /** A post in the name of a user, of what somebody outside says. */
  Post post(
      String userId, String channelId, String rootId, Author author, Map<String, Object> message) {
    String text = SlackText.read(text(message, "text"));
    List<Map<String, Object>> attachments = SlackText.attachments(message.get(ATTACHMENTS));
    if (text.isBlank() && attachments.isEmpty()) {
      throw AppError.of(
          "web.incoming_webhook.text.app_error", "there is neither a text nor an attachment", 400);
    }
    String type = text(message, "type");
    if (!type.isEmpty() && !type.startsWith(OWN_TYPE)) {
      throw AppError.of(
          "web.incoming_webhook.type.app_error", "a type of others begins with " + OWN_TYPE, 400);
    }
    return Post.builder()
        .userId(userId)
        .channelId(channelId)
        .rootId(rootId)
        .message(text)
        .type(type.isEmpty() && !attachments.isEmpty() ? "slack_attachment" : type)
        .props(props(author, message, attachments))
        .build();
  }

  private Map<String, Object> props(
      Author author, Map<String, Object> message, List<Map<String, Object>> attachments) {
    Map<String, Object> props = new LinkedHashMap<>();
    if (message.get("props") instanceof Map<?, ?> own) {
      own.forEach((name, value) -> props.put(String.valueOf(name), value));
    }
    // These say who speaks: not for the message to make up.
    props.keySet().removeIf(name -> name.startsWith("override_") || name.startsWith("from_"));
    props.put("from_webhook", "true");
    props.put("webhook_display_name", author.displayName());
    ServerConfiguration configuration = surroundings.configuration();
    if (configuration.flag("ServiceSettings", "EnablePostUsernameOverride")) {
      props.put("override_username", first(text(message, "username"), author.username(), NAME));
    }
    if (configuration.flag("ServiceSettings", "EnablePostIconOverride")) {
      String icon = first(text(message, "icon_url"), author.iconUrl());
      if (!icon.isEmpty()) {
        props.put("override_icon_url", icon);
      }
      String emoji = text(message, "icon_emoji").replaceAll("^:|:$", "");
      if (!emoji.isEmpty()) {
        props.put("override_icon_emoji", emoji);
      }
    }
    if (!attachments.isEmpty()) {
      props.put(ATTACHMENTS, attachments);
    }
    return props;
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String text(Map<String, Object> message, String name) {
    @Nullable Object value = message.get(name);
    return value instanceof String text ? text.strip() : "";
  }
}
