package io.krait.hostkit.internal;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.KeyValueStore;
import io.krait.api.Nullable;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Keeps entries in the table {@code krait_plugin_entries} of a database, which is made where it is
 * not there. Each row has a revision, by which it is told whether somebody else has changed it:
 * values cannot be compared in every database. Safe for use from any thread, and from several
 * servers with one database.
 */
final class JdbcEntries implements KeyValueStore {

  private static final System.Logger LOGGER = System.getLogger(JdbcEntries.class.getName());
  private static final String KEY = " where plugin_id = ? and entry_key = ?";

  /** What begins with it says that something that must be unique, or not null, is not. */
  private static final String INTEGRITY = "23";

  private static final int TRIES = 50;
  private static final int BETWEEN_SWEEPS = 500;

  private final DataSource dataSource;
  private final InstantSource clock;
  private final AtomicInteger sinceSweep = new AtomicInteger();
  private volatile boolean prepared;

  /** The entries in this database, which is not asked for anything yet. */
  JdbcEntries(DataSource dataSource, InstantSource clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** Whether this is the database. */
  boolean isIn(DataSource other) {
    return dataSource == other;
  }

  @Override
  public Bytes get(String pluginId, String key) {
    return with(
        connection -> {
          Row row = row(connection, pluginId, key);
          return row == null || row.isOver(clock.millis()) ? Bytes.EMPTY : row.value();
        });
  }

  @Override
  public void set(String pluginId, String key, Bytes value, long expireInSeconds) {
    change(pluginId, key, null, value, expireInSeconds);
  }

  @Override
  public boolean compareAndSet(
      String pluginId, String key, Bytes expected, Bytes value, long expireInSeconds) {
    return change(pluginId, key, expected, value, expireInSeconds);
  }

  @Override
  public void deleteAll(String pluginId) {
    with(
        connection ->
            run(connection, "delete from krait_plugin_entries where plugin_id = ?", pluginId));
  }

  @Override
  public List<String> keys(String pluginId, long offset, int limit) {
    return with(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "select entry_key from krait_plugin_entries where plugin_id = ? and (expire_at ="
                      + " 0 or expire_at > ?) order by entry_key")) {
            statement.setString(1, pluginId);
            statement.setLong(2, clock.millis());
            try (ResultSet rows = statement.executeQuery()) {
              return page(rows, offset, limit);
            }
          }
        });
  }

  private static List<String> page(ResultSet rows, long offset, int limit) throws SQLException {
    List<String> keys = new ArrayList<>();
    long passed = 0;
    while (keys.size() < limit && rows.next()) {
      String key = rows.getString(1);
      if (!key.startsWith(OF_THE_HOST) && passed++ >= offset) {
        keys.add(key);
      }
    }
    return List.copyOf(keys);
  }

  /** A row as it was read. */
  private record Row(Bytes value, long expireAt, long revision) {
    boolean isOver(long now) {
      return expireAt != 0 && expireAt <= now;
    }
  }

  private boolean change(
      String pluginId, String key, @Nullable Bytes expected, Bytes value, long expireInSeconds) {
    boolean done =
        with(
            connection -> {
              for (int attempt = 1; attempt <= TRIES; attempt++) {
                Row row = row(connection, pluginId, key);
                Bytes there = row == null || row.isOver(clock.millis()) ? Bytes.EMPTY : row.value();
                if (expected != null && !expected.equals(there)) {
                  return false;
                }
                if (write(connection, pluginId, key, row, value, expireInSeconds)) {
                  return true;
                }
              }
              throw AppError.of(
                  "app.plugin.entries.contended.app_error",
                  "too many change the key %s at once; try again".formatted(key),
                  503);
            });
    if (sinceSweep.incrementAndGet() >= BETWEEN_SWEEPS) {
      sinceSweep.set(0);
      with(
          connection ->
              run(
                  connection,
                  "delete from krait_plugin_entries where expire_at <> 0 and expire_at <= ?",
                  clock.millis()));
    }
    return done;
  }

  /** Whether nobody has changed the row meanwhile. */
  private boolean write(
      Connection connection,
      String pluginId,
      String key,
      @Nullable Row row,
      Bytes value,
      long expireInSeconds)
      throws SQLException {
    long expireAt = expireInSeconds == 0 ? 0 : clock.millis() + expireInSeconds * 1000;
    if (row == null) {
      return value.isEmpty() || insert(connection, pluginId, key, value, expireAt);
    }
    if (value.isEmpty()) {
      return run(
              connection,
              "delete from krait_plugin_entries" + KEY + " and revision = ?",
              pluginId,
              key,
              row.revision())
          == 1;
    }
    return run(
            connection,
            "update krait_plugin_entries set content = ?, expire_at = ?, revision = ?"
                + KEY
                + " and revision = ?",
            value.toByteArray(),
            expireAt,
            row.revision() + 1,
            pluginId,
            key,
            row.revision())
        == 1;
  }

  private static boolean insert(
      Connection connection, String pluginId, String key, Bytes value, long expireAt)
      throws SQLException {
    try {
      run(
          connection,
          "insert into krait_plugin_entries (content, expire_at, revision, plugin_id, entry_key)"
              + " values (?, ?, ?, ?, ?)",
          value.toByteArray(),
          expireAt,
          // Not the number of a row that was deleted in between.
          System.nanoTime(),
          pluginId,
          key);
      return true;
    } catch (SQLException failure) {
      if (isOfIntegrity(failure)) {
        return false;
      }
      throw failure;
    }
  }

  private static boolean isOfIntegrity(SQLException failure) {
    return failure.getSQLState() != null && failure.getSQLState().startsWith(INTEGRITY);
  }

  private static @Nullable Row row(Connection connection, String pluginId, String key)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select content, expire_at, revision from krait_plugin_entries" + KEY)) {
      statement.setString(1, pluginId);
      statement.setString(2, key);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? new Row(Bytes.owning(rows.getBytes(1)), rows.getLong(2), rows.getLong(3))
            : null;
      }
    }
  }

  private static int run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] instanceof byte[] bytes) {
          statement.setBytes(i + 1, bytes);
        } else {
          statement.setObject(i + 1, values[i]);
        }
      }
      return statement.executeUpdate();
    }
  }

  /** A piece of work on the database, each of its statements in a transaction of its own. */
  @FunctionalInterface
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T with(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      if (!connection.getAutoCommit()) {
        connection.setAutoCommit(true);
      }
      prepare(connection);
      return work.with(connection);
    } catch (SQLException failure) {
      LOGGER.log(Level.ERROR, "the database of what plugins keep failed", failure);
      throw AppError.builder()
          .id("app.plugin.entries.database.app_error")
          .message("the database of what plugins keep failed; the server's log tells more")
          .statusCode(500)
          .cause(failure)
          .build();
    }
  }

  private void prepare(Connection connection) throws SQLException {
    if (prepared) {
      return;
    }
    if (!isThere(connection)) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "create table krait_plugin_entries (plugin_id varchar(190) not null, entry_key"
                + " varchar(300) not null, content %s not null, expire_at bigint not null, revision"
                    .formatted(binary(connection.getMetaData().getDatabaseProductName()))
                + " bigint not null, primary key (plugin_id, entry_key))");
      } catch (SQLException failure) {
        // Another server may have made it meanwhile.
        if (!isThere(connection)) {
          throw failure;
        }
      }
    }
    prepared = true;
  }

  private static boolean isThere(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select revision from krait_plugin_entries where 1 = 0")) {
      return !rows.next();
    } catch (SQLException absent) {
      return false;
    }
  }

  /** The type of a column for up to a mebibyte. */
  private static String binary(String product) {
    return switch (product.toLowerCase(Locale.ROOT)) {
      case "postgresql" -> "bytea";
      case "mysql", "mariadb" -> "mediumblob";
      case "microsoft sql server" -> "varbinary(max)";
      default -> "blob";
    };
  }
}
