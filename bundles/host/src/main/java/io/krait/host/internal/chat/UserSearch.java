package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.User;
import io.krait.api.model.UserGetOptions;
import io.krait.api.model.UserSearchOptions;
import java.util.List;
import java.util.Locale;

/** Finds users by what they are and where they belong. Safe for use from any thread. */
public final class UserSearch {

  private final Surroundings surroundings;
  private final UserRows rows;

  /** Searches the database of these surroundings. */
  public UserSearch(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.rows = new UserRows(surroundings.json());
  }

  /** One page of the users that meet all filters. */
  public List<User> list(UserGetOptions options) {
    if (options.active() && options.inactive()) {
      throw AppError.of(
          "api.user.get_users.filters.app_error", "active and inactive exclude one another", 400);
    }
    String order =
        switch (options.sort()) {
          case "", "username" -> "u.username";
          case "create_at" -> "u.create_at desc, u.username";
          case "update_at" -> "u.update_at, u.username";
          default ->
              throw AppError.of(
                  "api.user.get_users.sort.app_error",
                  "users cannot be sorted by " + options.sort(),
                  400);
        };
    UserConditions conditions = new UserConditions();
    conditions.team(options.inTeamId(), "");
    conditions.team(options.notInTeamId(), "not ");
    conditions.channel(options.inChannelId(), "");
    conditions.channel(options.notInChannelId(), "not ");
    conditions.roles(options.role(), options.roles());
    if (options.withoutTeam()) {
      conditions.add(
          "not exists (select 1 from team_members m where m.user_id = u.id and m.delete_at = 0)");
    }
    if (options.active()) {
      conditions.add("u.delete_at = 0");
    }
    if (options.inactive()) {
      conditions.add("u.delete_at <> 0");
    }
    if (options.updatedAfter() > 0) {
      conditions.add("u.update_at > ?", options.updatedAfter());
    }
    return page(conditions, order, Page.of(options.page(), options.perPage()));
  }

  /** The users that a search finds, by name. */
  public List<User> search(UserSearchOptions options) {
    UserConditions conditions = new UserConditions();
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
    conditions.roles(options.role(), options.roles());
    if (options.withoutTeam()) {
      conditions.add(
          "not exists (select 1 from team_members m where m.user_id = u.id and m.delete_at = 0)");
    }
    if (!options.allowInactive()) {
      conditions.add("u.delete_at = 0");
    }
    int limit = options.limit() == 0 ? 100 : options.limit();
    return page(conditions, "u.username", Page.of(0, limit));
  }

  /** One page of the members of a team, by name. */
  public List<User> inTeam(String teamId, Page page) {
    UserConditions conditions = new UserConditions();
    conditions.add(
        "exists (select 1 from team_members m where m.user_id = u.id and m.delete_at = 0 and"
            + " m.team_id = ?)",
        teamId);
    return page(conditions, "u.username", page);
  }

  /** One page of the members of a channel, by name or by status. */
  public List<User> inChannel(String channelId, String sortBy, Page page) {
    String order =
        switch (sortBy) {
          case "", "username" -> "u.username";
          case "status" ->
              "(select case s.status when 'online' then 0 when 'away' then 1 when 'dnd' then 2"
                  + " else 3 end from statuses s where s.user_id = u.id) nulls last, u.username";
          default ->
              throw AppError.of(
                  "api.user.get_users_in_channel.sort.app_error",
                  "members cannot be sorted by " + sortBy,
                  400);
        };
    UserConditions conditions = new UserConditions();
    conditions.add(
        "exists (select 1 from channel_members m where m.user_id = u.id and m.channel_id = ?)",
        channelId);
    return page(conditions, order, page);
  }

  private List<User> page(UserConditions conditions, String order, Page page) {
    return surroundings
        .database()
        .inTransaction(
            sql -> rows.where(sql, conditions.text(), order, page, conditions.parameters()));
  }
}
