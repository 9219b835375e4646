package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Post;
import io.krait.host.internal.storage.Sql;
import java.util.List;

/** Ties files to posts. */
final class PostFiles {

  private PostFiles() {}

  /**
   * Makes the files that a post names its own, and deletes those that it no longer names.
   *
   * @param before which ones it had
   * @return the ones that it has now, each once
   * @throws AppError with status 400 where one is not its author's, or not of its channel, or
   *     another post's
   */
  static List<String> change(Sql sql, Post post, List<String> before, long now) {
    List<String> files = post.fileIds().stream().distinct().toList();
    for (String id : files) {
      if (!before.contains(id)
          && !FileRows.attach(sql, id, post.id(), post.channelId(), post.userId(), now)) {
        throw AppError.of(
            "api.post.create_post.file_ids.app_error",
            "file %s cannot be attached: its author must have uploaded it to the same channel, and"
                    .formatted(id)
                + " no other post may have it",
            400);
      }
    }
    for (String id : before) {
      if (!files.contains(id)) {
        FileRows.delete(sql, id, post.id(), now);
      }
    }
    return files;
  }
}
