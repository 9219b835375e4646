package io.krait.host.internal.chat;

import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Conditions on users that all must hold, with their parameters. */
final class UserConditions {
  private final List<String> texts = new ArrayList<>(List.of("1 = 1"));
  private final List<Object> parameters = new ArrayList<>();

  void add(String text, Object... values) {
    texts.add(text);
    parameters.addAll(List.of(values));
  }

  void team(String id, String not) {
    if (!id.isEmpty()) {
      add(
          "u.id "
              + not
              + "in (select m.user_id from team_members m where m.team_id = ? and m.delete_at = 0)",
          id);
    }
  }

  void channel(String id, String not) {
    if (!id.isEmpty()) {
      add(
          "u.id " + not + "in (select m.user_id from channel_members m where m.channel_id = ?)",
          id);
    }
  }

  void ids(Collection<String> ids) {
    add("u.id in " + Sql.marks(ids.size()), ids.toArray());
  }

  void withoutTeam() {
    add("not exists (select 1 from team_members m where m.user_id = u.id and m.delete_at = 0)");
  }

  void group(String id, String not) {
    if (!id.isEmpty()) {
      add(
          "u.id "
              + not
              + "in (select m.user_id from group_members m where m.group_id = ? and m.delete_at = 0)",
          id);
    }
  }

  /** Those whom groups would admit that are linked to a team or a channel. */
  void admittedTo(String teamOrChannelId) {
    add(
        "exists (select 1 from group_members m join group_syncables s on s.group_id = m.group_id"
            + " and s.delete_at = 0 where m.user_id = u.id and m.delete_at = 0 and s.syncable_id ="
            + " ?)",
        teamOrChannelId);
  }

  void roles(String role, List<String> roles) {
    List<String> wanted = new ArrayList<>(IdLists.bounded("roles", roles));
    if (!role.isEmpty()) {
      wanted.add(role);
    }
    if (!wanted.isEmpty()) {
      add(anyOf("u.roles", wanted), patterns(wanted).toArray());
    }
  }

  /** Those who have one of these roles in the team; in any team where the id is empty. */
  void teamRoles(String teamId, List<String> roles) {
    membersRoles("team_members m where m.delete_at = 0 and", "team_id", teamId, roles);
  }

  /** Those who have one of these roles in the channel; in any channel where the id is empty. */
  void channelRoles(String channelId, List<String> roles) {
    membersRoles("channel_members m where", "channel_id", channelId, roles);
  }

  private void membersRoles(String from, String column, String id, List<String> roles) {
    List<String> wanted = IdLists.bounded("roles", roles);
    if (wanted.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>(patterns(wanted));
    String place = "";
    if (!id.isEmpty()) {
      place = " and m." + column + " = ?";
      values.add(id);
    }
    add(
        "exists (select 1 from %s m.user_id = u.id and %s%s)"
            .formatted(from, anyOf("m.roles", wanted), place),
        values.toArray());
  }

  /** Those who share one of these teams or channels; nobody where there are none. */
  void sharing(List<String> teams, List<String> channels) {
    IdLists.bounded("teams", teams);
    IdLists.bounded("channels", channels);
    List<String> shared = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    if (!teams.isEmpty()) {
      shared.add(
          "u.id in (select m.user_id from team_members m where m.delete_at = 0 and m.team_id in "
              + Sql.marks(teams.size())
              + ")");
      values.addAll(teams);
    }
    if (!channels.isEmpty()) {
      shared.add(
          "u.id in (select m.user_id from channel_members m where m.channel_id in "
              + Sql.marks(channels.size())
              + ")");
      values.addAll(channels);
    }
    add(shared.isEmpty() ? "1 = 0" : "(" + String.join(" or ", shared) + ")", values.toArray());
  }

  /** Those whom a user sees who sees nobody but members of the same channels. */
  void seenBy(String userId) {
    add(
        "u.id in (select cast(? as varchar) union all select m.user_id from channel_members m join channel_members o"
            + " on o.channel_id = m.channel_id where o.user_id = ?)",
        userId,
        userId);
  }

  private static String anyOf(String column, List<String> roles) {
    return "("
        + String.join(
            " or ",
            Collections.nCopies(roles.size(), "' ' || " + column + " || ' ' like ? escape '!'"))
        + ")";
  }

  private static List<String> patterns(List<String> roles) {
    return roles.stream().map(name -> "% " + Patterns.escaped(name) + " %").toList();
  }

  String text() {
    return String.join(" and ", texts);
  }

  List<Object> parameters() {
    return parameters;
  }
}
