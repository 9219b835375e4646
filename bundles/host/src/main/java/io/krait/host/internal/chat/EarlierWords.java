package io.krait.host.internal.chat;

import io.krait.api.model.FileInfo;
import io.krait.api.model.Post;
import io.krait.host.internal.storage.Sql;
import io.krait.host.internal.words.Words;
import java.util.List;

/**
 * Writes down the words of posts and files that were there before words were: in small pieces, so
 * that nobody waits for it, and from where an earlier run has stopped.
 */
public final class EarlierWords {

  private static final int AT_ONCE = 100;

  /** No identifier is like this. */
  private static final String DONE = "done";

  private final Surroundings surroundings;
  private final PostRows posts;

  /** Of what is in the database of these surroundings. */
  public EarlierWords(Surroundings surroundings) {
    this.surroundings = surroundings;
    posts = new PostRows(surroundings.json());
  }

  /** Does a piece, and tells whether there may be more to do. */
  public boolean next() {
    return surroundings.database().untilNobodyInterferes(sql -> ofPosts(sql) || ofFiles(sql));
  }

  // Locked, so that nobody edits or deletes what is looked at meanwhile.
  private boolean ofPosts(Sql sql) {
    String last = last(sql, "posts");
    if (last.equals(DONE)) {
      return false;
    }
    List<Post> some =
        posts.select(
            sql, PostRows.SELECT + "p.id > ? order by p.id limit ? for update", last, AT_ONCE);
    for (Post post : some) {
      if (post.originalId().isEmpty() && post.deleteAt() == 0 && UnreadCounts.isCounted(post)) {
        Words.ofPost(sql, post.id(), post.createAt(), Mentions.text(post));
      }
    }
    reached(sql, "posts", some.isEmpty() ? DONE : some.get(some.size() - 1).id());
    return true;
  }

  private static boolean ofFiles(Sql sql) {
    String last = last(sql, "files");
    if (last.equals(DONE)) {
      return false;
    }
    List<FileInfo> some =
        sql.list(
            "select * from files where id > ? order by id limit ? for update",
            FileRows::file,
            last,
            AT_ONCE);
    for (FileInfo file : some) {
      if (file.deleteAt() == 0) {
        Words.ofFile(sql, file.id(), file.createAt(), false, FileNames.searchable(file.name()));
      }
    }
    reached(sql, "files", some.isEmpty() ? DONE : some.get(some.size() - 1).id());
    return true;
  }

  private static String last(Sql sql, String name) {
    return sql.first(
            "select last_id from word_progress where name = ?", row -> row.getString(1), name)
        .orElse(DONE);
  }

  private static void reached(Sql sql, String name, String id) {
    sql.change("update word_progress set last_id = ? where name = ?", id, name);
  }
}
