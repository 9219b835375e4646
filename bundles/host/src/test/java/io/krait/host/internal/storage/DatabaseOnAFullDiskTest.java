package io.krait.host.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.krait.api.AppError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOnAFullDiskTest {

  @TempDir Path folder;
  private final AtomicLong now = new AtomicLong();
  private Connections connections;
  private Database database;
  private DatabaseHealth health;

  @BeforeEach
  void open() {
    FullDisk.register();
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:full:" + folder.resolve("host") + ";TRACE_LEVEL_FILE=0");
    connections = new Connections(Engine.H2, 0, source, 3, now::get);
    database = new Database(connections);
    health = new DatabaseHealth(database);
    database.inTransaction(sql -> sql.change("create table notes (text varchar(100))"));
  }

  @AfterEach
  void close() {
    FullDisk.free();
    connections.close();
  }

  @Test
  void requestsAreToldToComeBackAndHealthSaysSo() {
    write("before");
    FullDisk.fill();

    assertAway();
    assertAway();
    assertThat(health.problem()).hasValueSatisfying(told -> assertThat(told).contains("database"));
  }

  @Test
  void databaseIsOpenedAnewWithAllThatWasAcknowledged() {
    write("before");
    FullDisk.fill();
    assertAway();

    FullDisk.free();
    assertAway();
    now.addAndGet(Duration.ofSeconds(61).toNanos());
    write("after");

    assertThat(database.<Long>inTransaction(sql -> sql.count("select count(*) from notes")))
        .isEqualTo(2);
    assertThat(health.problem()).isEqualTo(Optional.empty());
  }

  @Test
  void diskThatStaysFullIsTriedAgainAndAgain() {
    write("before");
    FullDisk.fill();
    for (int i = 0; i < 4; i++) {
      assertAway();
      now.addAndGet(Duration.ofSeconds(61).toNanos());
    }

    FullDisk.free();
    now.addAndGet(Duration.ofSeconds(61).toNanos());
    write("after");
  }

  @Test
  void failureOfAStatementAloneClosesNothing() {
    assertThatThrownBy(() -> database.inTransaction(sql -> sql.change("no statement")))
        .asInstanceOf(type(AppError.class))
        .returns(500, AppError::statusCode);

    write("after");
  }

  private void assertAway() {
    assertThatThrownBy(() -> write("lost"))
        .asInstanceOf(type(AppError.class))
        .returns(503, AppError::statusCode)
        .returns(null, Throwable::getCause)
        .satisfies(error -> assertThat(error.retryAfter()).isPresent());
  }

  private void write(String text) {
    database.inTransaction(sql -> sql.change("insert into notes values (?)", text));
  }
}
