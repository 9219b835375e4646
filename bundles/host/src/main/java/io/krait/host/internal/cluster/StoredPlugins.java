package io.krait.host.internal.cluster;

import io.krait.api.host.SharedPlugin;
import io.krait.api.host.SharedPlugins;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The plugins that servers share, in the database that they share. */
final class StoredPlugins implements SharedPlugins {

  /** Small enough to be held in memory, whatever an archive's size. */
  private static final int PIECE = 256 << 10;

  private static final String ALL =
      "select id, revision, version, archive, enabled, settings, details from shared_plugins";

  private final Database database;

  StoredPlugins(Database database) {
    this.database = database;
  }

  @Override
  public List<SharedPlugin> all() {
    return database.inTransaction(sql -> sql.list(ALL + " order by id", StoredPlugins::plugin));
  }

  @Override
  public Optional<SharedPlugin> find(String pluginId) {
    return database.inTransaction(
        sql -> sql.first(ALL + " where id = ?", StoredPlugins::plugin, pluginId));
  }

  private static SharedPlugin plugin(ResultSet row) throws SQLException {
    return new SharedPlugin(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getBoolean(5),
        row.getString(6),
        row.getString(7));
  }

  @Override
  public boolean replace(SharedPlugin plugin) {
    try {
      return database.inTransaction(
          sql -> plugin.revision() == 1 ? add(sql, plugin) : put(sql, plugin));
    } catch (DuplicateException addedMeanwhile) {
      return false;
    }
  }

  private static boolean add(Sql sql, SharedPlugin plugin) {
    sql.insert(
        "shared_plugins",
        "id",
        plugin.id(),
        "revision",
        plugin.revision(),
        "version",
        plugin.version(),
        "archive",
        plugin.archive(),
        "enabled",
        plugin.enabled(),
        "settings",
        plugin.settings(),
        "details",
        plugin.details());
    return true;
  }

  private static boolean put(Sql sql, SharedPlugin plugin) {
    return sql.change(
            "update shared_plugins set revision = ?, version = ?, archive = ?, enabled = ?,"
                + " settings = ?, details = ? where id = ? and revision = ?",
            plugin.revision(),
            plugin.version(),
            plugin.archive(),
            plugin.enabled(),
            plugin.settings(),
            plugin.details(),
            plugin.id(),
            plugin.revision() - 1)
        > 0;
  }

  @Override
  public void keep(String hash, Path archive) throws IOException {
    try (InputStream content = Files.newInputStream(archive)) {
      content.readNBytes(1);
    }
    if (isKept(hash, archive)) {
      return;
    }
    try {
      database.inTransaction(sql -> replace(sql, hash, archive));
    } catch (DuplicateException keptMeanwhile) {
      // It is the same, by its hash.
    } catch (UnreadableException failure) {
      throw new IOException("cannot read the archive " + hash, failure.getCause());
    }
  }

  /** Whether all of it is there as it should be. */
  private boolean isKept(String hash, Path archive) throws IOException {
    if (piece(hash, 0).isEmpty()) {
      return false;
    }
    try (InputStream kept = open(hash);
        InputStream wanted = Files.newInputStream(archive)) {
      byte[] piece;
      do {
        piece = wanted.readNBytes(PIECE);
        if (!Arrays.equals(piece, kept.readNBytes(PIECE))) {
          return false;
        }
      } while (piece.length > 0);
      return true;
    }
  }

  private static boolean replace(Sql sql, String hash, Path archive) {
    sql.change("delete from shared_archives where hash = ?", hash);
    try (InputStream content = Files.newInputStream(archive)) {
      byte[] piece = content.readNBytes(PIECE);
      for (int number = 0; number == 0 || piece.length > 0; number++) {
        sql.insert("shared_archives", "hash", hash, "piece", number, "content", piece);
        piece = content.readNBytes(PIECE);
      }
      return true;
    } catch (IOException failure) {
      throw new UnreadableException(failure);
    }
  }

  @Override
  public InputStream open(String hash) throws IOException {
    byte[] first =
        piece(hash, 0)
            .orElseThrow(() -> new NoSuchFileException("archive " + hash, null, "it is not kept"));
    return new SequenceInputStream(new Pieces(hash, first));
  }

  private Optional<byte[]> piece(String hash, int number) {
    return database.inTransaction(
        sql ->
            sql.first(
                "select content from shared_archives where hash = ? and piece = ?",
                row -> row.getBytes(1),
                hash,
                number));
  }

  @Override
  public void forget(String hash) {
    database.inTransaction(sql -> sql.change("delete from shared_archives where hash = ?", hash));
  }

  /** One after the other, so that a slow reader holds no connection. */
  private final class Pieces implements Enumeration<InputStream> {
    private final String hash;
    private Optional<byte[]> next;
    private int number;

    Pieces(String hash, byte[] first) {
      this.hash = hash;
      next = Optional.of(first);
    }

    @Override
    public boolean hasMoreElements() {
      return next.isPresent();
    }

    @Override
    public InputStream nextElement() {
      byte[] piece = next.orElseThrow(NoSuchElementException::new);
      number++;
      // What was forgotten in the middle ends early, and has another hash.
      next = piece.length < PIECE ? Optional.empty() : piece(hash, number);
      return new ByteArrayInputStream(piece);
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
