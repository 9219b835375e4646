package io.krait.host.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.host.ClusterLease;
import io.krait.api.host.ClusterLock;
import io.krait.api.host.LeaseStore;
import io.krait.api.host.StoredLock;
import io.krait.api.testing.cluster.ClusterLockContract;
import io.krait.host.internal.storage.HostDatabase;
import io.krait.host.internal.storage.PostgresServer;
import io.krait.host.internal.storage.TestSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresLockTest extends ClusterLockContract {

  @TempDir Path folder;
  private final PostgresServer server = PostgresServer.shared();
  private final AtomicLong passed = new AtomicLong();
  private HostDatabase database;
  private List<ClusterLock> two;

  @BeforeEach
  void open() {
    database = new HostDatabase(TestSettings.ofNode(folder, server.databaseOf(folder), "a"));
    LeaseStore store = new PostgresLeaseStore(database.database());
    two =
        List.of(
            new StoredLock(store, "a", () -> System.nanoTime() + passed.get()),
            new StoredLock(store, "b", () -> System.nanoTime() + passed.get()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected List<ClusterLock> two() {
    return two;
  }

  @Override
  protected void pass(Duration time) {
    passed.addAndGet(time.toNanos());
    atTheDatabase(time);
  }

  /** As if so much time were over for the database. */
  private void atTheDatabase(Duration time) {
    database
        .database()
        .inTransaction(
            sql ->
                sql.change(
                    "update cluster_leases set lapses_at = lapses_at - ? * interval '1 millisecond'",
                    time.toMillis()));
  }

  @Test
  void itIsOverForTheHolderBeforeItIsForOthers() {
    ClusterLease held = two.get(0).tryAcquire("a", Duration.ofMinutes(1)).orElseThrow();
    passed.addAndGet(Duration.ofSeconds(58).toNanos());
    assertThat(held.isHeld()).isFalse();
    assertThat(two.get(1).tryAcquire("a", Duration.ofMinutes(1))).isEmpty();
  }

  @Test
  void aHolderWhoseClockStoodStillIsToldByTheDatabase() {
    ClusterLease late = two.get(0).tryAcquire("a", Duration.ofMinutes(1)).orElseThrow();
    atTheDatabase(Duration.ofMinutes(1));
    ClusterLease next = two.get(1).tryAcquire("a", Duration.ofMinutes(1)).orElseThrow();
    assertThat(two.get(0).isCurrent("a", late.token())).isFalse();
    assertThat(late.refresh()).isFalse();
    assertThat(late.isHeld()).isFalse();
    assertThat(next.refresh()).isTrue();
  }

  @Test
  void whatIsForgottenAfterALongTimeIsTakenWithAGreaterTokenAgain() throws StoreException {
    ClusterLease first = two.get(0).tryAcquire("a", Duration.ofMinutes(1)).orElseThrow();
    pass(Duration.ofDays(2));
    try (PostgresEventStore store = new PostgresEventStore(database::connectAlone, false)) {
      store.trim();
    }
    assertThat(rows()).isZero();
    assertThat(two.get(1).tryAcquire("a", Duration.ofMinutes(1)).orElseThrow().token())
        .isGreaterThan(first.token());
  }

  private long rows() {
    return database
        .database()
        .inTransaction(sql -> sql.count("select count(*) from cluster_leases"));
  }
}
