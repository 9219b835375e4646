package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.TeamMember;
import io.krait.host.internal.storage.Sql;
import java.util.HashSet;
import java.util.Set;

/** Who may do what. Whatever is not known is not permitted. Safe for use from any thread. */
public final class Permissions {

  private final Surroundings surroundings;
  private final Users users;
  private final Teams teams;
  private final TeamMembers teamMembers;
  private final Channels channels;
  private final ChannelMembers channelMembers;

  /** What the roles of these users in these teams and channels permit. */
  public Permissions(
      Surroundings surroundings,
      Users users,
      Teams teams,
      TeamMembers teamMembers,
      Channels channels,
      ChannelMembers channelMembers) {
    this.surroundings = surroundings;
    this.users = users;
    this.teams = teams;
    this.teamMembers = teamMembers;
    this.channels = channels;
    this.channelMembers = channelMembers;
  }

  /** Whether a role for the whole server permits it. */
  public boolean onServer(String userId, String permission) {
    return surroundings
        .database()
        .inTransaction(sql -> Roles.grant(sql, ofServer(sql, userId), permission));
  }

  /** Whether a role in the team or for the whole server permits it. */
  public boolean inTeam(String userId, String teamId, String permission) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              try {
                teams.existing(sql, teamId);
              } catch (AppError noTeam) {
                return false;
              }
              Set<String> roles = ofServer(sql, userId);
              roles.addAll(ofTeam(sql, userId, teamId));
              return Roles.grant(sql, roles, permission);
            });
  }

  /** Whether a role in the channel, in its team or for the whole server permits it. */
  public boolean inChannel(String userId, String channelId, String permission) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              Channel channel;
              try {
                channel = channels.existing(sql, channelId);
              } catch (AppError noChannel) {
                return false;
              }
              Set<String> roles = ofServer(sql, userId);
              roles.addAll(ofTeam(sql, userId, channel.teamId()));
              channelMembers
                  .find(sql, channelId, userId)
                  .ifPresent(member -> roles.addAll(ofMember(member.roles(), "channel")));
              return Roles.grant(sql, roles, permission);
            });
  }

  private Set<String> ofServer(Sql sql, String userId) {
    try {
      return new HashSet<>(Roles.names(users.existing(sql, userId).roles()));
    } catch (AppError noUser) {
      return new HashSet<>();
    }
  }

  private Set<String> ofTeam(Sql sql, String userId, String teamId) {
    return teamMembers
        .find(sql, teamId, userId)
        .filter(member -> member.deleteAt() == 0)
        .map(TeamMember::roles)
        .map(roles -> ofMember(roles, "team"))
        .orElse(Set.of());
  }

  /** Whoever administers is a member as well, whether or not the roles say so. */
  private static Set<String> ofMember(String roles, String kind) {
    Set<String> names = Roles.names(roles);
    if (names.contains(kind + "_admin")) {
      names.add(kind + "_user");
    }
    return names;
  }
}
