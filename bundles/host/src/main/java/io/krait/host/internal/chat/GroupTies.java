package io.krait.host.internal.chat;

import io.krait.host.internal.storage.Sql;

/** What groups of users have to do with who is a member of a team or channel. */
final class GroupTies {

  private GroupTies() {}

  /** Whether a user is in one of the groups that are tied to a team or channel. */
  static boolean admit(Sql sql, String placeId, String userId) {
    return sql.count(
            "select count(*) from group_syncables l join user_groups g on g.id = l.group_id"
                + " join group_members m on m.group_id = l.group_id where l.syncable_id = ?"
                + " and m.user_id = ? and l.delete_at = 0 and g.delete_at = 0 and m.delete_at = 0",
            placeId,
            userId)
        > 0;
  }

  /** Remembers that a user has left a channel, whose groups then do not bring the user back. */
  static void left(Sql sql, String channelId, String userId) {
    boolean known =
        sql.count(
                "select count(*) from channel_departures where channel_id = ? and user_id = ?",
                channelId,
                userId)
            > 0;
    if (!known) {
      sql.insert("channel_departures", "channel_id", channelId, "user_id", userId);
    }
  }
}
