package io.krait.supervisor.internal;

import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.PluginRunner;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** Starts plugins as processes of this machine, with the rights of this process. */
final class LocalPluginRunner implements PluginRunner {

  private static final System.Logger LOG = System.getLogger(LocalPluginRunner.class.getName());

  private final ProcessStarter starter;

  LocalPluginRunner(ProcessStarter starter) {
    this.starter = starter;
  }

  @Override
  public boolean sharesSockets() {
    return true;
  }

  @Override
  public PluginProcess start(ProcessRequest request) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(request.command()).directory(request.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(request.environment());
    Process process = starter.start(builder);
    feed(process, request.needs().input());
    return new LocalPluginProcess(process);
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
