package io.krait.supervisor.internal;

import io.krait.protocol.ChannelFactory;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.TransportSettings;
import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.PluginRunner;
import io.krait.supervisor.ProcessLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that a plugin needs to run, with the processes that were started. */
final class SupervisorRig implements AutoCloseable {

  static final Duration LONG = Duration.ofSeconds(60);

  final SupervisorThreads threads = new SupervisorThreads();
  final Collection<PluginProcess> processes = new ConcurrentLinkedQueue<>();
  private final TransportRuntime runtime = TransportRuntime.create();
  private final Path cache;

  /** A rig that keeps its files in {@code cache}. */
  SupervisorRig(Path cache) {
    this.cache = cache;
  }

  LaunchTools tools(Timers timers, Duration startLimit) {
    return tools(timers, startLimit, true);
  }

  LaunchTools tools(Timers timers, Duration startLimit, boolean autoMtls) {
    return tools(timers, startLimit, autoMtls, true);
  }

  LaunchTools tools(Timers timers, Duration startLimit, boolean autoMtls, boolean lane) {
    ChildEnvironment environment = new ChildEnvironment(Map.of("PATH", "/bin"), Set.of());
    PluginRunner local = new LocalPluginRunner(ProcessBuilder::start);
    return new LaunchTools(
        new InterpreterFinder(ProcessBuilder::start, environment, false, LONG),
        environment,
        BundledSdk.in(cache.resolve("sdk")),
        new VirtualEnvironments(
            cache.resolve("venv"),
            new PackageInstaller(ProcessBuilder::start, environment, threads, LONG),
            false),
        request -> {
          PluginProcess process = local.start(request);
          processes.add(process);
          return process;
        },
        id -> ProcessLimits.NONE,
        new ChannelFactory(runtime, TransportSettings.defaults()),
        TransportSettings.defaults(),
        lane,
        autoMtls,
        streams(),
        timers,
        threads,
        startLimit);
  }

  FlowCalls streams() {
    return new FlowCalls(runtime);
  }

  @Override
  public void close() {
    processes.forEach(PluginProcess::kill);
    runtime.close();
    threads.close();
  }
}
