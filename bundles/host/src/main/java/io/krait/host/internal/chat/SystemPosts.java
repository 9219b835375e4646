package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelType;
import io.krait.api.model.Post;
import io.krait.api.model.User;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What the server itself says in channels of what happens there: who comes and goes, and what a
 * channel is called. Plugins are asked of such posts as of any other. One that is rejected or fails
 * is not posted, and what it tells of has happened all the same. Safe for use from any thread.
 */
final class SystemPosts {

  private static final System.Logger LOGGER = System.getLogger(SystemPosts.class.getName());

  private final Posts posts;

  /** What is said by means of these posts. */
  SystemPosts(Posts posts) {
    this.posts = posts;
  }

  /** A user has come into a channel; by another one's doing where there is an actor. */
  void joinedChannel(String channelId, User user, @Nullable User actor) {
    come(channelId, user, actor, "channel");
  }

  /** A user has come into a team, whose first channel this is. */
  void joinedTeam(String channelId, User user, @Nullable User actor) {
    come(channelId, user, actor, "team");
  }

  private void come(String channelId, User user, @Nullable User actor, String where) {
    if (actor == null) {
      post(
          channelId,
          user,
          "system_join_" + where,
          "%s joined the %s.".formatted(name(user), where),
          Map.of("username", user.username()));
    } else {
      post(
          channelId,
          actor,
          "system_add_to_" + where,
          "%s was added to the %s by %s.".formatted(name(user), where, name(actor)),
          Map.of(
              "userId",
              actor.id(),
              "username",
              actor.username(),
              "addedUserId",
              user.id(),
              "addedUsername",
              user.username()));
    }
  }

  /** A user has gone out of a channel; by another one's doing where there is an actor. */
  void leftChannel(String channelId, User user, @Nullable User actor) {
    if (actor == null) {
      post(
          channelId,
          user,
          "system_leave_channel",
          name(user) + " left the channel.",
          Map.of("username", user.username()));
    } else {
      post(
          channelId,
          actor,
          "system_remove_from_channel",
          name(user) + " was removed from the channel.",
          Map.of("removedUserId", user.id(), "removedUsername", user.username()));
    }
  }

  /** A user has gone out of a team, of their own accord or not. */
  void leftTeam(String channelId, User user, boolean ofOwnAccord) {
    post(
        channelId,
        user,
        ofOwnAccord ? "system_leave_team" : "system_remove_from_team",
        name(user) + (ofOwnAccord ? " left the team." : " was removed from the team."),
        Map.of("username", user.username()));
  }

  /** Somebody has changed what a channel is called, or what is said of it, or who may read it. */
  void changed(Channel before, Channel after, User actor) {
    changed(before, after, actor, "displayname", "name", Channel::displayName);
    changed(before, after, actor, "header", "header", Channel::header);
    changed(before, after, actor, "purpose", "purpose", Channel::purpose);
    if (before.type() != after.type()) {
      post(
          after.id(),
          actor,
          "system_change_chan_privacy",
          "%s made the channel %s."
              .formatted(name(actor), after.type() == ChannelType.PRIVATE ? "private" : "public"),
          Map.of("username", actor.username()));
    }
  }

  private void changed(
      Channel before,
      Channel after,
      User actor,
      String kind,
      String said,
      Function<Channel, String> value) {
    String old = value.apply(before);
    String now = value.apply(after);
    if (old.equals(now)) {
      return;
    }
    String message;
    if (now.isEmpty()) {
      message = "%s removed the channel's %s, which was: %s".formatted(name(actor), said, old);
    } else if (old.isEmpty()) {
      message = "%s gave the channel a %s: %s".formatted(name(actor), said, now);
    } else {
      message =
          "%s changed the channel's %s from: %s to: %s".formatted(name(actor), said, old, now);
    }
    post(
        after.id(),
        actor,
        "system_" + kind + "_change",
        message,
        Map.of("username", actor.username(), "old_" + kind, old, "new_" + kind, now));
  }

  /** Somebody has archived a channel. */
  void archived(String channelId, User actor) {
    post(
        channelId,
        actor,
        PostRules.CHANNEL_ARCHIVED,
        name(actor) + " archived the channel.",
        Map.of("username", actor.username()));
  }

  /** Somebody has brought an archived channel back. */
  void restored(String channelId, User actor) {
    post(
        channelId,
        actor,
        "system_channel_restored",
        name(actor) + " brought the channel back from the archive.",
        Map.of("username", actor.username()));
  }

  private static String name(User user) {
    return "@" + user.username();
  }

  private void post(
      String channelId, User author, String type, String message, Map<String, Object> props) {
    try {
      posts.create(
          Post.builder()
              .channelId(channelId)
              .userId(author.id())
              .type(type)
              .message(message)
              .props(new LinkedHashMap<>(props))
              .build());
    } catch (AppError refused) {
      LOGGER.log(
          refused.statusCode() < 500 ? Level.DEBUG : Level.WARNING,
          "a message of type {0} is not posted in channel {1}: {2}",
          type,
          channelId,
          refused.getMessage());
    }
  }
}
