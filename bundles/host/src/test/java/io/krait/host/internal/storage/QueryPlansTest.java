package io.krait.host.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of what all other tests of this process have asked a database, nothing makes it read a whole
 * table. Plans are those of tables that have some thousand rows.
 */
@Order(Integer.MAX_VALUE)
class QueryPlansTest {

  /** Statements that may, each with the reason. */
  private static final Map<String, String> MAY_READ_ALL =
      Map.ofEntries(
          Map.entry("from information_schema.", "of the database itself"),
          Map.entry("cluster_leases", "by its key, in words that H2 does not know"),
          Map.entry("from remotes where delete_at = 0 order by", "all of a few are wanted"),
          Map.entry("from roles where delete_at = 0 order by", "all of a few are wanted"),
          Map.entry("from teams t where", "all of a few are wanted, or those with a text in them"),
          Map.entry("from teams where delete_at = 0", "counted for a support packet"),
          Map.entry("from channels where delete_at = 0", "counted for a support packet"),
          Map.entry("count(*) from incoming_webhooks where", "all are counted for who asks"),
          Map.entry("select user_id from statuses where manual", "once, when the server starts"),
          Map.entry("' ' || roles || ' ' like", "whether there is another administrator"));

  private static final Pattern H2_ALL =
      // Nearly all posts have neither.
      Pattern.compile(
          "public\\.(\\w+)\\.tableScan|/\\* public\\.(\\w+) \\*/|public\\.\\w+: (?:original_id|root_id) = '' \\*/");
  private static final Pattern POSTGRESQL_ALL =
      Pattern.compile(
          "(Seq Scan on \\w+|Index (?:Only )?Scan (?:Backward )?using \\w+ on \\w+)(?!.*\\n +Index Cond)");

  @TempDir Path folder;

  @Test
  void noStatementReadsAWholeTableOfH2() throws Exception {
    new HostDatabase(TestSettings.in(folder)).close();
    try (Connection connection = new DatabaseFile(folder).source().getConnection()) {
      ManyRows.intoH2(connection);
      List<String> faults = new ArrayList<>();
      for (String statement : statements()) {
        faultOf(statement, planOfH2(connection, statement), H2_ALL).ifPresent(faults::add);
      }
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void noStatementReadsAWholeTableOfPostgreSql() throws Exception {
    JdbcSettings settings = PostgresServer.shared().databaseOf(folder);
    try (Connection connection = Engine.POSTGRESQL.source(settings).getConnection()) {
      ManyRows.intoPostgreSql(connection);
      try (Statement statement = connection.createStatement()) {
        // What it does where it has a choice is its own matter.
        statement.execute("set enable_seqscan = off");
        statement.execute("set plan_cache_mode = force_generic_plan");
      }
      List<String> faults = new ArrayList<>();
      for (String statement : statements()) {
        faultOf(statement, planOfPostgreSql(connection, statement), POSTGRESQL_ALL)
            .ifPresent(faults::add);
      }
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void whatNamesARowOfAnotherTableIsFoundByThatOfPostgreSql() throws Exception {
    JdbcSettings settings = PostgresServer.shared().databaseOf(folder);
    try (Connection connection = Engine.POSTGRESQL.source(settings).getConnection();
        Statement statement = connection.createStatement();
        ResultSet without =
            statement.executeQuery(
                "select conrelid::regclass || ' ' || conname from pg_constraint c where contype ="
                    + " 'f' and not exists (select 1 from pg_index i where i.indrelid = c.conrelid"
                    + " and i.indkey[0] = c.conkey[1])")) {
      List<String> names = new ArrayList<>();
      while (without.next()) {
        names.add(without.getString(1));
      }
      assertThat(names).isEmpty();
    }
  }

  private static List<String> statements() {
    return StatementsOfTests.soFar().stream()
        .filter(statement -> statement.matches("(?s)\\s*(select|update|delete|with)\\b.*"))
        // Without a condition or a page it is about all rows.
        .filter(statement -> statement.contains("where ") || statement.contains("limit "))
        // What tests ask PostgreSQL about itself.
        .filter(statement -> !statement.contains("pg_stat_activity"))
        .filter(statement -> MAY_READ_ALL.keySet().stream().noneMatch(statement::contains))
        .toList();
  }

  private static Optional<String> faultOf(String statement, String plan, Pattern all) {
    // A page of a whole table in its order is read from the one end of an index.
    boolean isPage = statement.contains(" limit ");
    return all.matcher(plan)
        .results()
        .map(MatchResult::group)
        .filter(read -> !isPage || read.contains("tableScan") || read.contains("Seq Scan"))
        .findFirst()
        .map(read -> statement + "\n    " + read);
  }

  private static String planOfH2(Connection connection, String statement) throws SQLException {
    try (PreparedStatement explain = connection.prepareStatement("explain " + statement)) {
      for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
        explain.setObject(i, null);
      }
      return text(explain.executeQuery());
    }
  }

  private static String planOfPostgreSql(Connection connection, String statement)
      throws SQLException {
    AtomicInteger parameters = new AtomicInteger();
    String numbered =
        Pattern.compile("\\?")
            .matcher(statement)
            .replaceAll(mark -> "\\$" + parameters.incrementAndGet());
    try (Statement run = connection.createStatement()) {
      run.execute("deallocate all");
      run.execute("prepare asked as " + numbered);
      String values = String.join(", ", Collections.nCopies(parameters.get(), "null"));
      return text(
          run.executeQuery(
              "explain (costs off) execute asked" + (values.isEmpty() ? "" : "(" + values + ")")));
    }
  }

  private static String text(ResultSet lines) throws SQLException {
    try (lines) {
      StringBuilder text = new StringBuilder();
      while (lines.next()) {
        text.append(lines.getString(1)).append('\n');
      }
      return text.toString();
    }
  }
}
