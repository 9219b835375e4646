package io.krait.host.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.host.ClusterLease;
import io.krait.api.host.ClusterLock;
import io.krait.api.host.StoredLock;
import io.krait.api.testing.cluster.ClusterLockContract;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalLockTest extends ClusterLockContract {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
  private final ClusterLock lock = startedAt(START);

  private ClusterLock startedAt(Instant time) {
    return new StoredLock(
        new LocalLeaseStore(nanos::get, InstantSource.fixed(time)), "a", nanos::get);
  }

  @Override
  protected List<ClusterLock> two() {
    return List.of(lock, lock);
  }

  @Override
  protected void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void tokensGrowOverARestart() {
    ClusterLease before = lock.tryAcquire("a", SHORT).orElseThrow();
    ClusterLock restarted = startedAt(START.plusSeconds(1));
    assertThat(restarted.tryAcquire("a", SHORT).orElseThrow().token())
        .isGreaterThan(before.token());
  }
}
