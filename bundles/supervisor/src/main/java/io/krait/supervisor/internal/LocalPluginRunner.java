package io.krait.supervisor.internal;

import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.PluginRunner;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;

/** Starts plugins as processes of this machine, with the rights of this process. */
final class LocalPluginRunner implements PluginRunner {

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
    return new LocalPluginProcess(starter.start(builder));
  }
}
