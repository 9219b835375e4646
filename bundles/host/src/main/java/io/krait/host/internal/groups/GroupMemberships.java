package io.krait.host.internal.groups;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.api.model.CreateDefaultMembershipParams;
import io.krait.host.internal.chat.ChannelMembers;
import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.TeamMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings the members of groups into the teams and channels that the groups are tied to, and takes
 * out who is in none of the groups that alone have access. One that fails does not keep the others
 * from it: the first failure is thrown when all have been tried. Safe for use from any thread.
 */
public final class GroupMemberships {

  private static final int AT_ONCE = 500;

  private final Surroundings surroundings;
  private final TeamMembers teamMembers;
  private final Channels channels;
  private final ChannelMembers channelMembers;

  /** The memberships in these teams and channels. */
  public GroupMemberships(
      Surroundings surroundings,
      TeamMembers teamMembers,
      Channels channels,
      ChannelMembers channelMembers) {
    this.surroundings = surroundings;
    this.teamMembers = teamMembers;
    this.channels = channels;
    this.channelMembers = channelMembers;
  }

  /** Teams and channels differ in the tables that they are in. */
  private enum Kind {
    TEAM(
        "Team",
        "teams",
        "exists (select 1 from team_members p where p.team_id = t.id and p.user_id = m.user_id"
            + " and p.delete_at = 0)",
        "exists (select 1 from team_members p where p.team_id = t.id and p.user_id = m.user_id)",
        "team_members p join teams t on t.id = p.team_id and p.delete_at = 0"),
    CHANNEL(
        "Channel",
        "channels",
        "exists (select 1 from channel_members p where p.channel_id = t.id and p.user_id ="
            + " m.user_id)",
        "(exists (select 1 from channel_members p where p.channel_id = t.id and p.user_id ="
            + " m.user_id) or exists (select 1 from channel_departures d where d.channel_id = t.id"
            + " and d.user_id = m.user_id))",
        "channel_members p join channels t on t.id = p.channel_id and t.kind in ('O', 'P') and"
            + " t.name <> 'town-square'");

    private final String type;
    private final String table;
    private final String isThere;
    private final String wasThere;
    private final String removable;

    Kind(String type, String table, String isThere, String wasThere, String removable) {
      this.type = type;
      this.table = table;
      this.isThere = isThere;
      this.wasThere = wasThere;
      this.removable = removable;
    }
  }

  /** A member, or one to be, of a team or channel. */
  private record Member(String placeId, String userId, boolean admin) {}

  /**
   * Makes members of groups members of the teams and channels whose ties ask for it.
   *
   * @param wanted since when, of which of the two, and whether those are brought back who left
   */
  public void create(CreateDefaultMembershipParams wanted) {
    Failures failures = new Failures();
    if (wanted.scopeTeams()) {
      each(last -> missing(Kind.TEAM, wanted, last), failures.after(this::joinTeam));
    }
    if (wanted.scopeChannels()) {
      each(
          last -> missing(Kind.CHANNEL, wanted, last),
          failures.after(member -> joinChannel(member, wanted.reAddRemovedMembers())));
    }
    failures.check();
  }

  /** Ends memberships in teams and channels for certain groups only of those who are in none. */
  public void deleteConstrained() {
    Failures failures = new Failures();
    each(
        last -> superfluous(Kind.CHANNEL, last),
        failures.after(member -> channelMembers.remove(member.placeId(), member.userId(), "")));
    each(
        last -> superfluous(Kind.TEAM, last),
        failures.after(member -> teamMembers.remove(member.placeId(), member.userId(), "")));
    failures.check();
  }

  private void joinTeam(Member member) {
    teamMembers.add(member.placeId(), member.userId(), "");
    if (member.admin()) {
      teamMembers.setRoles(member.placeId(), member.userId(), "team_user team_admin");
    }
  }

  private void joinChannel(Member member, boolean broughtBack) {
    Channel channel = channels.get(member.placeId());
    if (!isInTeam(channel.teamId(), member.userId(), broughtBack)) {
      return;
    }
    channelMembers.add(channel.id(), member.userId(), "");
    if (member.admin()) {
      channelMembers.setRoles(channel.id(), member.userId(), "channel_user channel_admin");
    }
  }

  /** Whether a user is in the team, made a member where that may be. */
  private boolean isInTeam(String teamId, String userId, boolean broughtBack) {
    boolean left =
        surroundings
            .database()
            .inTransaction(
                sql ->
                    sql.count(
                            "select count(*) from team_members where team_id = ? and user_id = ?"
                                + " and delete_at <> 0",
                            teamId,
                            userId)
                        > 0);
    if (left && !broughtBack) {
      return false;
    }
    teamMembers.add(teamId, userId, "");
    return true;
  }

  private List<Member> missing(
      Kind kind, CreateDefaultMembershipParams wanted, @Nullable Member last) {
    String query =
        ("select t.id, m.user_id, max(case when l.scheme_admin then 1 else 0 end)"
                + " from group_syncables l join %s t on t.id = l.syncable_id and t.delete_at = 0"
                + " join user_groups g on g.id = l.group_id and g.delete_at = 0"
                + " join group_members m on m.group_id = l.group_id and m.delete_at = 0"
                + " join users u on u.id = m.user_id and u.delete_at = 0"
                + " where l.syncable_type = ? and l.auto_add and l.delete_at = 0"
                + " and (m.create_at >= ? or l.update_at >= ?) and not %s"
                + " and t.id >= ? and (t.id > ? or m.user_id > ?)"
                + " group by t.id, m.user_id order by t.id, m.user_id limit ?")
            .formatted(kind.table, wanted.reAddRemovedMembers() ? kind.isThere : kind.wasThere);
    return after(last, query, kind.type, wanted.since(), wanted.since());
  }

  private List<Member> superfluous(Kind kind, @Nullable Member last) {
    String query =
        ("select t.id, p.user_id, 0 from %s join users u on u.id = p.user_id and not u.is_bot"
                + " where t.group_constrained and t.delete_at = 0 and not exists (select 1"
                + " from group_syncables l join user_groups g on g.id = l.group_id"
                + " join group_members m on m.group_id = l.group_id and m.user_id = p.user_id"
                + " where l.syncable_id = t.id and l.delete_at = 0 and g.delete_at = 0"
                + " and m.delete_at = 0) and t.id >= ? and (t.id > ? or p.user_id > ?)"
                + " order by t.id, p.user_id limit ?")
            .formatted(kind.removable);
    return after(last, query);
  }

  private List<Member> after(@Nullable Member last, String query, Object... parameters) {
    String placeId = last == null ? "" : last.placeId();
    String userId = last == null ? "" : last.userId();
    List<Object> all = new ArrayList<>(List.of(parameters));
    all.addAll(List.of(placeId, placeId, userId, AT_ONCE));
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.list(
                    query,
                    row -> new Member(row.getString(1), row.getString(2), row.getInt(3) != 0),
                    all.toArray()));
  }

  /** The members that come after the last one that was found; the first ones where it is null. */
  @FunctionalInterface
  private interface Source {
    List<Member> after(@Nullable Member last);
  }

  private static void each(Source source, Consumer<Member> action) {
    List<Member> some = source.after(null);
    while (!some.isEmpty()) {
      some.forEach(action);
      some = some.size() < AT_ONCE ? List.of() : source.after(some.get(some.size() - 1));
    }
  }

  /** Remembers the first failure. */
  private static final class Failures {
    private @Nullable AppError first;

    private Consumer<Member> after(Consumer<Member> action) {
      return member -> {
        try {
          action.accept(member);
        } catch (AppError failure) {
          if (first == null) {
            first = failure;
          }
        }
      };
    }

    private void check() {
      if (first != null) {
        throw first;
      }
    }
  }
}
