package io.krait.supervisor.internal;

import io.krait.api.Nullable;
import io.krait.protocol.Endpoint;
import io.krait.supervisor.IsolatedProcess;
import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.PluginRunner;
import io.krait.supervisor.ProcessIsolation;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has another runner start processes as their isolation wants it. */
final class IsolatingRunner implements PluginRunner {

  private static final System.Logger LOG = System.getLogger(IsolatingRunner.class.getName());

  private final PluginRunner runner;
  private final @Nullable ProcessIsolation isolation;
  private final boolean required;
  private final ProcessStarter starter;

  /**
   * A runner over another one.
   *
   * @param isolation null where there is none
   * @param required whether no process is started that is not isolated
   * @param starter starts what cleans up
   */
  IsolatingRunner(
      PluginRunner runner,
      @Nullable ProcessIsolation isolation,
      boolean required,
      ProcessStarter starter) {
    this.runner = runner;
    this.isolation = isolation;
    this.required = required;
    this.starter = starter;
  }

  @Override
  public boolean sharesSockets() {
    return runner.sharesSockets();
  }

  @Override
  public PluginProcess start(ProcessRequest request) throws IOException {
    IsolatedProcess isolated =
        isolation == null ? IsolatedProcess.notIsolated(request) : isolation.isolate(request);
    if (isolated.description().isEmpty()) {
      if (required) {
        throw new IOException(
            "it would not be isolated, which isolation.required of io.krait.supervisor asks for;"
                + " configure io.krait.sandbox for it");
      }
      return runner.start(request);
    }
    return new Isolated(runner.start(isolated.request()), isolated);
  }

  private final class Isolated implements PluginProcess {
    private final PluginProcess process;
    private final IsolatedProcess isolated;
    private final AtomicBoolean cleaned = new AtomicBoolean();

    @SuppressWarnings("FutureReturnValueIgnored") // It says all that there is to say itself.
    Isolated(PluginProcess process, IsolatedProcess isolated) {
      this.process = process;
      this.isolated = isolated;
      process.onExit().thenRun(this::cleanUp);
    }

    @Override
    public String name() {
      return process.name() + " in " + isolated.description();
    }

    @Override
    public Optional<Long> pid() {
      return process.pid();
    }

    @Override
    public InputStream output() {
      return process.output();
    }

    @Override
    public InputStream errors() {
      return process.errors();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
      return process.onExit();
    }

    @Override
    public Optional<String> cause() {
      return process.cause();
    }

    @Override
    public Endpoint translate(Endpoint announced) {
      return process.translate(announced);
    }

    @Override
    public void askToEnd() {
      process.askToEnd();
    }

    @Override
    public void kill() {
      process.kill();
      cleanUp();
    }

    private void cleanUp() {
      List<String> command = isolated.cleanup();
      if (command.isEmpty() || !cleaned.compareAndSet(false, true)) {
        return;
      }
      try {
        starter.start(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
      } catch (IOException e) {
        LOG.log(
            Level.WARNING,
            "plugin {0}: what is left of its isolation cannot be removed: {1}; run {2}",
            isolated.request().pluginId(),
            e.getMessage(),
            String.join(" ", command));
      }
    }
  }
}
