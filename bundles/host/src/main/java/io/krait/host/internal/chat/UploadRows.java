package io.krait.host.internal.chat;

import io.krait.api.model.UploadSession;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Files that come in several pieces, as rows: what is to come, and the pieces that are there. */
final class UploadRows {

  private UploadRows() {}

  static void insert(Sql sql, UploadSession upload) {
    sql.insert(
        "upload_sessions",
        "id",
        upload.id(),
        "kind",
        upload.type(),
        "create_at",
        upload.createAt(),
        "update_at",
        upload.createAt(),
        "user_id",
        upload.userId(),
        "channel_id",
        upload.channelId(),
        "filename",
        upload.filename(),
        "file_size",
        upload.fileSize(),
        "file_offset",
        upload.fileOffset(),
        "remote_id",
        upload.remoteId(),
        "req_file_id",
        upload.reqFileId());
  }

  static Optional<UploadSession> byId(Sql sql, String id) {
    return sql.first("select * from upload_sessions where id = ?", UploadRows::upload, id);
  }

  static long countOf(Sql sql, String userId) {
    return sql.count("select count(*) from upload_sessions where user_id = ?", userId);
  }

  static List<UploadSession> of(Sql sql, String userId, int limit) {
    return sql.list(
        "select * from upload_sessions where user_id = ? order by create_at, id limit ?",
        UploadRows::upload,
        userId,
        limit);
  }

  /** Those to which nothing has come since a moment. */
  static List<String> abandoned(Sql sql, long until, int limit) {
    return sql.list(
        "select id from upload_sessions where update_at <= ? order by update_at limit ?",
        row -> row.getString(1),
        until,
        limit);
  }

  /** Moves an upload on from one offset; tells whether it was still there. */
  static boolean advance(Sql sql, String id, long from, long to, long now) {
    return sql.change(
            "update upload_sessions set file_offset = ?, update_at = ? where id = ? and file_offset"
                + " = ?",
            to,
            now,
            id,
            from)
        == 1;
  }

  static void insertPiece(Sql sql, String uploadId, long offset, String content) {
    sql.insert("upload_pieces", "content", content, "upload_id", uploadId, "file_offset", offset);
  }

  /** The contents of all pieces, from the first to the last. */
  static List<String> pieces(Sql sql, String uploadId) {
    return sql.list(
        "select content from upload_pieces where upload_id = ? order by file_offset",
        row -> row.getString(1),
        uploadId);
  }

  static long countPieces(Sql sql, String uploadId) {
    return sql.count("select count(*) from upload_pieces where upload_id = ?", uploadId);
  }

  /** Whether a piece has this content. */
  static boolean isContent(Sql sql, String content) {
    return sql.count("select count(*) from upload_pieces where content = ?", content) > 0;
  }

  /** Forgets an upload and its pieces; tells whether it was there. */
  static boolean delete(Sql sql, String id) {
    sql.change("delete from upload_pieces where upload_id = ?", id);
    return sql.change("delete from upload_sessions where id = ?", id) == 1;
  }

  private static UploadSession upload(ResultSet row) throws SQLException {
    return UploadSession.builder()
        .id(row.getString("id"))
        .type(row.getString("kind"))
        .createAt(row.getLong("create_at"))
        .userId(row.getString("user_id"))
        .channelId(row.getString("channel_id"))
        .filename(row.getString("filename"))
        .fileSize(row.getLong("file_size"))
        .fileOffset(row.getLong("file_offset"))
        .remoteId(row.getString("remote_id"))
        .reqFileId(row.getString("req_file_id"))
        .build();
  }
}
