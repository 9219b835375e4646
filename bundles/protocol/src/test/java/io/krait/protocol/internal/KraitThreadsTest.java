package io.krait.protocol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class KraitThreadsTest {

  @Test
  void poolGrowsToItsBoundThenQueuesAndLosesNothing() throws Exception {
    ExecutorService pool = KraitThreads.pool("krait-test-", 4);
    Set<Thread> used = ConcurrentHashMap.newKeySet();
    CountDownLatch busy = new CountDownLatch(4);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(100);
    for (int i = 0; i < 100; i++) {
      pool.execute(
          () -> {
            used.add(Thread.currentThread());
            busy.countDown();
            await(release);
            done.countDown();
          });
    }
    await(busy);
    release.countDown();
    await(done);

    assertThat(used).hasSize(4).allSatisfy(thread -> assertThat(thread.isDaemon()).isTrue());
    pool.shutdown();
    assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> pool.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessage("the transport is closed");
  }

  @Test
  void threadsDoNotKeepTheClassLoaderOfWhoeverStartsThem() throws Exception {
    Thread.currentThread().setContextClassLoader(new ClassLoader() {});
    ExecutorService executor = KraitThreads.executor("krait-test-", 4);
    try {
      Future<ClassLoader> seen =
          executor.submit(() -> Thread.currentThread().getContextClassLoader());
      assertThat(seen.get(20, TimeUnit.SECONDS)).isSameAs(ClassLoader.getSystemClassLoader());
    } finally {
      executor.shutdownNow();
      Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
    }
  }

  @Test
  @EnabledForJreRange(minVersion = 24)
  void eachTaskHasAVirtualThreadWhereTheJvmHasThem() throws Exception {
    ExecutorService executor = KraitThreads.executor("krait-test-", 1);
    try {
      String thread = executor.submit(() -> Thread.currentThread().toString()).get();
      assertThat(thread).startsWith("VirtualThread[").contains("krait-test-0");
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_23)
  void olderJvmsUsePlatformThreads() throws Exception {
    ExecutorService executor = KraitThreads.executor("krait-test-", 1);
    try {
      assertThat(executor.submit(() -> Thread.currentThread().getName()).get())
          .isEqualTo("krait-test-0");
    } finally {
      executor.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
