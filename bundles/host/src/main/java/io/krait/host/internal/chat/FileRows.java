package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.model.FileInfo;
import io.krait.api.model.GetFileInfosOptions;
import io.krait.host.internal.storage.Sql;
import io.krait.host.internal.words.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is known about files, as rows. */
final class FileRows {

  /** Who has uploaded the files of plugins: anybody's posts may have them. */
  static final String NOBODY = "nouser";

  private FileRows() {}

  /**
   * A row for a file.
   *
   * @param content under which id its content is
   */
  static void insert(Sql sql, FileInfo file, String content) {
    sql.insert(
        "files",
        "id",
        file.id(),
        "creator_id",
        file.creatorId(),
        "post_id",
        file.postId(),
        "channel_id",
        file.channelId(),
        "create_at",
        file.createAt(),
        "update_at",
        file.updateAt(),
        "delete_at",
        file.deleteAt(),
        "name",
        file.name(),
        "extension",
        file.extension(),
        "bytes",
        file.size(),
        "mime_type",
        file.mimeType(),
        "width",
        file.width(),
        "height",
        file.height(),
        "has_preview",
        file.hasPreviewImage(),
        "mini_preview",
        file.miniPreview().map(Bytes::toByteArray).orElse(null),
        "content",
        content);
    Words.newFile(sql, file.id(), file.createAt(), false, FileNames.searchable(file.name()));
  }

  /**
   * A file that is not deleted.
   *
   * @throws AppError with status 404 where there is none
   */
  static FileInfo existing(Sql sql, String id) {
    return sql.first("select * from files where id = ? and delete_at = 0", FileRows::file, id)
        .orElseThrow(() -> missing(id));
  }

  /** The files of a post that are not deleted. */
  static List<FileInfo> ofPost(Sql sql, String postId) {
    return sql.list(
        "select * from files where post_id = ? and delete_at = 0", FileRows::file, postId);
  }

  static List<FileInfo> list(Sql sql, GetFileInfosOptions options, Page page) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder conditions = new StringBuilder("1 = 1");
    if (!options.includeDeleted()) {
      conditions.append(" and delete_at = 0");
    }
    if (!options.userId().isEmpty()) {
      conditions.append(" and creator_id = ?");
      parameters.add(options.userId());
    }
    if (!options.channelId().isEmpty()) {
      conditions.append(" and channel_id = ?");
      parameters.add(options.channelId());
    }
    parameters.add(page.limit());
    parameters.add(page.offset());
    return sql.list(
        "select * from files where " + conditions + order(options) + " limit ? offset ?",
        FileRows::file,
        parameters.toArray());
  }

  private static String order(GetFileInfosOptions options) {
    String column =
        switch (options.sortBy()) {
          case "", "CreateAt" -> "create_at";
          case "Size" -> "bytes";
          default -> throw unknown("sort_by", options.sortBy());
        };
    String direction =
        switch (options.sortOrder()) {
          case "", "asc" -> "asc";
          case "desc" -> "desc";
          default -> throw unknown("sort_order", options.sortOrder());
        };
    return " order by %s %s, seq %s".formatted(column, direction, direction);
  }

  private static AppError unknown(String option, String value) {
    return AppError.of(
        "api.file.get_file_infos.%s.app_error".formatted(option),
        "files cannot be listed with %s=%s".formatted(option, value),
        400);
  }

  /**
   * Where the content of a file that is not deleted is.
   *
   * @throws AppError with status 404 where there is no such file
   */
  static String content(Sql sql, String id) {
    return sql.first(
            "select content from files where id = ? and delete_at = 0", row -> row.getString(1), id)
        .orElseThrow(() -> missing(id));
  }

  private static AppError missing(String id) {
    return AppError.of("app.file_info.get.app_error", "there is no file " + id, 404);
  }

  static boolean isThere(Sql sql, String id) {
    return sql.count("select count(*) from files where id = ?", id) > 0;
  }

  static boolean isContent(Sql sql, String content) {
    return sql.count("select count(*) from files where content = ?", content) > 0;
  }

  /** Ties a file to a post, if it is its author's, of its channel, and no other post's. */
  static boolean attach(
      Sql sql, String id, String postId, String channelId, String author, long now) {
    return sql.change(
            "update files set post_id = ?, channel_id = ?, update_at = ? where id = ? and post_id ="
                + " '' and delete_at = 0 and creator_id in (?, ?) and channel_id in (?, '')",
            postId,
            channelId,
            now,
            id,
            author,
            NOBODY,
            channelId)
        == 1;
  }

  /** Deletes a file of a post; what is known of it stays, as the post does. */
  static void delete(Sql sql, String id, String postId, long now) {
    Words.forgetFiles(sql, "id = ? and post_id = ?", id, postId);
    sql.change(
        "update files set delete_at = ?, update_at = ? where id = ? and post_id = ?",
        now,
        now,
        id,
        postId);
  }

  /** Deletes the files of a post and of its replies. */
  static void deleteOfThread(Sql sql, String postId, long now) {
    Words.forgetFiles(sql, "post_id" + Words.OF_THREAD, postId, postId);
    sql.change(
        "update files set delete_at = ?, update_at = ? where delete_at = 0 and post_id"
            + Words.OF_THREAD,
        now,
        now,
        postId,
        postId);
  }

  /**
   * Deletes what users have uploaded until a moment and have not attached to a post since. Users
   * upload to a channel; a file of theirs without one is a copy that a plugin has made.
   */
  static void deleteUnattached(Sql sql, long until, long now) {
    Words.forgetFiles(
        sql,
        "delete_at = 0 and post_id = '' and creator_id <> ? and channel_id <> '' and create_at <="
            + " ?",
        NOBODY,
        until);
    sql.change(
        "update files set delete_at = ?, update_at = ? where delete_at = 0 and post_id = '' and"
            + " creator_id <> ? and channel_id <> '' and create_at <= ?",
        now,
        now,
        NOBODY,
        until);
  }

  /** The contents of files that were deleted until a moment, and of no others. */
  static List<String> unwantedContents(Sql sql, long until) {
    return sql.list(
        "select distinct content from files f where content <> '' and delete_at <> 0 and delete_at"
            + " <= ? and not exists (select 1 from files o where o.content = f.content and"
            + " (o.delete_at = 0 or o.delete_at > ?))",
        row -> row.getString(1),
        until,
        until);
  }

  /** A content is no longer there; its files are forgotten, but for those of posts. */
  static void contentIsGone(Sql sql, String content) {
    Words.forgetFiles(sql, "content = ?", content);
    sql.change("delete from files where content = ? and post_id = ''", content);
    sql.change("update files set content = '' where content = ?", content);
  }

  /** Forgets a file that has come in and is no post's; tells whether it was there. */
  static boolean forget(Sql sql, String id) {
    Words.forgetFiles(sql, "id = ? and post_id = ''", id);
    return sql.change("delete from files where id = ? and post_id = ''", id) == 1;
  }

  static FileInfo file(ResultSet row) throws SQLException {
    byte[] mini = row.getBytes("mini_preview");
    return FileInfo.builder()
        .id(row.getString("id"))
        .creatorId(row.getString("creator_id"))
        .postId(row.getString("post_id"))
        .channelId(row.getString("channel_id"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .deleteAt(row.getLong("delete_at"))
        .name(row.getString("name"))
        .extension(row.getString("extension"))
        .size(row.getLong("bytes"))
        .mimeType(row.getString("mime_type"))
        .width(row.getInt("width"))
        .height(row.getInt("height"))
        .hasPreviewImage(row.getBoolean("has_preview"))
        .miniPreview(mini == null ? null : Bytes.owning(mini))
        .build();
  }
}
