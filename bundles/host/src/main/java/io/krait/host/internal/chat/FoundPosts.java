package io.krait.host.internal.chat;

import io.krait.api.Nullable;
import io.krait.api.model.Post;
import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.List;

/** Posts that a search finds, newest first. */
public final class FoundPosts {

  private final PostRows rows;

  /** Posts as these surroundings keep them. */
  public FoundPosts(Surroundings surroundings) {
    this.rows = new PostRows(surroundings.json());
  }

  /**
   * Posts that are there.
   *
   * @param word the word that they must have; null for any
   * @param condition what else must be true of the post p in the channel c
   * @param parameters what the condition has marks for
   */
  public List<Post> list(
      Sql sql,
      byte @Nullable [] word,
      String condition,
      List<Object> parameters,
      int limit,
      long offset) {
    List<Object> all = new ArrayList<>();
    if (word != null) {
      all.add(word);
    }
    all.addAll(parameters);
    all.add(limit);
    all.add(offset);
    return rows.select(
        sql,
        "select "
            + PostRows.COLUMNS
            + (word == null
                ? " from posts p"
                // Not merely joined, or H2 may begin with all posts: its plans keep this order.
                : " from post_words w left join posts p on p.id = w.post_id")
            + " join channels c on c.id = p.channel_id where "
            + (word == null ? "" : "w.word = ? and ")
            + "p.original_id = '' and p.delete_at = 0 and p.kind not like 'system!_%' escape"
            + " '!'"
            + condition
            + " order by "
            + (word == null ? "p" : "w")
            + ".create_at desc, p.seq desc limit ? offset ?",
        all.toArray());
  }
}
