package io.krait.webconsole.internal;

import io.krait.api.FailureCause;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What administrators have asked for: at work, or done lately. A plugin may take a minute to start,
 * which is longer than a request should last. Safe for use from several threads.
 */
final class Operations {

  private static final int MOST = 50;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Clock clock;
  private final Deque<Operation> operations = new ArrayDeque<>();
  private long next = 1;

  Operations(Clock clock) {
    this.clock = clock;
  }

  /** How far an operation has got. */
  enum Progress {
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * An operation as it is at one moment.
   *
   * @param number greater than that of those asked for before
   * @param what what is done: {@code install}, {@code enable} and the like
   * @param plugin the plugin's identifier, or the name of the archive while that is not known
   * @param message why it has failed, in one line; empty otherwise
   */
  record Snapshot(long number, String what, String plugin, Progress progress, String message) {}

  /** Takes note of what was asked for. */
  Operation begin(String what, String plugin, CompletableFuture<ManagedPlugin> work) {
    Operation operation;
    synchronized (operations) {
      forgetOld();
      operation = new Operation(next++, what, plugin, work);
      operations.addFirst(operation);
    }
    // Not within the lock, for it may be done at once.
    work.whenComplete((result, failure) -> operation.ended = clock.instant());
    return operation;
  }

  /** The operations, newest first. */
  List<Snapshot> list() {
    synchronized (operations) {
      forgetOld();
      return operations.stream().map(Operation::snapshot).toList();
    }
  }

  private void forgetOld() {
    Instant oldest = clock.instant().minus(KEPT);
    operations.removeIf(operation -> operation.endedBefore(oldest));
    while (operations.size() >= MOST) {
      operations.removeLast();
    }
  }

  /** One operation. */
  static final class Operation {
    private final long number;
    private final String what;
    private final String plugin;
    private final CompletableFuture<ManagedPlugin> work;
    private volatile Instant ended = Instant.MAX;

    private Operation(
        long number, String what, String plugin, CompletableFuture<ManagedPlugin> work) {
      this.number = number;
      this.what = what;
      this.plugin = plugin;
      this.work = work;
    }

    private boolean endedBefore(Instant instant) {
      return ended.isBefore(instant);
    }

    /** Waits until it has ended, but no longer than {@code patience}. */
    void await(Duration patience) {
      try {
        work.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException | CancellationException e) {
        // It goes on, or has failed: the snapshot says so.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** How it is now. */
    Snapshot snapshot() {
      if (!work.isDone()) {
        return new Snapshot(number, what, plugin, Progress.RUNNING, "");
      }
      return failure()
          .map(failure -> new Snapshot(number, what, plugin, Progress.FAILED, failure.getMessage()))
          .orElseGet(() -> new Snapshot(number, what, work.join().id(), Progress.DONE, ""));
    }

    /** Why it has failed; empty while it has not. */
    Optional<ApiFailure> failure() {
      if (!work.isCompletedExceptionally()) {
        return Optional.empty();
      }
      try {
        work.join();
        return Optional.empty();
      } catch (CompletionException | CancellationException e) {
        Throwable cause = FailureCause.of(e);
        return Optional.of(
            cause instanceof ManagementException management
                ? ApiFailure.of(management)
                : new ApiFailure(
                    500, "SYSTEM", Excerpt.line("cannot " + what + " " + plugin + ": " + cause)));
      }
    }
  }
}
