package io.krait.host.internal.groups;

import io.krait.api.AppError;
import io.krait.api.model.GroupSyncable;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The ties of groups to teams and channels. Safe for use from any thread. */
public final class Syncables {

  private static final String TEAM = "Team";
  private static final String CHANNEL = "Channel";

  private final Surroundings surroundings;
  private final Database database;

  /** The ties in the database of these surroundings. */
  public Syncables(Surroundings surroundings) {
    this.surroundings = surroundings;
    database = surroundings.database();
  }

  /** The tie to a team or channel; fails with 404 where there is no such tie. */
  public GroupSyncable get(String groupId, String id, String type) {
    return database.inTransaction(sql -> existing(sql, groupId, id, checked(type)));
  }

  /** All ties of a group to teams or to channels; fails with 404 where there is no such group. */
  public List<GroupSyncable> list(String groupId, String type) {
    return database.inTransaction(
        sql -> {
          GroupRows.existing(sql, groupId);
          return sql.list(
              "select * from group_syncables where group_id = ? and syncable_type = ? and delete_at"
                  + " = 0 order by syncable_id",
              Syncables::syncable,
              groupId,
              checked(type));
        });
  }

  /**
   * Ties a group to a team or channel, or changes the tie. A tie to a channel ties the group to its
   * team as well, where it is not tied yet.
   *
   * @throws AppError with status 400 where the type is not known, the channel has no team, or its
   *     team is for other groups only; 404 where there is no such group, team or channel
   */
  public GroupSyncable put(GroupSyncable wanted) {
    checked(wanted.syncableType());
    return database.untilNobodyInterferes(
        sql -> {
          GroupRows.checkLive(sql, wanted.groupId());
          if (wanted.syncableType().equals(CHANNEL)) {
            tieTeam(sql, wanted);
          } else if (constrained(sql, wanted.syncableId()).isEmpty()) {
            throw AppError.of(
                "app.team.get.find.app_error", "there is no team " + wanted.syncableId(), 404);
          }
          return put(sql, wanted);
        });
  }

  /** Changes a tie; fails with 404 where there is no such tie, 400 where its type is not known. */
  public GroupSyncable update(GroupSyncable wanted) {
    checked(wanted.syncableType());
    return database.untilNobodyInterferes(
        sql -> {
          existing(sql, wanted.groupId(), wanted.syncableId(), wanted.syncableType());
          return put(sql, wanted);
        });
  }

  /** Ends a tie and gives it back; fails with 404 where there is no such tie. */
  public GroupSyncable delete(String groupId, String id, String type) {
    return database.inTransaction(
        sql -> {
          GroupSyncable before = existing(sql, groupId, id, checked(type));
          sql.change(
              "update group_syncables set delete_at = ?, update_at = ? where group_id = ? and"
                  + " syncable_id = ?",
              surroundings.now(),
              surroundings.now(),
              groupId,
              id);
          return before.toBuilder()
              .deleteAt(surroundings.now())
              .updateAt(surroundings.now())
              .build();
        });
  }

  private void tieTeam(Sql sql, GroupSyncable channel) {
    String teamId =
        sql.first(
                "select team_id from channels where id = ?",
                row -> row.getString(1),
                channel.syncableId())
            .orElseThrow(
                () ->
                    AppError.of(
                        "app.channel.get.existing.app_error",
                        "there is no channel " + channel.syncableId(),
                        404));
    boolean constrained =
        constrained(sql, teamId)
            .orElseThrow(
                () ->
                    AppError.of(
                        "api.group.syncable.no_team.app_error",
                        "direct and group channels are not tied to groups",
                        400));
    if (find(sql, channel.groupId(), teamId).isPresent()) {
      return;
    }
    if (constrained) {
      throw AppError.of(
          "group_not_associated_to_synced_team",
          "the channel's team is only for groups that are tied to it; tie this one to it first",
          400);
    }
    put(
        sql,
        GroupSyncable.builder()
            .groupId(channel.groupId())
            .syncableId(teamId)
            .syncableType(TEAM)
            .autoAdd(channel.autoAdd())
            .build());
  }

  /** Whether a team is for certain groups only; empty where there is no such team. */
  private static Optional<Boolean> constrained(Sql sql, String teamId) {
    return sql.first(
        "select group_constrained from teams where id = ?", row -> row.getBoolean(1), teamId);
  }

  private GroupSyncable put(Sql sql, GroupSyncable wanted) {
    int there =
        sql.change(
            "update group_syncables set auto_add = ?, scheme_admin = ?, update_at = ?, delete_at ="
                + " 0 where group_id = ? and syncable_id = ?",
            wanted.autoAdd(),
            wanted.schemeAdmin(),
            surroundings.now(),
            wanted.groupId(),
            wanted.syncableId());
    if (there == 0) {
      sql.insert(
          "group_syncables",
          "group_id",
          wanted.groupId(),
          "syncable_id",
          wanted.syncableId(),
          "syncable_type",
          wanted.syncableType(),
          "auto_add",
          wanted.autoAdd(),
          "scheme_admin",
          wanted.schemeAdmin(),
          "create_at",
          surroundings.now(),
          "update_at",
          surroundings.now(),
          "delete_at",
          0L);
    }
    return find(sql, wanted.groupId(), wanted.syncableId()).orElseThrow();
  }

  private static GroupSyncable existing(Sql sql, String groupId, String id, String type) {
    return find(sql, groupId, id)
        .filter(found -> found.syncableType().equals(type))
        .orElseThrow(
            () -> GroupRows.missing("no tie of group %s to %s %s".formatted(groupId, type, id)));
  }

  private static Optional<GroupSyncable> find(Sql sql, String groupId, String id) {
    return sql.first(
        "select * from group_syncables where group_id = ? and syncable_id = ? and delete_at = 0",
        Syncables::syncable,
        groupId,
        id);
  }

  private static String checked(String type) {
    if (!type.equals(TEAM) && !type.equals(CHANNEL)) {
      throw AppError.of(
          "model.group_syncable.type.app_error",
          "a group is tied to a Team or a Channel, not to a '%s'".formatted(type),
          400);
    }
    return type;
  }

  private static GroupSyncable syncable(ResultSet row) throws SQLException {
    return GroupSyncable.builder()
        .groupId(row.getString("group_id"))
        .syncableId(row.getString("syncable_id"))
        .syncableType(row.getString("syncable_type"))
        .autoAdd(row.getBoolean("auto_add"))
        .schemeAdmin(row.getBoolean("scheme_admin"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .deleteAt(row.getLong("delete_at"))
        .build();
  }
}
