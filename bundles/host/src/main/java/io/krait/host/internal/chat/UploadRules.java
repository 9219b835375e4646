package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.FileInfo;
import io.krait.api.model.UploadSession;
import io.krait.host.internal.storage.Ids;
import io.krait.host.internal.storage.Sql;

/** What an upload in several pieces must be like. */
final class UploadRules {

  private final Users users;
  private final Channels channels;
  private final Attachments attachments;

  UploadRules(Users users, Channels channels, Attachments attachments) {
    this.users = users;
    this.channels = channels;
    this.attachments = attachments;
  }

  /**
   * Refuses what cannot be uploaded.
   *
   * @throws AppError with status 400, 403, 404 or 413
   */
  void check(Sql sql, UploadSession upload) {
    require(upload.type().equals("attachment"), "type", "attachment");
    require(
        upload.userId().equals(FileRows.NOBODY)
            || (Ids.isId(upload.userId()) && isUser(sql, upload.userId())),
        "user_id",
        "the id of a user");
    require(Ids.isId(upload.channelId()), "channel_id", "the id of a channel");
    require(upload.fileSize() > 0, "file_size", "more than 0");
    require(upload.remoteId().isEmpty() || Ids.isId(upload.remoteId()), "remote_id", "an id");
    require(
        upload.reqFileId().isEmpty()
            || (Ids.isId(upload.reqFileId()) && !FileRows.isThere(sql, upload.reqFileId())),
        "req_file_id",
        "an id that no file has");
    FileNames.named(FileInfo.builder().build(), upload.filename());
    if (upload.fileSize() > attachments.largest()) {
      throw attachments.tooLarge();
    }
    PostRules.checkOpen(channels.existing(sql, upload.channelId()));
  }

  private boolean isUser(Sql sql, String id) {
    try {
      users.existing(sql, id);
      return true;
    } catch (AppError none) {
      return false;
    }
  }

  private static void require(boolean allowed, String field, String wanted) {
    if (!allowed) {
      throw AppError.of(
          "model.upload_session.is_valid.%s.app_error".formatted(field),
          "%s of an upload is %s".formatted(field, wanted),
          400);
    }
  }
}
