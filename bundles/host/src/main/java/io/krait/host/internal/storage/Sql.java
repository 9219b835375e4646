package io.krait.host.internal.storage;

import io.krait.api.Nullable;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements within one transaction. It begins with the first that changes or locks something: each
 * query sees what is committed when it begins, in a transaction and before it, and one that only
 * reads need not ask the server to end one.
 */
public final class Sql {

  private static final System.Logger LOGGER = System.getLogger(Sql.class.getName());

  private final Connection connection;
  private boolean begun;
  private boolean changed;

  /** By a connection that commits each statement, so far. */
  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Makes a value of the row that a result stands at. */
  @FunctionalInterface
  public interface Row<T> {
    /** Reads it. */
    T of(ResultSet row) throws SQLException;
  }

  /** Whether there is something to commit, or to undo. */
  boolean hasBegun() {
    return begun;
  }

  private void begin() throws SQLException {
    if (!begun) {
      connection.setAutoCommit(false);
      begun = true;
    }
  }

  private static boolean onlyReads(String query) {
    return query.startsWith("select ") && !query.endsWith(" for update");
  }

  /** Whether rows may have been changed. */
  boolean hasChanged() {
    return changed;
  }

  /** Runs a statement that has no parameters and no answer. */
  void run(String statement) {
    try {
      begin();
      try (Statement prepared = connection.createStatement()) {
        prepared.execute(statement);
      }
    } catch (SQLException failure) {
      throw new SqlFailure(failure);
    }
  }

  /** Changes rows, and tells how many. */
  public int change(String statement, @Nullable Object... parameters) {
    changed = true;
    try {
      begin();
      try (PreparedStatement prepared = prepare(statement, parameters)) {
        return prepared.executeUpdate();
      }
    } catch (SQLException failure) {
      throw new SqlFailure(failure);
    }
  }

  /** All rows of the answer. */
  public <T> List<T> list(String query, Row<T> row, @Nullable Object... parameters) {
    try {
      if (!onlyReads(query)) {
        begin();
      }
      try (PreparedStatement prepared = prepare(query, parameters);
          ResultSet results = prepared.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (results.next()) {
          found.add(row.of(results));
        }
        return found;
      }
    } catch (SQLException failure) {
      throw new SqlFailure(failure);
    }
  }

  /** The first row of the answer, if there is one. */
  public <T> Optional<T> first(String query, Row<T> row, @Nullable Object... parameters) {
    return list(query, row, parameters).stream().findFirst();
  }

  /**
   * Locks rows until the end of the transaction, for work that writes what it makes of what it has
   * read: whoever else locks them waits, and then reads what this transaction wrote. To be done
   * before reading; there need be no such rows.
   */
  public void lock(String table, String condition, @Nullable Object... parameters) {
    list("select 1 from " + table + " where " + condition + " for update", row -> 1, parameters);
  }

  /** The number that a query counts. */
  public long count(String query, @Nullable Object... parameters) {
    return first(query, row -> row.getLong(1), parameters).orElse(0L);
  }

  /** Puts values into a new row; {@code namesAndValues} has each column's name before its value. */
  public void insert(String table, @Nullable Object... namesAndValues) {
    StringBuilder columns = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    @Nullable Object[] values = new Object[namesAndValues.length / 2];
    for (int i = 0; i < values.length; i++) {
      columns.append(i == 0 ? "" : ", ").append(namesAndValues[2 * i]);
      marks.append(i == 0 ? "?" : ", ?");
      values[i] = namesAndValues[2 * i + 1];
    }
    change("insert into " + table + " (" + columns + ") values (" + marks + ")", values);
  }

  /** As many parameter marks as there are values, for use after {@code in}. */
  public static String marks(int values) {
    return "(" + String.join(", ", java.util.Collections.nCopies(Math.max(1, values), "?")) + ")";
  }

  private PreparedStatement prepare(String statement, @Nullable Object... parameters)
      throws SQLException {
    // Without its values, which are people's.
    LOGGER.log(Level.TRACE, statement);
    PreparedStatement prepared = connection.prepareStatement(statement);
    try {
      for (int i = 0; i < parameters.length; i++) {
        prepared.setObject(i + 1, parameters[i]);
      }
      return prepared;
    } catch (SQLException | RuntimeException failure) {
      prepared.close();
      throw failure;
    }
  }
}
