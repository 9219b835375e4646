package io.krait.host.internal.groups;

import io.krait.api.AppError;
import io.krait.api.model.GroupMember;
import io.krait.api.model.User;
import io.krait.host.internal.chat.IdLists;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.storage.Sql;
import java.util.Comparator;
import java.util.List;

/** Who is in which group. Safe for use from any thread. */
public final class GroupMembers {

  private final Surroundings surroundings;
  private final Users users;

  /** The members of groups among these users. */
  public GroupMembers(Surroundings surroundings, Users users) {
    this.surroundings = surroundings;
    this.users = users;
  }

  /** One page of the active users in a group, by name; fails with 404 where there is none such. */
  public List<User> users(String groupId, Page page) {
    List<String> ids =
        surroundings
            .database()
            .inTransaction(
                sql -> {
                  GroupRows.existing(sql, groupId);
                  return sql.list(
                      "select u.id from group_members m join users u on u.id = m.user_id where"
                          + " m.group_id = ? and m.delete_at = 0 and u.delete_at = 0 order by"
                          + " u.username limit ? offset ?",
                      row -> row.getString(1),
                      groupId,
                      page.limit(),
                      page.offset());
                });
    return ids.isEmpty()
        ? List.of()
        : users.byIds(ids).stream().sorted(Comparator.comparing(User::username)).toList();
  }

  /**
   * Makes users members of a group: all or none.
   *
   * @return their memberships, in this order
   * @throws AppError with status 404 where there is no such group or user
   */
  public List<GroupMember> put(String groupId, List<String> userIds) {
    IdLists.bounded("user_ids", userIds);
    return surroundings
        .database()
        .untilNobodyInterferes(
            sql -> {
              GroupRows.checkLive(sql, groupId);
              return userIds.stream().map(userId -> put(sql, groupId, userId)).toList();
            });
  }

  /**
   * Takes a user out of a group.
   *
   * @return the membership that has ended
   * @throws AppError with status 404 where the user is not a member
   */
  public GroupMember remove(String groupId, String userId) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              int ended =
                  sql.change(
                      "update group_members set delete_at = ? where group_id = ? and user_id = ? and"
                          + " delete_at = 0",
                      surroundings.now(),
                      groupId,
                      userId);
              if (ended == 0) {
                throw GroupRows.missing("no user %s in group %s".formatted(userId, groupId));
              }
              return get(sql, groupId, userId);
            });
  }

  private GroupMember put(Sql sql, String groupId, String userId) {
    if (sql.count("select count(*) from users where id = ?", userId) == 0) {
      throw AppError.of("app.user.missing_account.const", "there is no user " + userId, 404);
    }
    int there =
        sql.change(
            "update group_members set create_at = case when delete_at = 0 then create_at else ? end,"
                + " delete_at = 0 where group_id = ? and user_id = ?",
            surroundings.now(),
            groupId,
            userId);
    if (there == 0) {
      sql.insert(
          "group_members",
          "group_id",
          groupId,
          "user_id",
          userId,
          "create_at",
          surroundings.now(),
          "delete_at",
          0L);
    }
    return get(sql, groupId, userId);
  }

  private static GroupMember get(Sql sql, String groupId, String userId) {
    return sql.first(
            "select * from group_members where group_id = ? and user_id = ?",
            row ->
                GroupMember.builder()
                    .groupId(row.getString("group_id"))
                    .userId(row.getString("user_id"))
                    .createAt(row.getLong("create_at"))
                    .deleteAt(row.getLong("delete_at"))
                    .build(),
            groupId,
            userId)
        .orElseThrow();
  }
}
