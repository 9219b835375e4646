package io.krait.host.internal.chat;

import io.krait.api.model.FileInfo;
import io.krait.host.internal.chat.FilePictures.Looked;
import io.krait.host.internal.chat.FilePictures.Smaller;
import io.krait.host.internal.chat.FilePreviewRows.Place;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.FileStore;
import io.krait.host.internal.storage.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files and their smaller pictures as what the database knows of them and what is in the store:
 * both or neither, whatever happens in between. Safe for use from any thread.
 */
final class KeptFiles {

  private static final System.Logger LOGGER = System.getLogger(KeptFiles.class.getName());

  private final Database database;
  private final FileStore store;
  private final Ids ids;

  KeptFiles(Surroundings surroundings) {
    this.database = surroundings.database();
    this.store = surroundings.files();
    this.ids = surroundings.ids();
  }

  /** Keeps a file that has come in under its id, with its smaller pictures. */
  FileInfo keep(FileInfo file, Looked looked) throws IOException {
    List<String> contents = new ArrayList<>(List.of(file.id()));
    FileInfo described = looked.on(file);
    try {
      Optional<Place> place = receive(looked, contents);
      // Known to the database first, so that a crash in between does not lose it.
      database.inTransaction(
          sql -> {
            FileRows.insert(sql, described, file.id());
            place.ifPresent(where -> FilePreviewRows.insert(sql, file.id(), where));
            return file;
          });
    } catch (IOException | RuntimeException failure) {
      for (String content : contents) {
        store.drop(content);
      }
      throw failure;
    }
    for (String content : contents) {
      store.keep(content);
    }
    return described;
  }

  private Optional<Place> receive(Looked looked, List<String> contents) throws IOException {
    Smaller smaller = looked.smaller();
    if (smaller == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Place(
            receive(smaller.preview(), contents),
            smaller.preview().length,
            receive(smaller.thumbnail(), contents),
            smaller.thumbnail().length,
            smaller.mediaType()));
  }

  private String receive(byte[] picture, List<String> contents) throws IOException {
    String id = ids.next();
    contents.add(id);
    store.receive(id, new ByteArrayInputStream(picture));
    return id;
  }

  /** Forgets a file that is no post's, with its content. */
  void withdraw(String id) {
    boolean gone = database.inTransaction(sql -> FileRows.forget(sql, id));
    if (gone) {
      try {
        deleteContent(id);
      } catch (IOException failure) {
        LOGGER.log(Level.WARNING, "a file that was taken back is left: " + id, failure);
      }
    }
  }

  /** Removes contents whose files were deleted until a moment. */
  void sweep(long until) {
    for (String content : database.inTransaction(sql -> FileRows.unwantedContents(sql, until))) {
      try {
        // First, so that a crash in between leaves a row to try it again by.
        deleteContent(content);
      } catch (IOException failure) {
        LOGGER.log(Level.WARNING, "a deleted file cannot be removed: " + content, failure);
        continue;
      }
      database.inTransaction(
          sql -> {
            FileRows.contentIsGone(sql, content);
            return content;
          });
    }
  }

  private void deleteContent(String content) throws IOException {
    Optional<Place> place = database.inTransaction(sql -> FilePreviewRows.of(sql, content));
    if (place.isPresent()) {
      store.delete(place.get().preview());
      store.delete(place.get().thumbnail());
    }
    store.delete(content);
    database.inTransaction(
        sql -> {
          FilePreviewRows.delete(sql, content);
          return content;
        });
  }

  /** Brings to its end what an earlier run has left half done. */
  void decideWhatIsLeft() {
    try {
      for (String id : store.undecided()) {
        if (database.inTransaction(
            sql ->
                FileRows.isContent(sql, id)
                    || FilePreviewRows.isContent(sql, id)
                    || UploadRows.isContent(sql, id))) {
          store.keep(id);
        } else {
          store.drop(id);
        }
      }
    } catch (IOException failure) {
      LOGGER.log(Level.WARNING, "what is left of earlier uploads cannot be tidied up", failure);
    }
  }
}
