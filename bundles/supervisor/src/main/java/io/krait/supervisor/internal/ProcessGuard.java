package io.krait.supervisor.internal;

import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.ProcessLimits;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a small process between this one and each plugin, which sees to it that nothing of the
 * plugin outlives it, or this server. Linux only.
 */
final class ProcessGuard {

  private final BundledGuard program;
  private final ProcessFolder processes;

  ProcessGuard(BundledGuard program, ProcessFolder processes) {
    this.program = program;
    this.processes = processes;
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
  PluginProcess plugin(Process guard) {
    return new GuardedPluginProcess(guard, processes);
  }

  private static void options(ProcessLimits limits, List<String> command) {
    if (limits.descriptors() > 0) {
      command.add("descriptors=" + limits.descriptors());
    }
  }
}
