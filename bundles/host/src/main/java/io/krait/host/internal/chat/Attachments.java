package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.CheckedFile;
import io.krait.api.FailureCause;
import io.krait.api.model.FileInfo;
import io.krait.api.model.GetFileInfosOptions;
import io.krait.api.model.Post;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.images.Images;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.FileStore;
import io.krait.host.internal.words.Words;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Files that are uploaded, to be attached to posts. Safe for use from any thread. */
public final class Attachments {

  private static final System.Logger LOGGER = System.getLogger(Attachments.class.getName());

  /** How long a file is kept that nobody attaches, and then a content that nobody can see. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final Surroundings surroundings;
  private final Database database;
  private final FileStore store;
  private final Users users;
  private final Channels channels;
  private final FilePictures pictures;
  private final KeptFiles kept;

  /** The files in these channels. What an earlier run has left half done is brought to its end. */
  public Attachments(Surroundings surroundings, Users users, Channels channels, Images images) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.store = surroundings.files();
    this.users = users;
    this.channels = channels;
    pictures = new FilePictures(images);
    kept = new KeptFiles(surroundings);
    kept.decideWhatIsLeft();
  }

  /** How large a file may be, in bytes. */
  public long largest() {
    return Math.min(
        store.largest(), surroundings.configuration().number("FileSettings", "MaxFileSize"));
  }

  /** The error, with status 413, that says so of a larger one. */
  public AppError tooLarge() {
    return UploadedContent.tooLarge(largest());
  }

  /**
   * Stores a file that a user has uploaded, as the hook leaves it. Waits for the hook.
   *
   * @param content read to its end, never into memory; left open
   * @throws AppError with status 400 where the name is not allowed, a hook rejects the file or the
   *     content breaks off, 403 where the channel is archived, 404 where there is none, 413 where
   *     the file is too large, 500 where there is no room; nothing is left of it then
   */
  public FileInfo upload(String userId, String channelId, String name, InputStream content) {
    FileInfo offered = offered(surroundings.ids().next(), userId, channelId, name);
    Held held = hold(content);
    try {
      return store(offered, held, ask(offered, held).await());
    } finally {
      forget(held);
    }
  }

  /**
   * As {@link #upload(String, String, String, InputStream)}, without waiting for the hook; what
   * follows that runs by {@code executor}.
   *
   * @param held the content, which is this method's from now on
   */
  public CompletionStage<FileInfo> upload(
      String userId, String channelId, String name, Held held, Executor executor) {
    return upload(surroundings.ids().next(), userId, channelId, name, held, executor);
  }

  /** As above, for a file that gets this id. */
  CompletionStage<FileInfo> upload(
      String id, String userId, String channelId, String name, Held held, Executor executor) {
    try {
      FileInfo offered = offered(id, userId, channelId, name);
      return ask(offered, held)
          .then(executor, checked -> store(offered, held, checked))
          .whenComplete((file, failure) -> forget(held));
    } catch (RuntimeException failure) {
      forget(held);
      throw failure;
    }
  }

  /**
   * Refuses files where they are switched off.
   *
   * @throws AppError with status 501
   */
  void checkEnabled() {
    if (!surroundings.configuration().flag("FileSettings", "EnableFileAttachments")) {
      throw AppError.of(
          "api.file.attachments.disabled.app_error", "files are switched off on this server", 501);
    }
  }

  private FileInfo offered(String id, String userId, String channelId, String name) {
    checkEnabled();
    long now = surroundings.now();
    FileInfo offered =
        FileNames.named(
            FileInfo.builder()
                .id(id)
                .creatorId(userId)
                .channelId(channelId)
                .createAt(now)
                .updateAt(now)
                .build(),
            name);
    database.inTransaction(
        sql -> {
          PostRules.checkOpen(channels.existing(sql, channelId));
          return channelId;
        });
    return offered;
  }

  private Asked<Optional<CheckedFile>> ask(FileInfo offered, Held held) {
    return new Asked<>(
        surroundings
            .hooks()
            .fileWillBeUploaded(
                offered.toBuilder().size(held.size()).build(), store.incoming(held.id()))
            .answer()
            .exceptionally(
                failure -> {
                  Throwable cause = FailureCause.of(failure);
                  throw cause instanceof AppError error ? error : Storing.failed(cause);
                }));
  }

  private FileInfo store(FileInfo offered, Held held, Optional<CheckedFile> asked) {
    return Storing.run(
        () -> {
          if (asked.isEmpty()) {
            return keep(offered.toBuilder().size(held.size()).build(), store.incoming(held.id()));
          }
          try (CheckedFile checked = asked.get()) {
            if (checked.info().size() > largest()) {
              throw UploadedContent.tooLarge(largest());
            }
            FileInfo file = FileNames.changed(offered, checked.info());
            return keep(file, checked.content());
          }
        });
  }

  private FileInfo keep(FileInfo file, Path content) throws IOException {
    FilePictures.Looked looked = pictures.look(file, content);
    store.receive(file.id(), content);
    return kept.keep(file, looked);
  }

  /** Forgets what has been put aside, if it is still there. */
  public void forget(Held held) {
    try {
      held.close();
    } catch (IOException failure) {
      LOGGER.log(Level.WARNING, "an upload that nobody wants is left: " + held.id(), failure);
    }
  }

  /** Stores a file of a plugin; anybody's posts in the channel may have it. */
  public FileInfo upload(String channelId, String name, InputStream content) {
    return upload(FileRows.NOBODY, channelId, name, content);
  }

  /**
   * Puts an upload aside whose channel is not known yet; to be closed by the caller.
   *
   * @throws AppError as {@link #upload(String, String, String, InputStream)}
   */
  public Held hold(InputStream content) {
    String id = surroundings.ids().next();
    return Storing.run(
        () -> {
          return new Held(store, id, store.receive(id, new UploadedContent(content, largest())));
        });
  }

  /**
   * Takes a content in that is a part of a file.
   *
   * @throws AppError {@code tooMuch} where it has more bytes than that; with status 400 where it
   *     breaks off, 500 where there is no room
   */
  long receive(String id, InputStream content, long most, AppError tooMuch) {
    return Storing.run(() -> store.receive(id, new UploadedContent(content, most, tooMuch)));
  }

  /**
   * An upload that has been put aside.
   *
   * @param store where
   * @param id under which id
   * @param size its size in bytes
   */
  public record Held(FileStore store, String id, long size) implements Closeable {
    /** Forgets it. */
    @Override
    public void close() throws IOException {
      store.drop(id);
    }
  }

  /** Takes back what has been uploaded just now and is no post's yet. */
  public void withdraw(List<FileInfo> files) {
    files.forEach(file -> kept.withdraw(file.id()));
  }

  /**
   * What is known about a file.
   *
   * @throws AppError with status 404 where there is none or it is deleted
   */
  public FileInfo get(String id) {
    return database.inTransaction(sql -> FileRows.existing(sql, id));
  }

  /** One page of what is known about all files. */
  public List<FileInfo> list(GetFileInfosOptions options, Page page) {
    return database.inTransaction(sql -> FileRows.list(sql, options, page));
  }

  /** What is known about the files of a post, in the post's order. */
  public List<FileInfo> of(Post post) {
    Map<String, FileInfo> files =
        database.inTransaction(sql -> FileRows.ofPost(sql, post.id())).stream()
            .collect(Collectors.toMap(FileInfo::id, Function.identity()));
    return post.fileIds().stream().filter(files::containsKey).map(files::get).toList();
  }

  /**
   * The content of a file, to be closed by the caller.
   *
   * @throws AppError with status 404 where there is no such file, or its content is gone
   */
  public InputStream open(String id) {
    return read(database.inTransaction(sql -> FileRows.content(sql, id)));
  }

  /**
   * A smaller picture of a file.
   *
   * @param mediaType what it is
   * @param size in bytes
   * @param content to be closed by the caller
   */
  public record SmallerPicture(String mediaType, long size, InputStream content) {}

  /** A picture of the file as wide as a screen at most; empty where there is none. */
  public Optional<SmallerPicture> preview(String id) {
    return place(id)
        .map(
            place ->
                new SmallerPicture(place.mediaType(), place.previewBytes(), read(place.preview())));
  }

  /** A picture of the file as large as a stamp; empty where there is none. */
  public Optional<SmallerPicture> thumbnail(String id) {
    return place(id)
        .map(
            place ->
                new SmallerPicture(
                    place.mediaType(), place.thumbnailBytes(), read(place.thumbnail())));
  }

  private Optional<FilePreviewRows.Place> place(String id) {
    return database.inTransaction(sql -> FilePreviewRows.of(sql, FileRows.content(sql, id)));
  }

  /**
   * The content of a file by its path in the store, to be closed by the caller.
   *
   * @throws AppError with status 400 where the path leads out of it, 404 where there is nothing
   */
  public InputStream openPath(String path) {
    return read(store.idOf(path));
  }

  private InputStream read(String content) {
    try {
      return store.open(content);
    } catch (NoSuchFileException gone) {
      throw AppError.of("api.file.file_reader.app_error", "the content of the file is gone", 404);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Sets the text by which a file is found, in place of the one before.
   *
   * @throws AppError with status 404 where there is no such file
   */
  public void setSearchableContent(String id, String text) {
    database.untilNobodyInterferes(
        sql -> {
          FileInfo file = FileRows.existing(sql, id);
          Words.ofFile(sql, id, file.createAt(), true, text);
          return file;
        });
  }

  /**
   * Makes files of a user that have the contents of others.
   *
   * @return their ids, in the same order
   * @throws AppError with status 404 where there is no such user or file
   */
  public List<String> copy(String userId, List<String> ids) {
    long now = surroundings.now();
    return database.inTransaction(
        sql -> {
          users.existing(sql, userId);
          return ids.stream()
              .map(
                  id -> {
                    FileInfo copy =
                        FileRows.existing(sql, id).toBuilder()
                            .id(surroundings.ids().next())
                            .creatorId(userId)
                            .postId("")
                            .channelId("")
                            .createAt(now)
                            .updateAt(now)
                            .build();
                    FileRows.insert(sql, copy, FileRows.content(sql, id));
                    Words.copyContent(sql, id, copy.id(), now);
                    return copy.id();
                  })
              .toList();
        });
  }

  /**
   * Deletes what users have uploaded and not attached to a post within a day, and removes the
   * contents of files that were deleted a day ago: of those, and of deleted posts. What plugins
   * have uploaded or copied stays until it is a post's, as they may keep its id for later.
   */
  public void sweep() {
    long now = surroundings.now();
    long until = now - KEPT.toMillis();
    database.inTransaction(
        sql -> {
          FileRows.deleteUnattached(sql, until, now);
          return now;
        });
    kept.sweep(until);
  }
}
