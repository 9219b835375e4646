package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Team;
import io.krait.api.model.TeamMember;
import io.krait.api.model.TeamMemberWithError;
import io.krait.api.model.TeamStats;
import io.krait.api.model.TeamType;
import io.krait.api.model.User;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Teams and who belongs to them. Safe for use from any thread. */
public final class Teams {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,63}");
  private static final int MOST_AT_ONCE = 1000;
  private static final String MEMBER = "team_user";

  private final Surroundings surroundings;
  private final Database database;
  private final Users users;
  private final ChannelRows channels;

  /** The teams of these users. */
  public Teams(Surroundings surroundings, Users users) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.users = users;
    this.channels = new ChannelRows(surroundings.json());
  }

  /**
   * Creates a team with its usual channels; nobody is a member.
   *
   * @throws AppError with status 400 where a value is not allowed, 409 where the name is taken
   */
  public Team create(Team wanted) {
    long now = surroundings.now();
    Team team =
        wanted.toBuilder()
            .id(surroundings.ids().next())
            .createAt(now)
            .updateAt(now)
            .deleteAt(0)
            .type(wanted.type() == TeamType.UNSPECIFIED ? TeamType.OPEN : wanted.type())
            .inviteId(surroundings.ids().next())
            .build();
    if (!NAME.matcher(team.name()).matches()) {
      throw invalid(
          "characters",
          "a team's name has 2 to 64 lower-case letters, digits and hyphens and begins with a"
              + " letter");
    }
    check(team);
    try {
      return database.inTransaction(
          sql -> {
            insert(sql, team);
            channels.insertUsual(sql, surroundings, team.id());
            return existing(sql, team.id());
          });
    } catch (DuplicateException taken) {
      throw AppError.of(
          "app.team.save.existing.app_error", "there is a team named " + team.name(), 409);
    }
  }

  /**
   * The team with this id, archived or not.
   *
   * @throws AppError with status 404 where there is none
   */
  public Team get(String id) {
    return database.inTransaction(sql -> existing(sql, id));
  }

  /** The team with this name. */
  public Team byName(String name) {
    return database
        .inTransaction(
            sql ->
                sql.first(
                    "select * from teams where name = ?",
                    Teams::team,
                    name.toLowerCase(Locale.ROOT)))
        .orElseThrow(
            () ->
                AppError.of(
                    "app.team.get_by_name.missing.app_error",
                    "there is no team named " + name,
                    404));
  }

  /** All teams by display name, archived ones included. */
  public List<Team> all() {
    return database.inTransaction(
        sql -> sql.list("select * from teams order by display_name, id", Teams::team));
  }

  /** The teams whose names contain a term. */
  public List<Team> search(String term) {
    String pattern = Patterns.containing(term.toLowerCase(Locale.ROOT));
    return database.inTransaction(
        sql ->
            sql.list(
                "select * from teams where delete_at = 0 and (name like ? escape '!'"
                    + " or lower(display_name) like ? escape '!') order by display_name, id",
                Teams::team,
                pattern,
                pattern));
  }

  /** The teams that a user is a member of. */
  public List<Team> ofUser(String userId) {
    return database.inTransaction(
        sql ->
            sql.list(
                "select t.* from teams t join team_members m on m.team_id = t.id"
                    + " where m.user_id = ? and m.delete_at = 0 and t.delete_at = 0"
                    + " order by t.display_name, t.id",
                Teams::team,
                userId));
  }

  /** Replaces the values of a team that can be edited. */
  public Team update(Team wanted) {
    return database.inTransaction(
        sql -> {
          existing(sql, wanted.id());
          check(wanted);
          sql.change(
              "update teams set update_at = ?, display_name = ?, description = ?, company_name = ?,"
                  + " allowed_domains = ?, allow_open_invite = ?, group_constrained = ?"
                  + " where id = ?",
              surroundings.now(),
              wanted.displayName(),
              wanted.description(),
              wanted.companyName(),
              wanted.allowedDomains(),
              wanted.allowOpenInvite(),
              wanted.groupConstrained().orElse(null),
              wanted.id());
          return existing(sql, wanted.id());
        });
  }

  /** Archives a team. */
  public void archive(String id) {
    database.inTransaction(
        sql -> {
          existing(sql, id);
          return sql.change(
              "update teams set delete_at = ?, update_at = ? where id = ? and delete_at = 0",
              surroundings.now(),
              surroundings.now(),
              id);
        });
  }

  /**
   * Makes a user a member of a team and of the channels that every member is in.
   *
   * @param actorId who does it; empty for the user, or for nobody in particular
   */
  public TeamMember addMember(String teamId, String userId, String actorId) {
    Optional<User> actor = actor(userId, actorId);
    record Outcome(TeamMember member, boolean joined) {}
    Outcome outcome =
        database.inTransaction(
            sql -> {
              Team team = existing(sql, teamId);
              User user = users.existing(sql, userId);
              Optional<TeamMember> before = member(sql, teamId, userId);
              if (before.isPresent() && before.get().deleteAt() == 0) {
                return new Outcome(before.get(), false);
              }
              checkAdmits(team, user);
              if (before.isPresent()) {
                sql.change(
                    "update team_members set delete_at = 0, create_at = ?, roles = ?"
                        + " where team_id = ? and user_id = ?",
                    surroundings.now(),
                    MEMBER,
                    teamId,
                    userId);
              } else {
                insertMember(sql, teamId, userId);
              }
              channels.joinUsual(sql, surroundings, teamId, userId);
              return new Outcome(member(sql, teamId, userId).orElseThrow(), true);
            });
    if (outcome.joined()) {
      surroundings.hooks().userHasJoinedTeam(outcome.member(), actor.orElse(null));
    }
    return outcome.member();
  }

  /** Makes users members until the first failure. */
  public List<TeamMember> addMembers(String teamId, List<String> userIds, String actorId) {
    checkNumber(userIds);
    get(teamId);
    return userIds.stream().map(userId -> addMember(teamId, userId, actorId)).toList();
  }

  /** Makes users members, going on after failures. */
  public List<TeamMemberWithError> addMembersGracefully(
      String teamId, List<String> userIds, String actorId) {
    checkNumber(userIds);
    get(teamId);
    List<TeamMemberWithError> results = new ArrayList<>();
    for (String userId : userIds) {
      TeamMemberWithError.Builder result = TeamMemberWithError.builder().userId(userId);
      try {
        result.member(addMember(teamId, userId, actorId));
      } catch (AppError error) {
        result.error(error);
      }
      results.add(result.build());
    }
    return results;
  }

  /** Takes a user out of a team and of all its channels. */
  public void removeMember(String teamId, String userId, String actorId) {
    Optional<User> actor = actor(userId, actorId);
    TeamMember left =
        database.inTransaction(
            sql -> {
              existing(sql, teamId);
              users.existing(sql, userId);
              TeamMember member =
                  member(sql, teamId, userId)
                      .filter(found -> found.deleteAt() == 0)
                      .orElseThrow(() -> noMember(teamId, userId));
              sql.change(
                  "update team_members set delete_at = ?, roles = '' where team_id = ? and user_id"
                      + " = ?",
                  surroundings.now(),
                  teamId,
                  userId);
              sql.change(
                  "delete from channel_members where user_id = ? and channel_id in"
                      + " (select id from channels where team_id = ?)",
                  userId,
                  teamId);
              return member(sql, member.teamId(), member.userId()).orElseThrow();
            });
    surroundings.hooks().userHasLeftTeam(left, actor.orElse(null));
  }

  /** One page of the present memberships of a team. */
  public List<TeamMember> members(String teamId, Page page) {
    return database.inTransaction(
        sql ->
            sql.list(
                "select * from team_members where team_id = ? and delete_at = 0"
                    + " order by user_id limit ? offset ?",
                Teams::member,
                teamId,
                page.limit(),
                page.offset()));
  }

  /** The membership of a user in a team, present or not. */
  public TeamMember member(String teamId, String userId) {
    return database
        .inTransaction(sql -> member(sql, teamId, userId))
        .orElseThrow(() -> noMember(teamId, userId));
  }

  /** One page of the memberships of a user. */
  public List<TeamMember> membersOfUser(String userId, Page page) {
    return database.inTransaction(
        sql ->
            sql.list(
                "select * from team_members where user_id = ? and delete_at = 0"
                    + " order by team_id limit ? offset ?",
                Teams::member,
                userId,
                page.limit(),
                page.offset()));
  }

  /** Replaces the roles that a member has in a team. */
  public TeamMember setRoles(String teamId, String userId, String roles) {
    return database.inTransaction(
        sql -> {
          if (!hasMember(sql, teamId, userId)) {
            throw noMember(teamId, userId);
          }
          sql.change(
              "update team_members set roles = ? where team_id = ? and user_id = ?",
              Roles.check(roles, "team_"),
              teamId,
              userId);
          return member(sql, teamId, userId).orElseThrow();
        });
  }

  /** Counts the members of a team. */
  public TeamStats stats(String teamId) {
    return database.inTransaction(
        sql -> {
          existing(sql, teamId);
          String members =
              "select count(*) from team_members m join users u on u.id = m.user_id"
                  + " where m.team_id = ? and m.delete_at = 0";
          return TeamStats.builder()
              .teamId(teamId)
              .totalMemberCount(sql.count(members, teamId))
              .activeMemberCount(sql.count(members + " and u.delete_at = 0", teamId))
              .build();
        });
  }

  Team existing(Sql sql, String id) {
    return sql.first("select * from teams where id = ?", Teams::team, id)
        .orElseThrow(
            () -> AppError.of("app.team.get.find.app_error", "there is no team " + id, 404));
  }

  boolean hasMember(Sql sql, String teamId, String userId) {
    return member(sql, teamId, userId).filter(member -> member.deleteAt() == 0).isPresent();
  }

  Optional<TeamMember> member(Sql sql, String teamId, String userId) {
    return sql.first(
        "select * from team_members where team_id = ? and user_id = ?",
        Teams::member,
        teamId,
        userId);
  }

  private Optional<User> actor(String userId, String actorId) {
    return actorId.isEmpty() || actorId.equals(userId) ? Optional.empty() : users.find(actorId);
  }

  private static void checkNumber(List<String> userIds) {
    if (userIds.size() > MOST_AT_ONCE) {
      throw AppError.of(
          "api.team.add_members.too_many.app_error",
          "at most %d users can be added at once".formatted(MOST_AT_ONCE),
          400);
    }
  }

  private static void checkAdmits(Team team, User user) {
    if (team.groupConstrained().orElse(false)) {
      throw AppError.of(
          "api.team.add_members.group_constrained.app_error",
          "only members of certain groups can join this team",
          400);
    }
    List<String> domains =
        List.of(
            team.allowedDomains().toLowerCase(Locale.ROOT).replace(',', ' ').trim().split(" +"));
    boolean admits =
        user.isBot()
            || domains.get(0).isEmpty()
            || domains.stream()
                .anyMatch(domain -> user.email().endsWith("@" + domain.replace("@", "")));
    if (!admits) {
      throw AppError.of(
          "api.team.join_user_to_team.allowed_domains.app_error",
          "the user's address is in none of the team's domains",
          400);
    }
  }

  private static void check(Team team) {
    if (team.displayName().isBlank() || team.displayName().length() > 64) {
      throw invalid("name", "a team's display name has 1 to 64 characters");
    }
    if (team.description().length() > 255) {
      throw invalid("description", "a team's description has at most 255 characters");
    }
    if (team.email().length() > 128) {
      throw invalid("email", "a team's address has at most 128 characters");
    }
    if (team.companyName().length() > 64) {
      throw invalid("company", "a company's name has at most 64 characters");
    }
    if (team.allowedDomains().length() > 500) {
      throw invalid("domains", "a team's domains have at most 500 characters");
    }
  }

  private static AppError invalid(String field, String message) {
    return AppError.of("model.team.is_valid." + field + ".app_error", message, 400);
  }

  private static AppError noMember(String teamId, String userId) {
    return AppError.of(
        "app.team.get_member.missing.app_error",
        "user %s is not a member of team %s".formatted(userId, teamId),
        404);
  }

  private void insertMember(Sql sql, String teamId, String userId) {
    sql.insert(
        "team_members",
        "team_id",
        teamId,
        "user_id",
        userId,
        "roles",
        MEMBER,
        "create_at",
        surroundings.now(),
        "delete_at",
        0L);
  }

  private static void insert(Sql sql, Team team) {
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
