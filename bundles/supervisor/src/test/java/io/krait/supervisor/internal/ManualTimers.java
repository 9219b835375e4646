package io.krait.supervisor.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes when a test says so. */
final class ManualTimers implements Timers {

  private record Task(Instant due, Runnable run) {}

  private final List<Task> tasks = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized long nanoTime() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  @Override
  public synchronized Timer after(Duration delay, Runnable run) {
    Task task = new Task(now.plus(delay), run);
    tasks.add(task);
    return () -> remove(task);
  }

  private synchronized void remove(Task task) {
    tasks.remove(task);
  }

  /** How long until the next task is due. */
  synchronized Optional<Duration> next() {
    return tasks.stream()
        .map(Task::due)
        .min(Comparator.naturalOrder())
        .map(due -> Duration.between(now, due));
  }

  /** How long until each task is due. */
  synchronized List<Duration> all() {
    return tasks.stream().map(task -> Duration.between(now, task.due())).sorted().toList();
  }

  /** Lets time pass, and runs what is due on the way. */
  void advance(Duration time) {
    Instant end = now().plus(time);
    for (Optional<Task> due = takeDue(end); due.isPresent(); due = takeDue(end)) {
      due.get().run().run();
    }
    synchronized (this) {
      now = end;
    }
  }

  /** Lets time pass in which nothing runs: what was due meanwhile is late. */
  synchronized void pause(Duration time) {
    now = now.plus(time);
  }

  private synchronized Optional<Task> takeDue(Instant end) {
    Optional<Task> due =
        tasks.stream()
            .filter(task -> !task.due().isAfter(end))
            .min(Comparator.comparing(Task::due));
    due.ifPresent(
        task -> {
          tasks.remove(task);
          now = task.due().isAfter(now) ? task.due() : now;
        });
    return due;
  }
}
