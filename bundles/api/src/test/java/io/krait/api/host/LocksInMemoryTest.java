package io.krait.api.host;

import io.krait.api.testing.cluster.ClusterInMemory;
import io.krait.api.testing.cluster.ClusterLockContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class LocksInMemoryTest extends ClusterLockContract {

  private final ClusterInMemory cluster = new ClusterInMemory();
  private final List<ClusterLock> two = List.of(cluster.join("a").lock(), cluster.join("b").lock());

  @Override
  protected List<ClusterLock> two() {
    return two;
  }

  @Override
  protected void pass(Duration time) {
    cluster.pass(time);
  }

  @AfterEach
  void close() {
    cluster.close();
  }
}
