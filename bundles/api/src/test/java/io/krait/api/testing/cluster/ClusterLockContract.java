package io.krait.api.testing.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.host.ClusterLease;
import io.krait.api.host.ClusterLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What each implementation of {@link ClusterLock} does. */
public abstract class ClusterLockContract {

  /** Of which a test waits until it is over. */
  protected static final Duration SHORT = Duration.ofMillis(200);

  private static final Duration LONG = Duration.ofMinutes(10);

  /** Leases as two parts of the cluster see them; on two nodes where there may be several. */
  protected abstract List<ClusterLock> two();

  /** Returns when this time is over, for those who keep leases. */
  protected abstract void pass(Duration time);

  private ClusterLock one() {
    return two().get(0);
  }

  private ClusterLock other() {
    return two().get(1);
  }

  @Test
  void aLeaseHasOneHolderAtATime() {
    ClusterLease held = one().tryAcquire("a", LONG).orElseThrow();
    assertThat(held.isHeld()).isTrue();
    assertThat(held.name()).isEqualTo("a");
    assertThat(other().tryAcquire("a", LONG)).isEmpty();
    assertThat(one().tryAcquire("a", LONG)).isEmpty();
    assertThat(other().tryAcquire("b", LONG)).isPresent();
  }

  @Test
  void whatIsGivenBackIsTakenByTheNextWithAGreaterToken() {
    ClusterLease first = one().tryAcquire("a", LONG).orElseThrow();
    first.close();
    assertThat(first.isHeld()).isFalse();
    assertThat(first.refresh()).isFalse();
    ClusterLease second = other().tryAcquire("a", LONG).orElseThrow();
    assertThat(second.token()).isGreaterThan(first.token());
    first.close();
    assertThat(second.refresh()).isTrue();
    assertThat(second.isHeld()).isTrue();
  }

  @Test
  void aLeaseThatIsNotRefreshedLapsesForGood() {
    ClusterLease late = one().tryAcquire("a", SHORT).orElseThrow();
    pass(SHORT);
    assertThat(late.isHeld()).isFalse();
    ClusterLease next = other().tryAcquire("a", LONG).orElseThrow();
    assertThat(late.refresh()).isFalse();
    late.close();
    assertThat(next.refresh()).isTrue();
    assertThat(next.token()).isGreaterThan(late.token());
  }

  @Test
  void aLapsedLeaseThatNobodyHasTakenIsStillLost() {
    ClusterLease late = one().tryAcquire("a", SHORT).orElseThrow();
    pass(SHORT);
    assertThat(late.refresh()).isFalse();
    assertThat(one().isCurrent("a", late.token())).isFalse();
  }

  @Test
  void aLeaseThatIsRefreshedLastsForItsTimeAgain() {
    Duration time = Duration.ofSeconds(2);
    ClusterLease held = one().tryAcquire("a", time).orElseThrow();
    for (int i = 0; i < 3; i++) {
      pass(Duration.ofMillis(800));
      assertThat(held.refresh()).isTrue();
    }
    assertThat(held.isHeld()).isTrue();
    assertThat(other().tryAcquire("a", time)).isEmpty();
  }

  @Test
  void theTokenOfTheHolderAloneIsCurrent() {
    assertThat(one().isCurrent("a", 1)).isFalse();
    ClusterLease first = one().tryAcquire("a", LONG).orElseThrow();
    assertThat(other().isCurrent("a", first.token())).isTrue();
    assertThat(other().isCurrent("b", first.token())).isFalse();
    first.close();
    assertThat(other().isCurrent("a", first.token())).isFalse();
    ClusterLease second = other().tryAcquire("a", LONG).orElseThrow();
    assertThat(one().isCurrent("a", first.token())).isFalse();
    assertThat(one().isCurrent("a", second.token())).isTrue();
  }

  @Test
  void ofManyWhoTryAtOnceOneTakesIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Optional<ClusterLease>>> tries = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        ClusterLock lock = two().get(i % 2);
        tries.add(() -> lock.tryAcquire("a", LONG));
      }
      int taken = 0;
      for (Future<Optional<ClusterLease>> tried : threads.invokeAll(tries)) {
        taken += tried.get().isPresent() ? 1 : 0;
      }
      assertThat(taken).isOne();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatIsOutOfBoundsIsRefused() {
    assertRefused("", LONG);
    assertRefused("n".repeat(ClusterLock.LONGEST_NAME + 1), LONG);
    assertRefused("a", ClusterLock.SHORTEST.minusMillis(1));
    assertRefused("a", ClusterLock.LONGEST.plusMillis(1));
    assertThat(one().tryAcquire("n".repeat(ClusterLock.LONGEST_NAME), LONG)).isPresent();
  }

  private void assertRefused(String name, Duration time) {
    assertThatThrownBy(() -> one().tryAcquire(name, time))
        .isInstanceOfSatisfying(
            AppError.class, error -> assertThat(error.statusCode()).isEqualTo(400));
  }
}
