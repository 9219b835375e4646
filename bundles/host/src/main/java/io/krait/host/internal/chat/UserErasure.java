package io.krait.host.internal.chat;

import io.krait.host.internal.storage.Sql;
import java.util.List;

/**
 * Removes a user for good, with all that belongs to nobody else. What the user wrote stays, and
 * points to a user who is no longer there.
 */
public final class UserErasure {

  /** Tables whose rows are a user's, by their column {@code user_id}. */
  private static final List<String> TABLES =
      List.of(
          "statuses",
          "sessions",
          "user_access_tokens",
          "mailed_tokens",
          "post_acknowledgements",
          "team_members",
          "channel_members",
          "thread_members",
          "mention_words",
          "preferences",
          "group_members",
          "channel_departures",
          "shared_users");

  private UserErasure() {}

  /** Removes the user with this id, if there is one. */
  public static void erase(Sql sql, String userId) {
    sql.change(
        "update posts set has_reactions = false where id in (select r.post_id from reactions r"
            + " where r.user_id = ?) and not exists (select 1 from reactions o where o.post_id ="
            + " posts.id and o.user_id <> ?)",
        userId,
        userId);
    sql.change("delete from reactions where user_id = ?", userId);
    for (String table : TABLES) {
      sql.change("delete from " + table + " where user_id = ?", userId);
    }
    sql.change("delete from sidebar_channels where user_id = ?", userId);
    sql.change("delete from sidebar_categories where user_id = ?", userId);
    sql.change("delete from pictures where owner_id = ?", userId);
    sql.change("delete from users where id = ?", userId);
  }
}
