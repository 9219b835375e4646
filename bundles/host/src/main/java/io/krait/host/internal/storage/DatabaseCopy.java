package io.krait.host.internal.storage;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Copies all rows of one database into another of the same form, all of them or none. */
final class DatabaseCopy {

  private static final System.Logger LOGGER = System.getLogger(DatabaseCopy.class.getName());
  private static final String HISTORY = "flyway_schema_history";
  private static final int ROWS_AT_ONCE = 500;

  private DatabaseCopy() {}

  /**
   * Copies where nobody has used the other one yet.
   *
   * @param from stays as it is; nobody else uses it
   * @param to what migrations have put into it is replaced
   * @throws UnusableException where that fails; the other one is as it was then
   */
  static void intoUnused(DataSource from, DataSource to, String name) {
    try (Connection source = from.getConnection();
        Connection target = to.getConnection()) {
      target.setAutoCommit(false);
      if (count(target, "users") > 0) {
        return;
      }
      List<String> tables = tables(target);
      // Those that others refer to come first, and are emptied last.
      List<String> emptied = new ArrayList<>(tables);
      Collections.reverse(emptied);
      try (Statement statement = target.createStatement()) {
        for (String table : emptied) {
          statement.executeUpdate("delete from " + table);
        }
      }
      long rows = 0;
      for (String table : tables) {
        long copied = copy(source, target, table);
        if (copied != count(target, table)) {
          throw new SQLException("rows of " + table + " are missing");
        }
        rows += copied;
      }
      target.commit();
      LOGGER.log(
          Level.INFO,
          "{0} rows of the data folder were copied into {1}",
          String.valueOf(rows),
          name);
    } catch (SQLException failure) {
      throw new UnusableException(
          "cannot use %s: the data of the data folder cannot be copied into it (%s); both are as they were"
              .formatted(name, Connections.reason(failure)));
    }
  }

  private static long copy(Connection source, Connection target, String table) throws SQLException {
    List<String> columns = columns(target, table, false);
    String names = String.join(", ", columns);
    String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    long rows = 0;
    try (Statement statement = source.createStatement();
        PreparedStatement insert =
            target.prepareStatement(
                "insert into " + table + " (" + names + ") values (" + marks + ")")) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet row = statement.executeQuery("select " + names + " from " + table)) {
        while (row.next()) {
          for (int i = 1; i <= columns.size(); i++) {
            insert.setObject(i, value(row, i));
          }
          insert.addBatch();
          rows++;
          if (rows % ROWS_AT_ONCE == 0) {
            insert.executeBatch();
          }
        }
      }
      insert.executeBatch();
    }
    for (String numbered : columns(target, table, true)) {
      long next = highest(target, table, numbered) + 1;
      try (Statement statement = target.createStatement()) {
        statement.execute(
            "alter table " + table + " alter column " + numbered + " restart with " + next);
      }
    }
    return rows;
  }

  private static Object value(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    // The one character that PostgreSQL does not keep.
    return value instanceof String text ? text.replace('\0', '\ufffd') : value;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    List<String> all = new ArrayList<>();
    try (ResultSet tables =
        meta.getTables(
            connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        all.add(tables.getString("TABLE_NAME"));
      }
    }
    all.remove(HISTORY);
    Set<String> ordered = new LinkedHashSet<>();
    for (String table : all) {
      add(meta, connection, table, ordered, new LinkedHashSet<>());
    }
    return List.copyOf(ordered);
  }

  private static void add(
      DatabaseMetaData meta,
      Connection connection,
      String table,
      Set<String> ordered,
      Set<String> waiting)
      throws SQLException {
    if (ordered.contains(table) || !waiting.add(table)) {
      return;
    }
    try (ResultSet keys =
        meta.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (keys.next()) {
        add(meta, connection, keys.getString("PKTABLE_NAME"), ordered, waiting);
      }
    }
    ordered.add(table);
  }

  private static List<String> columns(Connection connection, String table, boolean numberedAlone)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet all =
        connection
            .getMetaData()
            .getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
      while (all.next()) {
        if (!numberedAlone || "YES".equals(all.getString("IS_AUTOINCREMENT"))) {
          columns.add(all.getString("COLUMN_NAME"));
        }
      }
    }
    return columns;
  }

  private static long count(Connection connection, String table) throws SQLException {
    return number(connection, "select count(*) from " + table);
  }

  private static long highest(Connection connection, String table, String column)
      throws SQLException {
    return number(connection, "select coalesce(max(" + column + "), 0) from " + table);
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
