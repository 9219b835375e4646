package io.krait.supervisor.internal;

import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.ProcessLimits;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Puts a small process between this one and each plugin, which sees to it that nothing of the
 * plugin outlives it, or this server. Linux only.
 */
final class ProcessGuard {

  /** How often is looked what a plugin takes: it costs a fraction of a millisecond. */
  private static final Duration EVERY = Duration.ofSeconds(1);

  private static final long STACK_BYTES = 8L << 20;
  private static final int MANY_TASKS = 1024;

  private final BundledGuard program;
  private final ProcessFolder processes;
  private final Timers timers;
  private final Executor executor;

  /**
   * Guards.
   *
   * @param executor runs what may block for a moment
   */
  ProcessGuard(BundledGuard program, ProcessFolder processes, Timers timers, Executor executor) {
    this.program = program;
    this.processes = processes;
    this.timers = timers;
    this.executor = executor;
  }

  /**
   * The command that has a guard run the one of {@code request}; empty where there is no Python to
   * run it.
   *
   * @throws IOException where the guard's program cannot be written
   */
  Optional<List<String>> command(ProcessRequest request) throws IOException {
    if (request.interpreter().isEmpty()) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>();
    // What a link of a virtual environment leads to: it is quicker, and what has been loaded of it
    // is shared with the plugin.
    command.add(request.interpreter().get().toRealPath().toString());
    // Without the modules and variables of whoever it is started for.
    command.add("-I");
    command.add("-S");
    command.add(program.file().toString());
    options(request.limits(), command);
    command.add("--");
    command.addAll(request.command());
    return Optional.of(command);
  }

  /** The plugin that a guard, which has just been started, runs. */
  PluginProcess plugin(Process guard, ProcessLimits limits) {
    GuardedPluginProcess process =
        new GuardedPluginProcess(guard, processes, new LimitCheck(processes, limits));
    watchLater(process);
    return process;
  }

  // By a timer each, which are few and cost less than a thread.
  private void watchLater(GuardedPluginProcess process) {
    timers.after(
        EVERY,
        () ->
            executor.execute(
                () -> {
                  if (process.watch()) {
                    watchLater(process);
                  }
                }));
  }

  private static void options(ProcessLimits limits, List<String> command) {
    if (limits.descriptors() > 0) {
      command.add("descriptors=" + limits.descriptors());
    }
    if (limits.memoryBytes() > 0) {
      // What the kernel itself refuses, where a process is faster than we look: far more than the
      // limit, as room that was asked for and never used counts there, such as stacks of threads.
      int stacks = limits.tasks() > 0 ? limits.tasks() : MANY_TASKS;
      command.add("data=" + (2 * limits.memoryBytes() + stacks * STACK_BYTES));
    }
    if (limits.processors() > 0) {
      command.add("processors=" + (int) Math.ceil(limits.processors()));
    }
  }
}
