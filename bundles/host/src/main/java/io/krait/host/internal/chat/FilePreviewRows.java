package io.krait.host.internal.chat;

import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The smaller pictures of files, as rows: by the content that they were made of. */
final class FilePreviewRows {

  private FilePreviewRows() {}

  /**
   * Where the smaller pictures of a content are.
   *
   * @param preview the id of the larger one
   * @param previewBytes its size
   * @param thumbnail the id of the smaller one
   * @param thumbnailBytes its size
   * @param mediaType of both
   */
  record Place(
      String preview, long previewBytes, String thumbnail, long thumbnailBytes, String mediaType) {}

  static void insert(Sql sql, String content, Place place) {
    sql.insert(
        "file_previews",
        "content",
        content,
        "preview",
        place.preview(),
        "thumbnail",
        place.thumbnail(),
        "mime_type",
        place.mediaType(),
        "preview_bytes",
        place.previewBytes(),
        "thumbnail_bytes",
        place.thumbnailBytes());
  }

  static Optional<Place> of(Sql sql, String content) {
    return sql.first(
        "select * from file_previews where content = ?", FilePreviewRows::place, content);
  }

  static boolean isContent(Sql sql, String id) {
    return sql.count(
            "select count(*) from (select content from file_previews where preview = ? union all"
                + " select content from file_previews where thumbnail = ?) uses",
            id,
            id)
        > 0;
  }

  static void delete(Sql sql, String content) {
    sql.change("delete from file_previews where content = ?", content);
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getString("preview"),
        row.getLong("preview_bytes"),
        row.getString("thumbnail"),
        row.getLong("thumbnail_bytes"),
        row.getString("mime_type"));
  }
}
