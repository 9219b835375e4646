package io.krait.host.internal.chat;

import io.krait.api.model.FileInfo;
import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.List;

/** Files of posts that a search finds, newest first. */
public final class FoundFiles {

  private FoundFiles() {}

  /**
   * Files that are there.
   *
   * @param condition what else must be true of the file f of the post p in the channel c
   * @param parameters what the condition has marks for
   */
  public static List<FileInfo> list(
      Sql sql, String condition, List<Object> parameters, int limit, long offset) {
    List<Object> all = new ArrayList<>(parameters);
    all.add(limit);
    all.add(offset);
    return sql.list(
        "select f.* from files f join posts p on p.id = f.post_id join channels c on c.id ="
            + " p.channel_id where f.delete_at = 0 and p.delete_at = 0"
            + condition
            + " order by f.create_at desc, f.seq desc limit ? offset ?",
        FileRows::file,
        all.toArray());
  }
}
