package io.krait.nats.internal;

import io.krait.api.host.ClusterLock;
import io.krait.api.testing.cluster.ClusterLockContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class NatsLockTest extends ClusterLockContract {

  private static NatsServer server;

  private NatsNode one;
  private NatsNode other;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = new NatsServer(folder);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    Names names = new Names("test-" + UUID.randomUUID());
    one = new NatsNode(server.options(), names, "a", 1);
    other = new NatsNode(server.options(), names, "b", 1);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Override
  protected List<ClusterLock> two() {
    return List.of(one.lock(), other.lock());
  }

  // The time is that of NATS, which nobody can move.
  @Override
  protected void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
