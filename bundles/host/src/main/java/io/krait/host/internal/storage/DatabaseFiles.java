package io.krait.host.internal.storage;

import io.krait.api.AppError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Contents as rows of the database, in pieces, so that one copy of it is a copy of all. What comes
 * in is in a folder until it is kept, and what was kept in that folder before can still be read.
 */
final class DatabaseFiles implements FileStore {

  /** Small enough to be held in memory, whatever a file's size. */
  static final int PIECE = 256 << 10;

  private final Database database;
  private final FolderFiles folder;

  DatabaseFiles(Database database, FolderFiles folder) {
    this.database = database;
    this.folder = folder;
  }

  @Override
  public long largest() {
    return folder.largest();
  }

  @Override
  public long receive(String id, InputStream content) throws IOException {
    return folder.receive(id, content);
  }

  @Override
  public void receive(String id, Path file) throws IOException {
    folder.receive(id, file);
  }

  @Override
  public void keep(String id) throws IOException {
    try {
      database.inTransaction(
          sql -> {
            // There are some where it was interrupted after this and before the file was dropped.
            remove(sql, id);
            try (InputStream content = Files.newInputStream(folder.incoming(id))) {
              byte[] piece = content.readNBytes(PIECE);
              for (int number = 0; number == 0 || piece.length > 0; number++) {
                sql.insert("file_contents", "id", id, "piece", number, "content", piece);
                piece = content.readNBytes(PIECE);
              }
              return id;
            } catch (IOException failure) {
              throw new UnreadableException(failure);
            }
          });
    } catch (UnreadableException failure) {
      throw new IOException("cannot read what has come in: " + id, failure.getCause());
    }
    folder.drop(id);
  }

  @Override
  public void drop(String id) throws IOException {
    folder.drop(id);
  }

  @Override
  public void delete(String id) throws IOException {
    database.inTransaction(sql -> remove(sql, id));
    folder.delete(id);
  }

  private static int remove(Sql sql, String id) {
    return sql.change("delete from file_contents where id = ?", id);
  }

  @Override
  public List<String> undecided() throws IOException {
    return folder.undecided();
  }

  @Override
  public InputStream open(String id) throws IOException {
    Optional<byte[]> first = piece(id, 0);
    return first.isPresent() ? new Pieces(id, first.get()) : folder.open(id);
  }

  @Override
  public boolean has(String id) {
    return database.<Long>inTransaction(
                sql ->
                    sql.count("select count(*) from file_contents where id = ? and piece = 0", id))
            > 0
        || folder.has(id);
  }

  @Override
  public Path incoming(String id) {
    return folder.incoming(id);
  }

  private Optional<byte[]> piece(String id, int number) throws IOException {
    try {
      return database.inTransaction(
          sql ->
              sql.first(
                  "select content from file_contents where id = ? and piece = ?",
                  row -> row.getBytes(1),
                  id,
                  number));
    } catch (AppError away) {
      throw new IOException("the database does not hand out " + id, away);
    }
  }

  /** One after the other, so that a slow reader holds no connection. */
  private final class Pieces extends InputStream {
    private final String id;
    private byte[] piece;
    private int number;
    private int read;

    Pieces(String id, byte[] first) {
      this.id = id;
      piece = first;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (read == piece.length && !next()) {
        return -1;
      }
      int some = Math.min(length, piece.length - read);
      System.arraycopy(piece, read, into, offset, some);
      read += some;
      return some;
    }

    private boolean next() throws IOException {
      if (piece.length < PIECE) {
        return false;
      }
      number++;
      Optional<byte[]> more = piece(id, number);
      if (more.isEmpty() && number > 0 && !has(id)) {
        throw new NoSuchFileException(id, null, "it was deleted while it was read");
      }
      piece = more.orElse(new byte[0]);
      read = 0;
      return piece.length > 0;
    }
  }

  /** Carries a failure to read out of a transaction, which is undone by it. */
  private static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(IOException cause) {
      super(cause);
    }
  }
}
