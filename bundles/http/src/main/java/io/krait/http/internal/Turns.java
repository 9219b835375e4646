package io.krait.http.internal;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a task by one thread at a time, as often as anybody asks for it: what only the task touches
 * needs no lock. Whoever asks while it runs has it run once more, and does not wait.
 */
final class Turns {

  private final AtomicInteger asked = new AtomicInteger();
  private final Runnable task;

  Turns(Runnable task) {
    this.task = task;
  }

  void take() {
    if (asked.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      task.run();
      seen = asked.addAndGet(-seen);
    } while (seen != 0);
  }
}
