package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.FailureCause;
import io.krait.api.model.FileInfo;
import io.krait.api.model.UploadSession;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.FileStore;
import io.krait.host.internal.storage.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Files that come in several pieces, over a time in which clients and this server may be gone. Each
 * piece is kept as soon as it has come; the last one makes a file of them all. Safe for use from
 * any thread.
 */
public final class UploadSessions {

  private static final System.Logger LOGGER = System.getLogger(UploadSessions.class.getName());

  private static final String ATTACHMENT = "attachment";
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int MOST_OF_USER = 100;
  private static final int MOST_PIECES = 10_000;
  private static final int SWEPT_AT_ONCE = 1000;

  private final Surroundings surroundings;
  private final Database database;
  private final FileStore store;
  private final Attachments attachments;
  private final UploadRules rules;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /** The uploads that become files among these. */
  public UploadSessions(
      Surroundings surroundings, Users users, Channels channels, Attachments attachments) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.store = surroundings.files();
    this.attachments = attachments;
    this.rules = new UploadRules(users, channels, attachments);
  }

  /**
   * Announces a file.
   *
   * @throws AppError with status 400 where a value is missing or not allowed, 403 where the channel
   *     is archived, 404 where there is none, 413 where the file is too large, 429 where the user
   *     has too many uploads under way, 501 where there are no files
   */
  public UploadSession create(UploadSession wanted) {
    attachments.checkEnabled();
    UploadSession upload =
        wanted.toBuilder()
            .id(surroundings.ids().next())
            .type(wanted.type().isEmpty() ? ATTACHMENT : wanted.type())
            .createAt(surroundings.now())
            .path("")
            .fileOffset(0)
            .build();
    return database.inTransaction(
        sql -> {
          rules.check(sql, upload);
          if (UploadRows.countOf(sql, upload.userId()) >= MOST_OF_USER) {
            throw AppError.of(
                "app.upload.create.too_many.app_error",
                "a user has at most %d uploads under way".formatted(MOST_OF_USER),
                429);
          }
          UploadRows.insert(sql, upload);
          return upload;
        });
  }

  /**
   * An upload, with the offset that it has reached.
   *
   * @throws AppError with status 404 where there is none, or it has come to its end
   */
  public UploadSession get(String id) {
    return database.inTransaction(sql -> existing(sql, id));
  }

  private static UploadSession existing(Sql sql, String id) {
    return UploadRows.byId(sql, id)
        .orElseThrow(
            () -> AppError.of("app.upload.get.app_error", "there is no upload " + id, 404));
  }

  /** The uploads of a user that have not come to their end, oldest first. */
  public List<UploadSession> of(String userId) {
    return database.inTransaction(sql -> UploadRows.of(sql, userId, MOST_OF_USER));
  }

  /**
   * Adds a piece. With the last one the file is stored, as the hook leaves it; what follows the
   * hook runs by {@code executor}.
   *
   * @param offset where the piece begins: where the ones before have ended
   * @param piece read to its end, and left open; may be empty where all is there
   * @return the file; empty while more is to come. Fails with an {@link AppError} with status 400
   *     where the piece begins elsewhere, there is more than has been announced, another piece is
   *     just coming or a hook rejects the file, 404 where there is no such upload
   */
  public CompletionStage<Optional<FileInfo>> append(
      String id, long offset, InputStream piece, Executor executor) {
    if (!busy.add(id)) {
      throw refused("concurrent", "another piece of this upload is just coming");
    }
    CompletionStage<Optional<FileInfo>> appended;
    try {
      UploadSession upload = get(id);
      if (upload.fileOffset() != offset) {
        throw refused(
            "offset",
            "the next piece begins at %d, and not at %d".formatted(upload.fileOffset(), offset));
      }
      long end = offset + take(upload, piece);
      appended =
          end < upload.fileSize()
              ? CompletableFuture.completedStage(Optional.empty())
              : finish(upload, executor).thenApply(Optional::of);
    } catch (RuntimeException failure) {
      busy.remove(id);
      throw failure;
    }
    return appended.whenComplete((file, failure) -> busy.remove(id));
  }

  private static AppError refused(String why, String message) {
    return AppError.of("app.upload.upload_data.%s.app_error".formatted(why), message, 400);
  }

  private long take(UploadSession upload, InputStream piece) {
    long left = upload.fileSize() - upload.fileOffset();
    String content = surroundings.ids().next();
    long size = attachments.receive(content, piece, left, tooMuch(upload));
    try {
      if (size == 0) {
        store.drop(content);
        return 0;
      }
      boolean taken;
      try {
        taken = database.inTransaction(sql -> insert(sql, upload, content, size));
      } catch (RuntimeException failure) {
        store.drop(content);
        throw failure;
      }
      if (!taken) {
        store.drop(content);
        throw refused("concurrent", "another piece of this upload has just come");
      }
      store.keep(content);
      return size;
    } catch (IOException failure) {
      throw Storing.failed(failure);
    }
  }

  private boolean insert(Sql sql, UploadSession upload, String content, long size) {
    if (UploadRows.countPieces(sql, upload.id()) >= MOST_PIECES) {
      throw refused("pieces", "a file has at most %d pieces".formatted(MOST_PIECES));
    }
    long offset = upload.fileOffset();
    if (!UploadRows.advance(sql, upload.id(), offset, offset + size, surroundings.now())) {
      return false;
    }
    UploadRows.insertPiece(sql, upload.id(), offset, content);
    return true;
  }

  private static AppError tooMuch(UploadSession upload) {
    return refused(
        "too_much", "there is more than the %d bytes announced".formatted(upload.fileSize()));
  }

  private CompletionStage<FileInfo> finish(UploadSession upload, Executor executor) {
    List<String> pieces = database.inTransaction(sql -> UploadRows.pieces(sql, upload.id()));
    Attachments.Held whole;
    try (InputStream content = new JoinedContents(store, pieces)) {
      whole = attachments.hold(content);
    } catch (IOException failure) {
      throw Storing.failed(failure);
    }
    String fileId = upload.reqFileId().isEmpty() ? surroundings.ids().next() : upload.reqFileId();
    return new Asked<>(
            attachments.upload(
                fileId, upload.userId(), upload.channelId(), upload.filename(), whole, executor))
        .answer()
        .handle(
            (file, failure) -> {
              if (failure == null) {
                forget(upload.id());
                return file;
              }
              AppError error = error(FailureCause.of(failure));
              // What has failed by a fault of this server may be tried again.
              if (error.statusCode() < 500) {
                forget(upload.id());
              }
              throw error;
            });
  }

  private static AppError error(Throwable failure) {
    if (failure instanceof DuplicateException) {
      return AppError.of(
          "app.upload.upload_data.save.app_error", "there is a file of this id already", 409);
    }
    return failure instanceof AppError error ? error : Storing.failed(failure);
  }

  private void forget(String id) {
    List<String> pieces = database.inTransaction(sql -> UploadRows.pieces(sql, id));
    try {
      for (String piece : pieces) {
        // First, so that a crash in between leaves a row to try it again by.
        store.delete(piece);
      }
    } catch (IOException failure) {
      LOGGER.log(Level.WARNING, "the pieces of an upload cannot be removed: " + id, failure);
      return;
    }
    database.inTransaction(sql -> UploadRows.delete(sql, id));
  }

  /** Forgets uploads to which nothing has come for a day. */
  public void sweep() {
    long until = surroundings.now() - KEPT.toMillis();
    for (String id :
        database.inTransaction(sql -> UploadRows.abandoned(sql, until, SWEPT_AT_ONCE))) {
      if (busy.add(id)) {
        try {
          forget(id);
        } finally {
          busy.remove(id);
        }
      }
    }
  }
}
