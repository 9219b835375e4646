package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.User;
import io.krait.api.model.UserGetOptions;
import io.krait.api.model.UserSearchOptions;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds users by what they are and where they belong. Safe for use from any thread. */
public final class UserSearch {

  private static final int USUAL_LIMIT = 100;

  private final Surroundings surroundings;
  private final UserRows rows;
  private final String viewer;

  /** Searches all users in the database of these surroundings. */
  public UserSearch(Surroundings surroundings) {
    this(surroundings, "");
  }

  private UserSearch(Surroundings surroundings, String viewer) {
    this.surroundings = surroundings;
    this.rows = new UserRows(surroundings.json());
    this.viewer = viewer;
  }

  /** Searches only those who are in a channel together with this user. */
  public UserSearch seenBy(String userId) {
    return new UserSearch(surroundings, userId);
  }

  /**
   * One page of the users that meet all filters.
   *
   * @throws AppError with status 400 where filters contradict one another, or the order is unknown
   */
  public List<User> list(UserGetOptions options) {
    if (options.active() && options.inactive()) {
      throw AppError.of(
          "api.user.get_users.filters.app_error", "active and inactive exclude one another", 400);
    }
    UserConditions conditions = conditions();
    conditions.team(options.inTeamId(), "");
    conditions.team(options.notInTeamId(), "not ");
    conditions.channel(options.inChannelId(), "");
    conditions.channel(options.notInChannelId(), "not ");
    conditions.group(options.inGroupId(), "");
    conditions.group(options.notInGroupId(), "not ");
    conditions.roles(options.role(), options.roles());
    conditions.teamRoles(options.inTeamId(), options.teamRoles());
    conditions.channelRoles(options.inChannelId(), options.channelRoles());
    if (options.groupConstrained()) {
      admitted(conditions, options.notInTeamId(), options.notInChannelId());
    }
    if (options.withoutTeam()) {
      conditions.withoutTeam();
    }
    if (options.active()) {
      conditions.add("u.delete_at = 0");
    }
    if (options.inactive()) {
      conditions.add("u.delete_at > 0");
    }
    if (options.updatedAfter() > 0) {
      conditions.add("u.update_at > ?", options.updatedAfter());
    }
    options.viewRestrictions().ifPresent(seen -> conditions.sharing(seen.teams(), seen.channels()));
    return page(conditions, order(options.sort()), Page.of(options.page(), options.perPage()));
  }

  /**
   * The users that a search finds, by name.
   *
   * @throws AppError with status 400 where filters contradict one another, or the limit is too
   *     large
   */
  public List<User> search(UserSearchOptions options) {
    UserConditions conditions = conditions();
    if (!options.term().isEmpty()) {
      String start = Patterns.startingWith(options.term().toLowerCase(Locale.ROOT));
      conditions.add(
          "(u.username like ? escape '!' or lower(u.nickname) like ? escape '!'"
              + " or lower(u.first_name) like ? escape '!' or lower(u.last_name) like ? escape '!'"
              + " or u.email like ? escape '!')",
          start,
          start,
          start,
          start,
          start);
    }
    conditions.team(options.teamId(), "");
    conditions.team(options.notInTeamId(), "not ");
    conditions.channel(options.inChannelId(), "");
    conditions.channel(options.notInChannelId(), "not ");
    conditions.group(options.inGroupId(), "");
    conditions.group(options.notInGroupId(), "not ");
    conditions.roles(options.role(), options.roles());
    conditions.teamRoles(options.teamId(), options.teamRoles());
    conditions.channelRoles(options.inChannelId(), options.channelRoles());
    if (options.groupConstrained()) {
      admitted(conditions, options.notInTeamId(), options.notInChannelId());
    }
    if (options.withoutTeam()) {
      conditions.withoutTeam();
    }
    if (!options.allowInactive()) {
      conditions.add("u.delete_at = 0");
    }
    int limit = options.limit() == 0 ? USUAL_LIMIT : options.limit();
    return page(conditions, "u.username", Page.of(0, limit));
  }

  /** One page of the members of a team, by name. */
  public List<User> inTeam(String teamId, Page page) {
    UserConditions conditions = conditions();
    conditions.add(
        "u.id in (select m.user_id from team_members m where m.team_id = ? and m.delete_at = 0)",
        teamId);
    return page(conditions, "u.username", page);
  }

  /** One page of the members of a channel, by name or by status. */
  public List<User> inChannel(String channelId, String sortBy, Page page) {
    if (!Set.of("", "username", "status").contains(sortBy)) {
      throw AppError.of(
          "api.user.get_users_in_channel.sort.app_error",
          "members cannot be sorted by " + sortBy,
          400);
    }
    UserConditions conditions = conditions();
    conditions.add(
        "u.id in (select m.user_id from channel_members m where m.channel_id = ?)", channelId);
    return page(conditions, order(sortBy), page);
  }

  /** Those of these users whom it finds. */
  public Set<String> among(Collection<String> ids) {
    Set<String> wanted = Set.copyOf(IdLists.bounded("user_ids", ids));
    if (viewer.isEmpty() || wanted.isEmpty()) {
      return wanted;
    }
    UserConditions conditions = conditions();
    conditions.ids(wanted);
    return surroundings
        .database()
        .inTransaction(
            sql ->
                rows
                    .where(
                        sql,
                        conditions.text(),
                        "u.username",
                        new Page(wanted.size(), 0),
                        conditions.parameters())
                    .stream()
                    .map(User::id)
                    .collect(Collectors.toSet()));
  }

  private UserConditions conditions() {
    UserConditions conditions = new UserConditions();
    if (!viewer.isEmpty()) {
      conditions.seenBy(viewer);
    }
    return conditions;
  }

  private static void admitted(UserConditions conditions, String teamId, String channelId) {
    if (teamId.isEmpty() && channelId.isEmpty()) {
      throw AppError.of(
          "api.user.get_users.filters.app_error",
          "group_constrained goes with a team or a channel that the users are not in",
          400);
    }
    if (!teamId.isEmpty()) {
      conditions.admittedTo(teamId);
    }
    if (!channelId.isEmpty()) {
      conditions.admittedTo(channelId);
    }
  }

  private static String order(String sort) {
    return switch (sort) {
      case "", "username" -> "u.username";
      case "create_at" -> "u.create_at desc, u.username";
      case "update_at" -> "u.update_at, u.username";
      case "last_activity_at" ->
          "(select s.last_activity_at from statuses s where s.user_id = u.id) desc nulls last,"
              + " u.username";
      case "status" ->
          "(select case s.status when 'online' then 0 when 'away' then 1 when 'dnd' then 2"
              + " else 3 end from statuses s where s.user_id = u.id) nulls last, u.username";
      case "display_name" ->
          "lower(coalesce(nullif(u.nickname, ''), nullif(trim(u.first_name || ' ' || u.last_name),"
              + " ''), u.username)), u.username";
      default ->
          throw AppError.of(
              "api.user.get_users.sort.app_error", "users cannot be sorted by " + sort, 400);
    };
  }

  private List<User> page(UserConditions conditions, String order, Page page) {
    return surroundings
        .database()
        .inTransaction(
            sql -> rows.where(sql, conditions.text(), order, page, conditions.parameters()));
  }
}
