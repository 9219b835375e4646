package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.Team;
import io.krait.api.model.TeamMember;
import io.krait.api.model.TeamMemberWithError;
import io.krait.api.model.TeamStats;
import io.krait.api.model.User;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who belongs to which team. Safe for use from any thread. */
public final class TeamMembers {

  private static final int MOST_AT_ONCE = 1000;

  private final Surroundings surroundings;
  private final Database database;
  private final Users users;
  private final Teams teams;
  private final SystemPosts announcements;
  private final ChannelRows channels;

  /** The members of these teams. What happens to them is said by means of these posts. */
  public TeamMembers(Surroundings surroundings, Users users, Teams teams, Posts posts) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.users = users;
    this.teams = teams;
    this.announcements = new SystemPosts(posts);
    this.channels = new ChannelRows(surroundings.json());
  }

  /**
   * Makes a user a member of a team and of the channels that every member is in.
   *
   * @param actorId who does it; empty for the user, or for nobody in particular
   */
  public TeamMember add(String teamId, String userId, String actorId) {
    Optional<User> actor = actor(userId, actorId);
    record Outcome(User user, TeamMember member, boolean joined, List<ChannelMember> channels) {}
    Outcome outcome =
        database.untilNobodyInterferes(
            sql -> {
              Team team = teams.existing(sql, teamId);
              User user = users.existing(sql, userId);
              lock(sql, teamId, userId);
              Optional<TeamMember> before = TeamRows.member(sql, teamId, userId);
              if (before.isPresent() && before.get().deleteAt() == 0) {
                return new Outcome(user, before.get(), false, List.of());
              }
              checkAdmits(sql, team, user);
              if (before.isPresent()) {
                sql.change(
                    "update team_members set delete_at = 0, create_at = ?, roles = ?"
                        + " where team_id = ? and user_id = ?",
                    surroundings.now(),
                    Roles.ofNewMember(sql, userId, "team"),
                    teamId,
                    userId);
              } else {
                TeamRows.insertMember(sql, teamId, userId, surroundings.now());
              }
              List<ChannelMember> joined =
                  Roles.isGuest(sql, userId)
                      ? List.of()
                      : channels.joinUsual(sql, surroundings, teamId, userId);
              TeamMember member = TeamRows.member(sql, teamId, userId).orElseThrow();
              return new Outcome(user, member, true, joined);
            });
    if (outcome.joined()) {
      surroundings.hooks().userHasJoinedTeam(outcome.member(), actor.orElse(null));
      for (ChannelMember member : outcome.channels()) {
        surroundings.hooks().userHasJoinedChannel(member, actor.orElse(null));
      }
      for (ChannelMember member : outcome.channels()) {
        if (isFirst(teamId, member.channelId())) {
          announcements.joinedTeam(member.channelId(), outcome.user(), actor.orElse(null));
        } else {
          announcements.joinedChannel(member.channelId(), outcome.user(), actor.orElse(null));
        }
      }
    }
    return outcome.member();
  }

  private boolean isFirst(String teamId, String channelId) {
    return firstChannel(teamId).filter(first -> first.id().equals(channelId)).isPresent();
  }

  private Optional<Channel> firstChannel(String teamId) {
    return database.inTransaction(sql -> channels.byName(sql, teamId, ChannelRows.DEFAULT_NAME));
  }

  /** Makes users members until the first failure. */
  public List<TeamMember> addAll(String teamId, List<String> userIds, String actorId) {
    checkNumber(userIds);
    teams.get(teamId);
    return userIds.stream().map(userId -> add(teamId, userId, actorId)).toList();
  }

  /** Makes users members, going on after failures. */
  public List<TeamMemberWithError> addGracefully(
      String teamId, List<String> userIds, String actorId) {
    checkNumber(userIds);
    teams.get(teamId);
    List<TeamMemberWithError> results = new ArrayList<>();
    for (String userId : userIds) {
      TeamMemberWithError.Builder result = TeamMemberWithError.builder().userId(userId);
      try {
        result.member(add(teamId, userId, actorId));
      } catch (AppError error) {
        result.error(error);
      }
      results.add(result.build());
    }
    return results;
  }

  /** Takes a user out of a team and of all its channels. */
  public void remove(String teamId, String userId, String actorId) {
    Optional<User> actor = actor(userId, actorId);
    record Outcome(User user, TeamMember member, List<ChannelMember> channels) {}
    Outcome outcome =
        database.inTransaction(
            sql -> {
              teams.existing(sql, teamId);
              User user = users.existing(sql, userId);
              lock(sql, teamId, userId);
              TeamMember member =
                  TeamRows.member(sql, teamId, userId)
                      .filter(found -> found.deleteAt() == 0)
                      .orElseThrow(() -> noMember(teamId, userId));
              sql.change(
                  "update team_members set delete_at = ?, roles = '' where team_id = ? and user_id"
                      + " = ?",
                  surroundings.now(),
                  teamId,
                  userId);
              List<ChannelMember> left = channels.leaveAll(sql, teamId, userId);
              return new Outcome(
                  user, TeamRows.member(sql, member.teamId(), member.userId()).orElseThrow(), left);
            });
    for (ChannelMember left : outcome.channels()) {
      surroundings.hooks().userHasLeftChannel(left, actor.orElse(null));
    }
    surroundings.hooks().userHasLeftTeam(outcome.member(), actor.orElse(null));
    firstChannel(teamId)
        .filter(first -> first.deleteAt() == 0)
        .ifPresent(
            first -> announcements.leftTeam(first.id(), outcome.user(), actorId.equals(userId)));
  }

  /** One page of the present memberships of a team. */
  public List<TeamMember> list(String teamId, Page page) {
    return database.inTransaction(
        sql ->
            TeamRows.members(
                sql,
                "team_id = ? and delete_at = 0" + " order by user_id limit ? offset ?",
                teamId,
                page.limit(),
                page.offset()));
  }

  /** The membership of a user in a team, present or not. */
  public TeamMember get(String teamId, String userId) {
    return database
        .inTransaction(sql -> TeamRows.member(sql, teamId, userId))
        .orElseThrow(() -> noMember(teamId, userId));
  }

  /** The memberships of those of these users who are members. */
  public List<TeamMember> byIds(String teamId, List<String> userIds) {
    List<Object> parameters = new ArrayList<>(List.of(teamId));
    parameters.addAll(IdLists.bounded("user_ids", userIds));
    return userIds.isEmpty()
        ? List.of()
        : database.inTransaction(
            sql ->
                TeamRows.members(
                    sql,
                    "team_id = ? and delete_at = 0 and user_id in " + Sql.marks(userIds.size()),
                    parameters.toArray()));
  }

  /** One page of the memberships of a user. */
  public List<TeamMember> ofUser(String userId, Page page) {
    return database.inTransaction(
        sql ->
            TeamRows.members(
                sql,
                "user_id = ? and delete_at = 0" + " order by team_id limit ? offset ?",
                userId,
                page.limit(),
                page.offset()));
  }

  /** Replaces the roles that a member has in a team. */
  public TeamMember setRoles(String teamId, String userId, String roles) {
    return changeRoles(teamId, userId, before -> roles);
  }

  /** Replaces the roles of a member by what is made of them; nobody changes them meanwhile. */
  public TeamMember changeRoles(String teamId, String userId, UnaryOperator<String> change) {
    return database.inTransaction(
        sql -> {
          lock(sql, teamId, userId);
          TeamMember before =
              TeamRows.member(sql, teamId, userId)
                  .filter(member -> member.deleteAt() == 0)
                  .orElseThrow(() -> noMember(teamId, userId));
          sql.change(
              "update team_members set roles = ? where team_id = ? and user_id = ?",
              Roles.check(sql, before.roles(), change.apply(before.roles()), "team"),
              teamId,
              userId);
          return TeamRows.member(sql, teamId, userId).orElseThrow();
        });
  }

  /** Counts the members of a team. */
  public TeamStats stats(String teamId) {
    return database.inTransaction(
        sql -> {
          teams.existing(sql, teamId);
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

  boolean hasMember(Sql sql, String teamId, String userId) {
    return TeamRows.member(sql, teamId, userId)
        .filter(member -> member.deleteAt() == 0)
        .isPresent();
  }

  Optional<TeamMember> find(Sql sql, String teamId, String userId) {
    return TeamRows.member(sql, teamId, userId);
  }

  private static void lock(Sql sql, String teamId, String userId) {
    sql.lock("team_members", "team_id = ? and user_id = ?", teamId, userId);
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

  private static void checkAdmits(Sql sql, Team team, User user) {
    if (team.groupConstrained().orElse(false) && !GroupTies.admit(sql, team.id(), user.id())) {
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

  private static AppError noMember(String teamId, String userId) {
    return AppError.of(
        "app.team.get_member.missing.app_error",
        "user %s is not a member of team %s".formatted(userId, teamId),
        404);
  }
}
