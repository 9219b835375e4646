package io.krait.host.internal.groups;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Group;
import io.krait.api.model.GroupSearchOpts;
import io.krait.api.model.ViewUsersRestrictions;
import io.krait.host.internal.chat.IdLists;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Patterns;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The groups that there are. Safe for use from any thread. */
public final class GroupCatalogue {

  private final Surroundings surroundings;
  private final Database database;

  /** The groups in the database of these surroundings. */
  public GroupCatalogue(Surroundings surroundings) {
    this.surroundings = surroundings;
    database = surroundings.database();
  }

  /**
   * Makes a group.
   *
   * @throws AppError with status 400 where it is not valid, 409 where its name, or its id at the
   *     source, is taken
   */
  public Group create(Group wanted) {
    GroupRules.check(wanted);
    Group group =
        wanted.toBuilder()
            .id(surroundings.ids().next())
            .createAt(surroundings.now())
            .updateAt(surroundings.now())
            .build();
    return unlessTaken(
        sql -> {
          checkName(sql, group);
          GroupRows.insert(sql, group);
          return GroupRows.existing(sql, group.id());
        });
  }

  /** A group, deleted or not; fails with 404 where there is no such group. */
  public Group get(String id) {
    return database.inTransaction(sql -> GroupRows.existing(sql, id));
  }

  /** The group of this name; fails with 404 where there is no such group. */
  public Group byName(String name) {
    return one("no group named " + name, "g.name = ?", name);
  }

  /** The group that a source knows by this id; fails with 404 where there is no such group. */
  public Group byRemoteId(String remoteId, String source) {
    return one(
        "no group %s of %s".formatted(remoteId, source),
        "g.source = ? and g.remote_id = ?",
        source,
        remoteId);
  }

  /** All groups of a source that are not deleted. */
  public List<Group> ofSource(String source) {
    return database.inTransaction(
        sql -> GroupRows.list(sql, "g.source = ? and g.delete_at = 0 order by g.id", source));
  }

  /** All groups that a user is in and that are not deleted. */
  public List<Group> ofUser(String userId) {
    return database.inTransaction(
        sql ->
            GroupRows.list(
                sql,
                "g.delete_at = 0 and g.id in (select m.group_id from group_members m where"
                    + " m.user_id = ? and m.delete_at = 0) order by g.id",
                userId));
  }

  /**
   * One page of the groups that are asked for, by display name.
   *
   * @param restrictions whose members alone are seen; null for everybody
   * @throws AppError with status 400 where an option is not valid
   */
  public List<Group> list(
      Page page, GroupSearchOpts options, @Nullable ViewUsersRestrictions restrictions) {
    StringBuilder condition = new StringBuilder("g.delete_at ");
    condition.append(options.filterArchived() ? "> 0" : "= 0");
    List<Object> parameters = new ArrayList<>();
    if (options.filterHasMember()) {
      throw invalid("filter_has_member: which user is meant cannot be said");
    }
    if (!options.q().isEmpty()) {
      condition.append(
          " and (g.name like ? escape '!' or lower(g.display_name) like ? escape '!')");
      String pattern = Patterns.containing(options.q().toLowerCase(Locale.ROOT));
      parameters.addAll(List.of(pattern, pattern));
    }
    if (options.filterAllowReference().equals("true")) {
      condition.append(" and g.allow_reference");
    }
    if (!options.source().isEmpty()) {
      condition.append(" and g.source = ?");
      parameters.add(options.source());
    }
    if (!options.since().isEmpty()) {
      condition.append(" and g.update_at >= ?");
      parameters.add(time(options.since()));
    }
    if (restrictions != null) {
      restrict(condition, parameters, restrictions);
    }
    parameters.addAll(List.of(page.limit(), page.offset()));
    return database.inTransaction(
        sql ->
            GroupRows.list(
                sql,
                condition + " order by g.display_name, g.id limit ? offset ?",
                parameters.toArray()));
  }

  /**
   * Replaces the values of a group that can be edited.
   *
   * @throws AppError with status 400 where a value is not valid, 404 where there is no such group,
   *     409 where the name, or the id at the source, is taken
   */
  public Group update(Group wanted) {
    return unlessTaken(
        sql -> {
          Group before = GroupRows.existing(sql, wanted.id());
          Group group =
              wanted.toBuilder().source(before.source()).updateAt(surroundings.now()).build();
          GroupRules.check(group);
          checkName(sql, group);
          GroupRows.update(sql, group);
          return GroupRows.existing(sql, group.id());
        });
  }

  /** Marks a group as deleted; fails with 404 where there is none, or it is deleted already. */
  public Group delete(String id) {
    return mark(id, surroundings.now(), "= 0");
  }

  /** Brings a deleted group back; fails with 404 where there is none, or it is not deleted. */
  public Group restore(String id) {
    return mark(id, 0, "<> 0");
  }

  private Group mark(String id, long deleteAt, String before) {
    return database.inTransaction(
        sql -> {
          int changed =
              sql.change(
                  "update user_groups set delete_at = ?, update_at = ? where id = ? and delete_at "
                      + before,
                  deleteAt,
                  surroundings.now(),
                  id);
          if (changed == 0) {
            throw GroupRows.missing("no such group " + id);
          }
          return GroupRows.existing(sql, id);
        });
  }

  private Group one(String what, String condition, Object... parameters) {
    return database.inTransaction(sql -> GroupRows.list(sql, condition, parameters)).stream()
        .findFirst()
        .orElseThrow(() -> GroupRows.missing(what));
  }

  private static void restrict(
      StringBuilder condition, List<Object> parameters, ViewUsersRestrictions restrictions) {
    List<String> teams = IdLists.bounded("teams", restrictions.teams());
    List<String> channels = IdLists.bounded("channels", restrictions.channels());
    condition
        .append(" and exists (select 1 from group_members m where m.group_id = g.id and")
        .append(" m.delete_at = 0 and (exists (select 1 from team_members t where")
        .append(" t.user_id = m.user_id and t.delete_at = 0 and t.team_id in ")
        .append(Sql.marks(teams.size()))
        .append(") or exists (select 1 from channel_members c where c.user_id = m.user_id and")
        .append(" c.channel_id in ")
        .append(Sql.marks(channels.size()))
        .append(")))");
    parameters.addAll(teams.isEmpty() ? List.of("") : teams);
    parameters.addAll(channels.isEmpty() ? List.of("") : channels);
  }

  /** Users and groups are mentioned alike. */
  private static void checkName(Sql sql, Group group) {
    if (sql.count("select count(*) from users where username = ?", group.name()) > 0) {
      throw taken("there is a user named " + group.name());
    }
  }

  private Group unlessTaken(Database.Work<Group> work) {
    try {
      return database.inTransaction(work);
    } catch (DuplicateException duplicate) {
      throw taken(
          duplicate.isOf("user_groups_remote_taken")
              ? "the source has a group with this id already"
              : "there is a group of this name, deleted ones included");
    }
  }

  private static AppError taken(String message) {
    return AppError.of("app.group.uniqueness_error", message, 409);
  }

  private static long time(String since) {
    try {
      return Long.parseLong(since);
    } catch (NumberFormatException notANumber) {
      throw invalid("since is a number of milliseconds, not " + since);
    }
  }

  private static AppError invalid(String message) {
    return AppError.of("api.context.invalid_url_param.app_error", message, 400);
  }
}
