package io.krait.host.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.krait.api.AppError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOnPostgresTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SILENCE = "idle_in_transaction_session_timeout";

  @TempDir Path folder;
  private final PostgresServer server = PostgresServer.shared();

  @Test
  void aServerThatWasStartedAnewIsUsedAtOnceAndNobodyNotices() {
    HostDatabase opened =
        new HostDatabase(TestSettings.with(folder, server.emptyDatabase(), false));
    try {
      put(opened, "before");
      server.stop();
      server.start();

      put(opened, "after");
      assertThat(count(opened)).isEqualTo(2);
    } finally {
      opened.close();
    }
  }

  @Test
  void whileTheServerIsAwayRequestsAreToldToComeBackInOneLineOfTheLogAndThenAllIsWell()
      throws Exception {
    List<LogRecord> lines = new ArrayList<>();
    Logger logger = Logger.getLogger(Connections.class.getName());
    logger.setFilter(lines::add);
    HostDatabase opened =
        new HostDatabase(TestSettings.with(folder, server.emptyDatabase(), false));
    DatabaseHealth health = new DatabaseHealth(opened);
    try {
      put(opened, "before");
      server.stop();
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> put(opened, "lost"))
            .asInstanceOf(type(AppError.class))
            .returns(503, AppError::statusCode)
            .satisfies(error -> assertThat(error.retryAfter()).isPresent());
      }
      assertThat(health.problem()).isPresent();
      assertThat(lines).hasSize(1);

      server.start();
      while (health.problem().isPresent()) {
        Thread.onSpinWait();
      }
      put(opened, "after");
      assertThat(count(opened)).isEqualTo(2);
      assertThat(lines).hasSize(2);
    } finally {
      logger.setFilter(null);
      opened.close();
    }
  }

  @Test
  void aServerThatIsNotThereAtTheStartIsSaidToBeAway() {
    JdbcSettings nowhere =
        new JdbcSettings(
            "jdbc:postgresql://127.0.0.1:1/there?password=secret", "me", "", "", false, 2);

    assertThatThrownBy(() -> new HostDatabase(TestSettings.with(folder, nowhere, false)))
        .isInstanceOf(AwayException.class)
        .hasMessageContaining("it does not answer")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aDatabaseThatAnotherServerUsesIsFreeWhenThatOneHasEnded(@TempDir Path another) {
    JdbcSettings one = server.emptyDatabase();
    HostDatabase first = new HostDatabase(TestSettings.with(folder, one, false));
    try {
      assertThatThrownBy(() -> new HostDatabase(TestSettings.with(another, one, false)))
          .isInstanceOf(AwayException.class)
          .hasMessageContaining("another server is using it");
      // Who was there first stays, with new connections as well.
      server.stop();
      server.start();
      put(first, "after");
    } finally {
      first.close();
    }

    untilItIsFree(TestSettings.with(another, one, false)).close();
  }

  @Test
  void severalServersThatSaySoUseOneDatabaseAndOneByItselfWaits(
      @TempDir Path another, @TempDir Path third) {
    JdbcSettings one = server.emptyDatabase();
    HostDatabase first = new HostDatabase(TestSettings.ofNode(folder, one, ""));
    try {
      HostDatabase second = new HostDatabase(TestSettings.ofNode(another, one, "second"));
      put(first, "before");
      put(second, "after");
      assertThat(count(first)).isEqualTo(2);
      assertThat(first.node()).matches("node-[0-9a-f]{8}");
      assertThat(second.node()).isEqualTo("second");
      assertThatThrownBy(() -> new HostDatabase(TestSettings.with(third, one, false)))
          .isInstanceOf(AwayException.class)
          .hasMessageContaining("cluster.enabled");
      second.close();
    } finally {
      first.close();
    }
    HostDatabase alone = untilItIsFree(TestSettings.with(third, one, false));
    try {
      assertThatThrownBy(() -> new HostDatabase(TestSettings.ofNode(folder, one, "")))
          .isInstanceOf(AwayException.class);
    } finally {
      alone.close();
    }
  }

  @Test
  void whatCannotBeOneOfSeveralServersIsTold() {
    ClusterSettings several = new ClusterSettings(true, "a");
    JdbcSettings known = server.emptyDatabase();
    HostSettings onH2 =
        new HostSettings(
            folder, TestSettings.in(folder).jdbc(), "database", 1 << 20, false, "", several);
    HostSettings inAFolder = new HostSettings(folder, known, "folder", 1 << 20, false, "", several);

    assertThatThrownBy(() -> new HostDatabase(onH2))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("it needs PostgreSQL: set jdbc.url");
    assertThatThrownBy(() -> new HostDatabase(inAFolder))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("set file.store");
  }

  // The server notices a bit later that a connection has been closed.
  private static HostDatabase untilItIsFree(HostSettings settings) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return new HostDatabase(settings);
      } catch (AwayException stillUsed) {
        assertThat(System.nanoTime()).isLessThan(end);
      }
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsRefusedWithWhatToCorrect() {
    String url = server.emptyDatabase().url().replace("empty_", "missing_");

    assertThatThrownBy(
            () ->
                new HostDatabase(
                    TestSettings.with(
                        folder, new JdbcSettings(url, "krait", "", "", false, 2), false)))
        .isInstanceOf(UnusableException.class)
        .isNotInstanceOf(AwayException.class)
        .hasMessageContaining("does not exist")
        .hasMessageContaining("correct jdbc.url");
  }

  @Test
  void anEmptyDatabaseIsRefusedWhereTheHostHasHadData() throws Exception {
    new HostDatabase(TestSettings.with(folder, server.emptyDatabase(), false)).close();
    HostSettings another = TestSettings.with(folder, server.emptyDatabase(), false);

    assertThatThrownBy(() -> new HostDatabase(another))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("it is empty, but the host has had data")
        .hasMessageContaining(folder.resolve("host.marker").toString());

    Files.delete(folder.resolve("host.marker"));
    new HostDatabase(another).close();
  }

  @Test
  void theUserAndThePasswordAreTheirSettings() throws Exception {
    JdbcSettings known = server.emptyDatabase();
    Path file = Files.writeString(folder.resolve("password"), " secret\n");

    new HostDatabase(
            TestSettings.with(
                folder,
                new JdbcSettings(known.url(), known.user(), "", file.toString(), false, 1),
                false))
        .close();
    assertThatThrownBy(
            () ->
                new HostDatabase(
                    TestSettings.with(
                        folder,
                        new JdbcSettings(known.url(), known.user(), "", file + ".gone", false, 1),
                        false)))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("correct jdbc.password.file");
  }

  @Test
  void aTextThatCannotBeKeptIsTheCallersFault() {
    HostDatabase opened =
        new HostDatabase(TestSettings.with(folder, server.emptyDatabase(), false));
    try {
      assertThatThrownBy(() -> put(opened, "\0"))
          .asInstanceOf(type(AppError.class))
          .returns(400, AppError::statusCode);
      assertThatThrownBy(() -> put(opened, "x".repeat(100)))
          .asInstanceOf(type(AppError.class))
          .returns(400, AppError::statusCode);
    } finally {
      opened.close();
    }
  }

  @Test
  void whatAServerHasLockedThatStandsStillIsFreeAgainAndTheServerDoesItsWorkAnew() {
    HostDatabase opened =
        new HostDatabase(TestSettings.with(folder, server.emptyDatabase(), false));
    AtomicInteger tries = new AtomicInteger();
    try {
      String bound =
          opened
              .database()
              .inTransaction(
                  sql -> {
                    String usual = show(sql, "select current_setting('" + SILENCE + "')");
                    sql.insert("facts", "name", "before", "content", "");
                    if (tries.incrementAndGet() == 1) {
                      sql.run("set " + SILENCE + " = '50ms'");
                      awaitEnd(opened, show(sql, "select pg_backend_pid()"));
                    }
                    return usual;
                  });

      assertThat(bound).isEqualTo("5s");
      assertThat(tries).hasValue(2);
      assertThat(count(opened)).isEqualTo(1);
    } finally {
      opened.close();
    }
  }

  @Test
  void whatOnlyReadsHasNothingToEndAndWhatChangesOrLocksHas() {
    HostDatabase opened =
        new HostDatabase(TestSettings.with(folder, server.emptyDatabase(), false));
    try {
      assertThat(stateAfter(opened, sql -> sql.count("select count(*) from facts")))
          .isEqualTo("idle");
      assertThat(stateAfter(opened, sql -> sql.lock("facts", "name = ?", "before")))
          .isEqualTo("idle in transaction");
      assertThat(stateAfter(opened, sql -> sql.change("update facts set content = content")))
          .isEqualTo("idle in transaction");
    } finally {
      opened.close();
    }
  }

  /** How the server sees a connection by which that was done, while the work goes on. */
  private static String stateAfter(HostDatabase opened, Consumer<Sql> done) {
    return opened
        .database()
        .inTransaction(
            sql -> {
              String backend = show(sql, "select pg_backend_pid()");
              done.accept(sql);
              return opened
                  .database()
                  .inTransaction(
                      other ->
                          show(other, "select state from pg_stat_activity where pid = " + backend));
            });
  }

  @Test
  void aConnectionThatBreaksWhenTheWorkIsToLastIsNotSaidToHaveDoneNothing() {
    HostDatabase opened =
        new HostDatabase(TestSettings.with(folder, server.emptyDatabase(), false));
    try {
      assertThatThrownBy(
              () ->
                  opened
                      .database()
                      .inTransaction(
                          sql -> {
                            sql.insert("facts", "name", "before", "content", "");
                            String backend = show(sql, "select pg_backend_pid()");
                            opened
                                .database()
                                .inTransaction(
                                    other ->
                                        show(
                                            other, "select pg_terminate_backend(" + backend + ")"));
                            awaitEnd(opened, backend);
                            return backend;
                          }))
          .asInstanceOf(type(AppError.class))
          .returns(500, AppError::statusCode)
          .returns("app.database.unknown.app_error", AppError::id);
    } finally {
      opened.close();
    }
  }

  private static String show(Sql sql, String query) {
    return sql.first(query, row -> row.getString(1)).orElseThrow();
  }

  private static void awaitEnd(HostDatabase opened, String backend) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String there = "select pid from pg_stat_activity";
    while (opened
        .database()
        .<List<String>>inTransaction(sql -> sql.list(there, row -> row.getString(1)))
        .contains(backend)) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  private static void put(HostDatabase opened, String name) {
    opened
        .database()
        .inTransaction(
            sql -> {
              sql.insert("facts", "name", name, "content", "");
              return Optional.empty();
            });
  }

  private static long count(HostDatabase opened) {
    return opened
        .database()
        .inTransaction(
            sql -> sql.count("select count(*) from facts where name in ('before', 'after')"));
  }
}
