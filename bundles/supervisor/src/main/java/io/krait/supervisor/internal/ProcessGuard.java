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

  /** How long a group is kept at most whose processes the kernel does not bury. */
  private static final int REMOVALS = 30;

  private final BundledGuard program;
  private final ProcessFolder processes;
  private final ControlGroups groups;
  private final Timers timers;
  private final Executor executor;

  /**
   * Guards.
   *
   * @param groups where plugins have control groups
   * @param executor runs what may block for a moment
   */
  ProcessGuard(
      BundledGuard program,
      ProcessFolder processes,
      ControlGroups groups,
      Timers timers,
      Executor executor) {
    this.program = program;
    this.processes = processes;
    this.groups = groups;
    this.timers = timers;
    this.executor = executor;
  }

  /**
   * A command with a guard.
   *
   * @param group the group that the plugin will be in; empty where there is none
   */
  record Guarded(List<String> command, Optional<ControlGroup> group) {}

  /**
   * The command that has a guard run the one of {@code request}; empty where there is no Python to
   * run it.
   *
   * @throws IOException where the guard's program cannot be written
   */
  Optional<Guarded> guarded(ProcessRequest request) throws IOException {
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
    Optional<ControlGroup> group = groups.create(request.pluginId(), request.limits());
    group.ifPresent(own -> command.add("group=" + own.members()));
    options(request.limits(), group, command);
    command.add("--");
    command.addAll(request.command());
    return Optional.of(new Guarded(List.copyOf(command), group));
  }

  /** The plugin that a guard, which has just been started, runs. */
  PluginProcess plugin(Process guard, ProcessRequest request, Optional<ControlGroup> group) {
    GuardedPluginProcess process =
        new GuardedPluginProcess(
            request.pluginId(),
            guard,
            processes,
            new LimitCheck(processes, request.limits()),
            group);
    watchLater(process);
    group.ifPresent(own -> process.onExit().thenRun(() -> remove(own, REMOVALS)));
    return process;
  }

  /** Removes a group as soon as nothing is left in it. */
  void remove(ControlGroup group, int tries) {
    executor.execute(
        () -> {
          if (!group.remove() && tries > 1) {
            timers.after(EVERY, () -> remove(group, tries - 1));
          }
        });
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

  private static void options(
      ProcessLimits limits, Optional<ControlGroup> group, List<String> command) {
    if (limits.descriptors() > 0) {
      command.add("descriptors=" + limits.descriptors());
    }
    if (limits.memoryBytes() > 0) {
      // What the kernel itself refuses, where a process is faster than we look: far more than the
      // limit, as room that was asked for and never used counts there, such as stacks of threads.
      int stacks = limits.tasks() > 0 ? limits.tasks() : MANY_TASKS;
      command.add("data=" + (2 * limits.memoryBytes() + stacks * STACK_BYTES));
    }
    if (limits.processors() > 0 && group.filter(ControlGroup::limitsProcessors).isEmpty()) {
      command.add("processors=" + (int) Math.ceil(limits.processors()));
    }
  }
}
