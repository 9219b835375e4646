package io.krait.host.internal.chat;

import io.krait.api.model.Post;
import io.krait.host.internal.storage.Sql;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Who follows which thread, as rows. */
public final class ThreadRows {

  private ThreadRows() {}

  /**
   * What is known of a user and a thread.
   *
   * @param following whether the user follows it
   * @param lastViewedAt up to when the user has read it
   * @param unreadMentions how often the user was mentioned in it since
   */
  record Membership(boolean following, long lastViewedAt, long unreadMentions) {}

  /**
   * A reply has been stored: its author, the thread's and those mentioned by name follow.
   *
   * @param called who is mentioned by name where the thread begins
   */
  static void replied(
      Sql sql, Post reply, Mentions.Mentioned mentioned, Set<String> called, long now) {
    String root = reply.rootId();
    sql.change(
        "update posts set reply_count = reply_count + 1, last_reply_at = greatest(last_reply_at,"
            + " ?), update_at = greatest(update_at, ?) where id = ?",
        reply.createAt(),
        now,
        root);
    Set<String> followers = new LinkedHashSet<>(mentioned.byName());
    followers.addAll(called);
    sql.first(
            "select p.user_id from posts p join channel_members m on m.channel_id = p.channel_id"
                + " and m.user_id = p.user_id join users u on u.id = p.user_id"
                + " where p.id = ? and not u.is_bot",
            row -> row.getString(1),
            root)
        .ifPresent(followers::add);
    for (String userId : followers) {
      if (!userId.equals(reply.userId()) && find(sql, root, userId).isEmpty()) {
        insert(sql, root, userId, reply.channelId(), now);
      }
    }
    if (find(sql, root, reply.userId()).isEmpty()) {
      insert(sql, root, reply.userId(), reply.channelId(), now);
    }
    sql.change(
        "update thread_members set following = true, last_viewed_at = greatest(last_viewed_at, ?),"
            + " unread_mentions = 0, last_update_at = ? where post_id = ? and user_id = ?",
        reply.createAt(),
        now,
        root,
        reply.userId());
    if (!mentioned.all().isEmpty()) {
      Object[] parameters = new Object[2 + mentioned.all().size()];
      parameters[0] = now;
      parameters[1] = root;
      int i = 2;
      for (String userId : mentioned.all()) {
        parameters[i++] = userId;
      }
      sql.change(
          "update thread_members set unread_mentions = unread_mentions + 1, last_update_at = ?"
              + " where post_id = ? and following and user_id in "
              + Sql.marks(mentioned.all().size()),
          parameters);
    }
  }

  /** A reply to the post with this id has been deleted, or several. */
  public static void recount(Sql sql, String root) {
    sql.change(
        "update posts set reply_count = (select count(*) from posts r where r.root_id = ?"
            + " and r.delete_at = 0 and r.original_id = ''), last_reply_at = coalesce((select"
            + " max(r.create_at) from posts r where r.root_id = ? and r.delete_at = 0 and"
            + " r.original_id = ''), 0) where id = ?",
        root,
        root,
        root);
  }

  static Optional<Membership> find(Sql sql, String root, String userId) {
    return sql.first(
        "select following, last_viewed_at, unread_mentions from thread_members where post_id = ?"
            + " and user_id = ?",
        row -> new Membership(row.getBoolean(1), row.getLong(2), row.getLong(3)),
        root,
        userId);
  }

  static void insert(Sql sql, String root, String userId, String channelId, long now) {
    sql.insert(
        "thread_members",
        "post_id",
        root,
        "user_id",
        userId,
        "channel_id",
        channelId,
        "following",
        true,
        "last_viewed_at",
        0L,
        "unread_mentions",
        0L,
        "last_update_at",
        now);
  }

  /** A user has read all that they follow in a channel. */
  static void readAllOfChannel(Sql sql, String userId, String channelId, long now) {
    sql.change(
        "update thread_members set last_viewed_at = ?, unread_mentions = 0, last_update_at = ?"
            + " where user_id = ? and channel_id = ? and following",
        now,
        now,
        userId,
        channelId);
  }

  /** A thread has been deleted: nobody follows it. */
  static void deleteThread(Sql sql, String root) {
    sql.change("delete from thread_members where post_id = ?", root);
  }

  /** A user has left a channel, and follows nothing there. */
  static void leave(Sql sql, String channelId, String userId) {
    sql.change(
        "delete from thread_members where user_id = ? and channel_id = ?", userId, channelId);
  }
}
