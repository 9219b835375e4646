package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class TasksInOrderTest {

  private final Deque<Runnable> handed = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private final TasksInOrder work = new TasksInOrder(handed::add);

  @Test
  void aTaskIsHandedToAWorkerWhenTheOneBeforeHasEnded() {
    work.run(() -> done.add("opened"));
    work.run(() -> done.add("message"));
    work.run(() -> done.add("closed"));

    assertThat(handed).hasSize(1);
    runAll();

    assertThat(done).containsExactly("opened", "message", "closed");
  }

  @Test
  void aTaskThatFailsIsToldOfAndTheNextOneBegins() {
    CompletionStage<Void> failed =
        work.run(
            () -> {
              throw new IllegalStateException("no");
            });
    work.run(() -> done.add("next"));
    runAll();

    assertThat(failed.toCompletableFuture()).isCompletedExceptionally();
    assertThat(done).containsExactly("next");
  }

  @Test
  void theNextTaskBeginsWhenWhatTheOneBeforeWaitsForHasCome() {
    CompletableFuture<String> coming = new CompletableFuture<>();
    work.begin(() -> coming);
    work.run(() -> done.add("next"));
    runAll();
    assertThat(done).isEmpty();

    coming.complete("");
    runAll();

    assertThat(done).containsExactly("next");
  }

  @Test
  void whoeverWorksNoMoreFailsTheTask() {
    TasksInOrder stopped =
        new TasksInOrder(
            task -> {
              throw new RejectedExecutionException("stopping");
            });

    assertThat(stopped.run(() -> done.add("never")).toCompletableFuture())
        .isCompletedExceptionally();
    assertThat(done).isEmpty();
  }

  private void runAll() {
    while (!handed.isEmpty()) {
      handed.remove().run();
    }
  }
}
