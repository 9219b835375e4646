package io.krait.host.internal.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** As many rows in each table as make a database choose its plans as it does with all its life. */
final class ManyRows {

  private static final int EACH = 2000;

  private ManyRows() {}

  static void intoH2(Connection connection) throws SQLException {
    run(connection, "set referential_integrity false");
    fill(connection, "(select \"X\" as x from system_range(1, " + EACH + ")) numbers");
    run(connection, "analyze");
  }

  static void intoPostgreSql(Connection connection) throws SQLException {
    run(connection, "set session_replication_role = replica");
    fill(connection, "generate_series(1, " + EACH + ") as numbers(x)");
    run(connection, "analyze");
  }

  private static void fill(Connection connection, String numbers) throws SQLException {
    Map<String, StringBuilder> names = new LinkedHashMap<>();
    Map<String, StringBuilder> values = new LinkedHashMap<>();
    try (Statement ask = connection.createStatement();
        ResultSet columns =
            ask.executeQuery(
                "select table_name, column_name, data_type, character_maximum_length from"
                    + " information_schema.columns where table_schema = 'public' and"
                    + " table_name <> 'flyway_schema_history'")) {
      while (columns.next()) {
        String table = columns.getString(1);
        String name = columns.getString(2);
        names.computeIfAbsent(table, none -> new StringBuilder()).append(", ").append(name);
        values
            .computeIfAbsent(table, none -> new StringBuilder())
            .append(", ")
            .append(value(name, columns.getString(3), columns.getLong(4)));
      }
    }
    for (String table : names.keySet()) {
      run(connection, "delete from " + table);
      run(
          connection,
          "insert into %s (%s) select %s from %s"
              .formatted(
                  table, names.get(table).substring(2), values.get(table).substring(2), numbers));
    }
  }

  // What is called alike has the same values everywhere, so that there is what others name.
  private static String value(String name, String type, long length) {
    if (name.equals("delete_at")) {
      return "0";
    }
    if (name.equals("original_id")) {
      return "''";
    }
    if (name.equals("root_id")) {
      return "case when mod(x, 4) = 0 then 'k' || x else '' end";
    }
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "boolean" -> "mod(x, 2) = 0";
      case "bigint", "integer" -> "x";
      case "timestamp with time zone" -> "current_timestamp";
      case "bytea", "binary varying", "varbinary" -> "cast('k' || x as bytea)";
      default -> "substring('k' || x from 1 for " + (length == 0 ? 26 : length) + ")";
    };
  }

  private static void run(Connection connection, String statement) throws SQLException {
    try (Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }
}
