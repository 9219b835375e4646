package io.krait.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {

  private final Deque<Runnable> handedOver = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();

  @Test
  void tasksOfManyThreadsRunOneAfterTheOtherAndEachThreadsInItsOrder() throws Exception {
    int threads = 4;
    int each = 10_000;
    int[] last = new int[threads];
    CountDownLatch ran = new CountDownLatch(threads * each);
    List<String> outOfOrder = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    ExecutorService askers = Executors.newFixedThreadPool(threads);
    try {
      SerialExecutor serial = new SerialExecutor(pool, "a test's task");
      for (int i = 0; i < threads; i++) {
        int thread = i;
        askers.execute(
            () -> {
              for (int j = 1; j <= each; j++) {
                int number = j;
                serial.execute(
                    () -> {
                      // Neither is safe for several threads at once: that is the point.
                      if (++last[thread] != number) {
                        outOfOrder.add(thread + ": " + number);
                      }
                      ran.countDown();
                    });
              }
            });
      }

      assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(outOfOrder).isEmpty();
    } finally {
      askers.shutdown();
      pool.shutdown();
      assertThat(askers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatATaskAsksForComesAfterIt() {
    SerialExecutor serial = new SerialExecutor(Runnable::run, "a test's task");

    serial.execute(
        () -> {
          serial.execute(() -> done.add("second"));
          done.add("first");
        });

    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void theNextTaskRunsWhateverBecameOfTheOneBefore() {
    SerialExecutor serial = new SerialExecutor(handedOver::add, "a test's task");
    serial.execute(
        () -> {
          throw new IllegalStateException("meant to fail");
        });
    serial.execute(
        () -> {
          throw new NoClassDefFoundError("meant to fail");
        });
    serial.execute(() -> done.add("third"));

    handedOver.remove().run();

    assertThat(done).containsExactly("third");
    assertThat(handedOver).isEmpty();
  }

  @Test
  void afterTheEndEachTaskIsRefusedOrForgottenAsItsSenderWants() {
    SerialExecutor serial =
        new SerialExecutor(
            task -> {
              throw new RejectedExecutionException("it has ended");
            },
            "a test's task");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> serial.execute(() -> done.add("late")))
          .isInstanceOf(RejectedExecutionException.class)
          .hasMessage("it has ended");
      assertThatCode(() -> serial.tell(() -> done.add("late"))).doesNotThrowAnyException();
    }
    assertThat(done).isEmpty();
  }
}
