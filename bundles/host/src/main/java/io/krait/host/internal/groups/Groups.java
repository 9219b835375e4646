package io.krait.host.internal.groups;

import io.krait.host.internal.chat.ChannelMembers;
import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.TeamMembers;
import io.krait.host.internal.chat.Users;

/** Groups of users: which there are, who is in them, and where that makes people members. */
public record Groups(
    GroupCatalogue catalogue,
    GroupMembers members,
    Syncables syncables,
    GroupMemberships memberships) {

  /** The groups in the database of these surroundings. */
  public static Groups in(
      Surroundings surroundings,
      Users users,
      TeamMembers teamMembers,
      Channels channels,
      ChannelMembers channelMembers) {
    return new Groups(
        new GroupCatalogue(surroundings),
        new GroupMembers(surroundings, users),
        new Syncables(surroundings),
        new GroupMemberships(surroundings, teamMembers, channels, channelMembers));
  }
}
