package io.krait.supervisor.example;

import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.PluginRunner;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Of the Javadoc of {@link PluginRunner}: plugins that let others go first. */
public final class PoliteRunner implements PluginRunner {
  private final PluginRunner local;

  PoliteRunner(PluginRunner local) {
    this.local = local;
  }

  @Override
  public PluginProcess start(ProcessRequest request) throws IOException {
    List<String> nice = new ArrayList<>(List.of("/usr/bin/nice", "-n", "10"));
    nice.addAll(request.command());
    return local.start(request.withCommand(nice));
  }

  @Override
  public boolean sharesSockets() {
    return local.sharesSockets();
  }
}
