package io.krait.supervisor.internal;

import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.PluginRunner;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Starts plugins as processes of this machine, with the rights of this process. */
final class LocalPluginRunner implements PluginRunner {

  private static final System.Logger LOG = System.getLogger(LocalPluginRunner.class.getName());

  private final ProcessStarter starter;
  private final Optional<ProcessGuard> guard;

  /** A runner whose processes have no guard. */
  LocalPluginRunner(ProcessStarter starter) {
    this(starter, Optional.empty());
  }

  /** A runner whose processes have a guard each, where there is one. */
  LocalPluginRunner(ProcessStarter starter, Optional<ProcessGuard> guard) {
    this.starter = starter;
    this.guard = guard;
  }

  @Override
  public boolean sharesSockets() {
    return true;
  }

  @Override
  public PluginProcess start(ProcessRequest request) throws IOException {
    Optional<ProcessGuard.Guarded> guarded =
        guard.isPresent() ? guard.get().guarded(request) : Optional.empty();
    ProcessBuilder builder =
        new ProcessBuilder(guarded.map(ProcessGuard.Guarded::command).orElse(request.command()))
            .directory(request.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(request.environment());
    Process process;
    try {
      process = starter.start(builder);
    } catch (IOException e) {
      guarded.flatMap(ProcessGuard.Guarded::group).ifPresent(ControlGroup::remove);
      throw e;
    }
    feed(process, request.needs().input());
    return guarded.isPresent()
        ? guard.get().plugin(process, request, guarded.get().group())
        : new LocalPluginProcess(process);
  }

  // There is room for it in the pipe, so it does not wait for the process.
  private static void feed(Process process, String input) {
    try {
      process.getOutputStream().write(input.getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a process has ended before it was told anything", e);
    }
  }
}
