package io.krait.host.internal.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.host.ClusterLease;
import io.krait.api.host.ClusterLock;
import io.krait.api.testing.cluster.ClusterInMemory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeadingTest {

  private final ClusterInMemory cluster = new ClusterInMemory();
  private final ClusterLock real = cluster.join("a").lock();
  private final AtomicLong nanos = new AtomicLong();
  private final Outside outside = new Outside();
  private final Leading leading = new Leading(outside, nanos::get);
  private boolean down;
  private int asked;

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void aServerWithoutLeasesLeads() {
    assertThat(leading.leads()).isTrue();
  }

  @Test
  void whoAsksOftenCostsNothing() {
    outside.bindLock(new Counted());
    for (int i = 0; i < 10; i++) {
      assertThat(leading.leads()).isTrue();
    }
    assertThat(asked).isOne();
    later(Duration.ofSeconds(4));
    assertThat(leading.leads()).isTrue();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void whileTheDatabaseIsAwayTheLeaderLeadsUntilItsLeaseLapses() {
    outside.bindLock(new Counted());
    assertThat(leading.leads()).isTrue();
    down = true;
    later(Duration.ofSeconds(10));
    assertThat(leading.leads()).isTrue();
    later(Duration.ofSeconds(30));
    assertThat(leading.leads()).isFalse();
    down = false;
    assertThat(leading.leads()).isTrue();
  }

  @Test
  void whoHasStoppedDoesNotLead() {
    outside.bindLock(new Counted());
    assertThat(leading.leads()).isTrue();
    leading.close();
    assertThat(leading.leads()).isFalse();
    assertThat(real.tryAcquire("host/leader", Duration.ofSeconds(1))).isPresent();
  }

  private void later(Duration time) {
    nanos.addAndGet(time.toNanos());
    cluster.pass(time);
  }

  private void ask() {
    asked++;
    if (down) {
      throw AppError.of("app.database.unavailable.app_error", "the database is away", 503);
    }
  }

  private final class Counted implements ClusterLock {
    @Override
    public Optional<ClusterLease> tryAcquire(String name, Duration timeToLive) {
      ask();
      return real.tryAcquire(name, timeToLive).map(CountedLease::new);
    }

    @Override
    public boolean isCurrent(String name, long token) {
      return real.isCurrent(name, token);
    }
  }

  private final class CountedLease implements ClusterLease {
    private final ClusterLease lease;

    CountedLease(ClusterLease lease) {
      this.lease = lease;
    }

    @Override
    public String name() {
      return lease.name();
    }

    @Override
    public long token() {
      return lease.token();
    }

    @Override
    public boolean isHeld() {
      return lease.isHeld();
    }

    @Override
    public boolean refresh() {
      ask();
      return lease.refresh();
    }

    @Override
    public void close() {
      lease.close();
    }
  }
}
