package io.krait.host.internal.groups;

import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Teams;
import io.krait.host.internal.chat.Users;

/** Groups of users: which there are, who is in them, and where that makes people members. */
public record Groups(
    GroupCatalogue catalogue,
    GroupMembers members,
    Syncables syncables,
    GroupMemberships memberships) {

  /** The groups in the database of these surroundings. */
  public static Groups in(Surroundings surroundings, Users users, Teams teams, Channels channels) {
    return new Groups(
        new GroupCatalogue(surroundings),
        new GroupMembers(surroundings, users),
        new Syncables(surroundings),
        new GroupMemberships(surroundings, teams, channels));
  }
}
