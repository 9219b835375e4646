package io.krait.api.host;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.testing.cluster.ClusterInMemory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaderElectionTest {

  private static final Duration TIME = ClusterLock.SHORTEST;

  private final ClusterInMemory cluster = new ClusterInMemory();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final ClusterLock atA = cluster.join("a").lock();
  private final ClusterLock atB = cluster.join("b").lock();
  private final AtomicBoolean down = new AtomicBoolean();

  @AfterEach
  void close() {
    clock.shutdownNow();
    cluster.close();
  }

  @Test
  void theNextLeadsAsSoonAsTheLeaderTakesPartNoLonger() {
    LeaderElection first = election(atA, "a");
    eventually(() -> assertThat(first.isLeader()).isTrue());
    LeaderElection second = election(atB, "b");
    assertThat(second.isLeader()).isFalse();
    first.close();
    eventually(() -> assertThat(second.isLeader()).isTrue());
    assertThat(told).containsExactly("a leads", "a is deposed", "b leads");
    second.close();
  }

  @Test
  void aLeaderWhoseLeaseHasLapsedIsDeposedAndMayBeElectedAgain() {
    LeaderElection election = election(atA, "a");
    eventually(() -> assertThat(told).containsExactly("a leads"));
    ClusterLease lost = election.lease().orElseThrow();
    cluster.pass(TIME);
    assertThat(lost.isHeld()).isFalse();
    eventually(() -> assertThat(told).containsExactly("a leads", "a is deposed", "a leads"));
    assertThat(election.lease().orElseThrow().token()).isGreaterThan(lost.token());
    election.close();
  }

  @Test
  void aLeaderThatCannotRefreshItsLeaseLeadsUntilItLapsesAndNoLonger() {
    LeaderElection election = election(failing(atA), "a");
    eventually(() -> assertThat(election.isLeader()).isTrue());
    down.set(true);
    assertThat(election.isLeader()).isTrue();
    cluster.pass(TIME);
    assertThat(election.isLeader()).isFalse();
    eventually(() -> assertThat(told).containsExactly("a leads", "a is deposed"));
    down.set(false);
    eventually(() -> assertThat(election.isLeader()).isTrue());
    election.close();
  }

  private LeaderElection election(ClusterLock lock, String node) {
    return new LeaderElection(
        lock,
        "work",
        TIME,
        clock,
        new LeaderElection.Listener() {
          @Override
          public void elected(ClusterLease lease) {
            told.add(node + " leads");
          }

          @Override
          public void deposed() {
            told.add(node + " is deposed");
          }
        });
  }

  private void check() {
    if (down.get()) {
      throw AppError.of("app.database.unavailable.app_error", "the database is away", 503);
    }
  }

  /** The same leases, which nobody can ask for while they are down. */
  private ClusterLock failing(ClusterLock lock) {
    return new ClusterLock() {
      @Override
      public Optional<ClusterLease> tryAcquire(String name, Duration timeToLive) {
        check();
        return lock.tryAcquire(name, timeToLive).map(lease -> new Failing(lease));
      }

      @Override
      public boolean isCurrent(String name, long token) {
        check();
        return lock.isCurrent(name, token);
      }
    };
  }

  private final class Failing implements ClusterLease {
    private final ClusterLease lease;

    Failing(ClusterLease lease) {
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
      check();
      return lease.refresh();
    }

    @Override
    public void close() {
      lease.close();
    }
  }
}
