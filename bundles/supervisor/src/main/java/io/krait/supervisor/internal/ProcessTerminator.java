package io.krait.supervisor.internal;

import io.krait.api.Nullable;
import io.krait.supervisor.PluginProcess;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Ends a plugin's process: asks, then insists, then kills it and all its descendants. */
final class ProcessTerminator {

  private final Timers timers;
  private final Executor executor;
  private final Duration requestGrace;
  private final Duration signalGrace;

  /**
   * Ends processes.
   *
   * @param requestGrace how long a process may take to end after the call that asks it to
   * @param signalGrace how long it may take after the signal
   */
  ProcessTerminator(Timers timers, Executor executor, Duration requestGrace, Duration signalGrace) {
    this.timers = timers;
    this.executor = executor;
    this.requestGrace = requestGrace;
    this.signalGrace = signalGrace;
  }

  /**
   * Ends {@code process}.
   *
   * @param request the call that asks it to end; plugins that do not know it let it fail, and get
   *     the signal at once
   * @return completes when the process is gone
   */
  CompletableFuture<Ending> terminate(
      PluginProcess process, Supplier<? extends CompletionStage<?>> request) {
    Termination termination = new Termination(process);
    termination.begin(request);
    return termination.result;
  }

  private final class Termination {
    private final PluginProcess process;
    private final CompletableFuture<Ending> result = new CompletableFuture<>();
    private Ending stage = Ending.BEFORE;
    private Timers.@Nullable Timer timer;

    Termination(PluginProcess process) {
      this.process = process;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Both futures end in the result.
    void begin(Supplier<? extends CompletionStage<?>> request) {
      CompletableFuture<Integer> exit = process.onExit();
      synchronized (this) {
        if (!exit.isDone()) {
          stage = Ending.BY_REQUEST;
          timer = timers.after(requestGrace, () -> executor.execute(this::signal));
        }
      }
      exit.whenCompleteAsync((code, failure) -> end(), executor);
      if (exit.isDone()) {
        return;
      }
      CompletionStage<?> answer;
      try {
        answer = request.get();
      } catch (RuntimeException e) {
        answer = CompletableFuture.failedFuture(e);
      }
      answer.whenCompleteAsync(
          (ignored, failure) -> {
            if (failure != null) {
              signal();
            }
          },
          executor);
    }

    private synchronized void signal() {
      if (stage == Ending.BY_REQUEST && !process.onExit().isDone()) {
        stage = Ending.BY_SIGNAL;
        restart(signalGrace, this::force);
        process.askToEnd();
      }
    }

    private synchronized void force() {
      if (stage == Ending.BY_SIGNAL && !process.onExit().isDone()) {
        stage = Ending.BY_FORCE;
        process.kill();
      }
    }

    private void end() {
      Ending how;
      synchronized (this) {
        how = stage;
        if (timer != null) {
          timer.cancel();
        }
      }
      // What it has started does not outlive it.
      process.kill();
      result.complete(how);
    }

    private void restart(Duration delay, Runnable next) {
      if (timer != null) {
        timer.cancel();
      }
      timer = timers.after(delay, () -> executor.execute(next));
    }
  }
}
