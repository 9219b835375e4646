package io.krait.host.internal.chat;

import io.krait.api.Nullable;
import io.krait.api.model.Team;
import io.krait.api.model.TeamMember;
import io.krait.api.model.TeamType;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Teams and who belongs to them as rows. */
final class TeamRows {

  static final String MEMBER = "team_user";

  private TeamRows() {}

  static Optional<Team> byId(Sql sql, String id) {
    return sql.first("select * from teams where id = ?", TeamRows::team, id);
  }

  static Optional<Team> byName(Sql sql, String name) {
    return sql.first("select * from teams where name = ?", TeamRows::team, name);
  }

  static List<Team> list(Sql sql, String conditionAndOrder, @Nullable Object... parameters) {
    return sql.list(
        "select t.* from teams t where " + conditionAndOrder, TeamRows::team, parameters);
  }

  static Optional<TeamMember> member(Sql sql, String teamId, String userId) {
    return sql.first(
        "select * from team_members where team_id = ? and user_id = ?",
        TeamRows::member,
        teamId,
        userId);
  }

  static List<TeamMember> members(
      Sql sql, String conditionAndOrder, @Nullable Object... parameters) {
    return sql.list(
        "select * from team_members where " + conditionAndOrder, TeamRows::member, parameters);
  }

  static void insertMember(Sql sql, String teamId, String userId, long now) {
    sql.insert(
        "team_members",
        "team_id",
        teamId,
        "user_id",
        userId,
        "roles",
        Roles.ofNewMember(sql, userId, "team"),
        "create_at",
        now,
        "delete_at",
        0L);
  }

  static void insert(Sql sql, Team team) {
    sql.insert(
        "teams",
        "id",
        team.id(),
        "create_at",
        team.createAt(),
        "update_at",
        team.updateAt(),
        "delete_at",
        0L,
        "display_name",
        team.displayName(),
        "name",
        team.name(),
        "description",
        team.description(),
        "email",
        team.email(),
        "kind",
        team.type().code(),
        "company_name",
        team.companyName(),
        "allowed_domains",
        team.allowedDomains(),
        "invite_id",
        team.inviteId(),
        "allow_open_invite",
        team.allowOpenInvite(),
        "group_constrained",
        team.groupConstrained().orElse(null));
  }

  private static Team team(ResultSet row) throws SQLException {
    return Team.builder()
        .id(row.getString("id"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .deleteAt(row.getLong("delete_at"))
        .displayName(row.getString("display_name"))
        .name(row.getString("name"))
        .description(row.getString("description"))
        .email(row.getString("email"))
        .type("I".equals(row.getString("kind")) ? TeamType.INVITE : TeamType.OPEN)
        .companyName(row.getString("company_name"))
        .allowedDomains(row.getString("allowed_domains"))
        .inviteId(row.getString("invite_id"))
        .allowOpenInvite(row.getBoolean("allow_open_invite"))
        .groupConstrained(ChannelRows.optional(row, "group_constrained"))
        .lastTeamIconUpdate(row.getLong("last_icon_update"))
        .build();
  }

  private static TeamMember member(ResultSet row) throws SQLException {
    @Nullable String roles = row.getString("roles");
    return TeamMember.builder()
        .teamId(row.getString("team_id"))
        .userId(row.getString("user_id"))
        .roles(roles)
        .createAt(row.getLong("create_at"))
        .deleteAt(row.getLong("delete_at"))
        .schemeUser(Roles.names(roles).contains(MEMBER))
        .schemeAdmin(Roles.names(roles).contains("team_admin"))
        .schemeGuest(Roles.names(roles).contains("team_guest"))
        .build();
  }
}
