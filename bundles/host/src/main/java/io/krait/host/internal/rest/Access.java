package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.model.Bot;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelType;
import io.krait.host.internal.chat.Permissions;
import java.util.Optional;

/** Refuses what a caller is not permitted to do, with status 403. */
final class Access {

  private final Permissions permissions;

  Access(Permissions permissions) {
    this.permissions = permissions;
  }

  void onServer(Caller caller, String permission) {
    require(permissions.onServer(caller.id(), permission), permission);
  }

  void inTeam(Caller caller, String teamId, String permission) {
    require(permissions.inTeam(caller.id(), teamId, permission), permission);
  }

  void inChannel(Caller caller, String channelId, String permission) {
    require(permissions.inChannel(caller.id(), channelId, permission), permission);
  }

  /** Another user has to be able to read a channel. */
  void inChannelOf(String userId, String channelId) {
    require(permissions.inChannel(userId, channelId, "read_channel"), "read_channel");
  }

  /** Members read a channel; an open one can be read by the members of its team. */
  void toRead(Caller caller, Channel channel) {
    require(mayRead(caller, channel), "read_channel");
  }

  /** As {@link #toRead}, as a question. */
  boolean mayRead(Caller caller, Channel channel) {
    return permissions.inChannel(caller.id(), channel.id(), "read_channel")
        || (channel.type() == ChannelType.OPEN
            && permissions.inTeam(caller.id(), channel.teamId(), "read_public_channel"));
  }

  /** Permissions on open and private channels are named apart; conversations need none. */
  void toChange(Caller caller, Channel channel, String permission) {
    switch (channel.type()) {
      case OPEN -> inChannel(caller, channel.id(), permission.formatted("public"));
      case PRIVATE -> inChannel(caller, channel.id(), permission.formatted("private"));
      default -> inChannel(caller, channel.id(), "read_channel");
    }
  }

  /** What concerns one user is for that user, and for those who may edit others. */
  void toUser(Caller caller, String userId) {
    require(
        caller.id().equals(userId) || permissions.onServer(caller.id(), "edit_other_users"),
        "edit_other_users");
  }

  /** As {@link #toUser}, and what concerns a bot is for those who may manage it. */
  void toUserOrBot(Caller caller, String userId, Optional<Bot> bot) {
    boolean managed =
        bot.map(one -> one.ownerId().equals(caller.id()) ? "manage_bots" : "manage_others_bots")
            .filter(permission -> permissions.onServer(caller.id(), permission))
            .isPresent();
    if (!managed) {
      toUser(caller, userId);
    }
  }

  boolean isAdministrator(Caller caller) {
    return permissions.onServer(caller.id(), "manage_system");
  }

  static void require(boolean permitted, String permission) {
    if (!permitted) {
      throw AppError.builder()
          .id("api.context.permissions.app_error")
          .message("you do not have the permission that this needs")
          .detailedError("permission=" + permission)
          .statusCode(403)
          .build();
    }
  }
}
