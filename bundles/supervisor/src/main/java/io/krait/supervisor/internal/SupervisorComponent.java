package io.krait.supervisor.internal;

import io.krait.api.Nullable;
import io.krait.protocol.ChannelFactory;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.TransportSettings;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.PluginRunner;
import io.krait.supervisor.PluginSupervisor;
import io.krait.supervisor.ProcessIsolation;
import io.krait.supervisor.ProcessLimits;
import io.krait.supervisor.SupervisedPlugin;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The supervisor with its threads and its transport; all plugins end with it. */
@Component(service = PluginSupervisor.class, configurationPid = "io.krait.supervisor")
@Designate(ocd = SupervisorConfiguration.class)
public final class SupervisorComponent implements PluginSupervisor {

  private static final System.Logger LOG = System.getLogger(SupervisorComponent.class.getName());

  private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);

  private final SupervisorThreads threads;
  private final TransportRuntime transport;

  // Weak, as owners just forget a plugin that they have stopped. One that has a process, or that
  // waits for a restart, is held by its timers.
  private final Set<Supervision> plugins =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final List<PluginLimits> pluginLimits = new CopyOnWriteArrayList<>();
  private final ProcessLimits usualLimits;
  private final LaunchTools tools;
  private final ProcessTerminator terminator;
  private final SupervisionRules rules;

  /** A supervisor whose processes nothing isolates. */
  public SupervisorComponent(
      SupervisorConfiguration configuration, CacheFolder folders, @Nullable PluginRunner runner)
      throws IOException {
    this(configuration, folders, runner, null);
  }

  /**
   * The supervisor.
   *
   * @param folders says where files are kept
   * @param runner another way of starting processes; null for processes of this machine
   * @param isolation keeps processes away from the rest of the machine; null where nothing does
   */
  @Activate
  public SupervisorComponent(
      SupervisorConfiguration configuration,
      @Reference CacheFolder folders,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable PluginRunner runner,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable ProcessIsolation isolation)
      throws IOException {
    Path cache = folders.choose(configuration.cache_folder());
    usualLimits =
        new ProcessLimits(
            (long) configuration.limit_memory_megabytes() << 20,
            configuration.limit_processors(),
            configuration.limit_tasks(),
            configuration.limit_descriptors());
    threads = new SupervisorThreads();
    Timers timers = new AwakeTimers(threads);
    transport = TransportRuntime.create();
    ChildEnvironment environment =
        new ChildEnvironment(System.getenv(), Set.of(configuration.environment()));
    TransportSettings settings = TransportSettings.builder().streamedCalls(true).build();
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    PluginRunner starter = runner == null ? localRunner(cache, threads) : runner;
    tools =
        new LaunchTools(
            new InterpreterFinder(
                ProcessBuilder::start,
                environment,
                windows,
                Duration.ofSeconds(configuration.start_seconds())),
            environment,
            BundledSdk.in(cache.resolve("sdk")),
            new VirtualEnvironments(
                cache.resolve("venv"),
                new PackageInstaller(
                    ProcessBuilder::start,
                    environment,
                    threads,
                    Duration.ofSeconds(configuration.install_seconds())),
                windows),
            new IsolatingRunner(
                starter, isolation, configuration.isolation_required(), ProcessBuilder::start),
            this::limitsOf,
            new ChannelFactory(transport, settings),
            settings,
            configuration.lane() && starter.sharesSockets(),
            configuration.auto_mtls(),
            new FlowCalls(transport),
            timers,
            threads,
            Duration.ofSeconds(configuration.start_seconds()));
    Duration grace = Duration.ofSeconds(configuration.grace_seconds());
    terminator = new ProcessTerminator(timers, threads, grace, grace);
    rules =
        SupervisionRules.defaults()
            .withHealth(
                Duration.ofSeconds(configuration.health_interval_seconds()),
                Duration.ofSeconds(configuration.health_seconds()));
  }

  private static PluginRunner localRunner(Path cache, SupervisorThreads threads) {
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    ProcessFolder processes = ProcessFolder.ofThisMachine();
    return new LocalPluginRunner(
        ProcessBuilder::start,
        linux
            ? Optional.of(
                new ProcessGuard(
                    new BundledGuard(cache.resolve("guard")),
                    processes,
                    ControlGroups.ofThisMachine(processes),
                    threads,
                    threads))
            : Optional.empty());
  }

  /** Takes what one plugin is allowed, from its next start on. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      service = PluginLimits.class)
  void bindLimits(PluginLimits limits) {
    pluginLimits.add(limits);
  }

  void unbindLimits(PluginLimits limits) {
    pluginLimits.remove(limits);
  }

  private ProcessLimits limitsOf(String pluginId) {
    return pluginLimits.stream()
        .filter(limits -> limits.pluginId().equals(pluginId))
        .findFirst()
        .map(limits -> limits.over(usualLimits))
        .orElse(usualLimits);
  }

  @Override
  public SupervisedPlugin supervise(PluginDescription plugin, PluginObserver observer) {
    // Not RandomGenerator.getDefault(), which finds nothing where the thread's context class loader
    // is a bundle's.
    SplittableRandom random = new SplittableRandom();
    Supervision supervision = new Supervision(plugin, observer, tools, terminator, rules, random);
    plugins.add(supervision);
    return supervision;
  }

  /** Stops all plugins, and then all threads. */
  @Deactivate
  public void close() {
    List<CompletableFuture<Void>> stops = new ArrayList<>();
    synchronized (plugins) {
      plugins.forEach(plugin -> stops.add(plugin.stop()));
    }
    try {
      CompletableFuture.allOf(stops.toArray(CompletableFuture[]::new))
          .get(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.WARNING, "not all plugins have been stopped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    plugins.clear();
    transport.close();
    threads.close();
  }
}
