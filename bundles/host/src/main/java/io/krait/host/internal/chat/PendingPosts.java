package io.krait.host.internal.chat;

import io.krait.api.model.Post;
import io.krait.host.internal.storage.Sql;
import java.time.Duration;
import java.util.Optional;

/**
 * The posts that were made of what clients have sent with a pending id of theirs, whichever server
 * has taken it. A client that has not heard what came of it sends it again, and it is the same
 * post.
 */
final class PendingPosts {

  /** For how long what has the same pending id is the same post. */
  static final Duration REMEMBERED = Duration.ofMinutes(5);

  private PendingPosts() {}

  /** The post that was made of this one already. */
  static Optional<String> find(Sql sql, Post post, long now) {
    return post.pendingPostId().isEmpty()
        ? Optional.empty()
        : sql.first(
            "select post_id from pending_posts"
                + " where user_id = ? and channel_id = ? and pending_id = ? and create_at > ?",
            row -> row.getString(1),
            post.userId(),
            post.channelId(),
            post.pendingPostId(),
            before(now));
  }

  /**
   * Remembers what a post is made of. Waits while another one is being made of the same, and fails
   * where that is done. To be done before anything else of the transaction is.
   */
  static void put(Sql sql, Post post, long now) {
    if (post.pendingPostId().isEmpty()) {
      return;
    }
    sql.change(
        "delete from pending_posts"
            + " where user_id = ? and channel_id = ? and pending_id = ? and create_at <= ?",
        post.userId(),
        post.channelId(),
        post.pendingPostId(),
        before(now));
    sql.insert(
        "pending_posts",
        "user_id",
        post.userId(),
        "channel_id",
        post.channelId(),
        "pending_id",
        post.pendingPostId(),
        "post_id",
        post.id(),
        "create_at",
        now);
  }

  /** Removes what is remembered no longer. */
  static void sweep(Sql sql, long now) {
    sql.change("delete from pending_posts where create_at <= ?", before(now));
  }

  private static long before(long now) {
    return now - REMEMBERED.toMillis();
  }
}
