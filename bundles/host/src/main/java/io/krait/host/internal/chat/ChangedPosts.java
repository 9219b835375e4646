package io.krait.host.internal.chat;

import io.krait.api.model.GetPostsSinceForSyncCursor;
import io.krait.api.model.Post;
import java.util.List;

/** Posts in the order in which they were changed, deleted ones included. */
public final class ChangedPosts {

  private final Surroundings surroundings;
  private final PostRows rows;

  /** The posts in the database of these surroundings. */
  public ChangedPosts(Surroundings surroundings) {
    this.surroundings = surroundings;
    rows = new PostRows(surroundings.json());
  }

  /** The first posts of a channel that were changed after the one that the cursor stands at. */
  public List<Post> after(String channelId, GetPostsSinceForSyncCursor cursor, int most) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                rows.list(
                    sql,
                    "p.channel_id = ? and p.update_at >= ? and (p.update_at > ? or p.id > ?)"
                        + " order by p.update_at, p.id limit ?",
                    channelId,
                    cursor.lastPostUpdateAt(),
                    cursor.lastPostUpdateAt(),
                    cursor.lastPostId(),
                    most));
  }
}
