package io.krait.runtime.internal.life;

import io.krait.api.HookName;
import io.krait.api.Nullable;
import io.krait.api.PluginApiCompletion;
import io.krait.api.PluginApiProvider;
import io.krait.api.PluginHooks;
import io.krait.api.RecordMethods;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterLock;
import io.krait.api.host.SharedPlugins;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginEvents;
import io.krait.api.management.PluginManager;
import io.krait.apiserver.ApiServer;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.calls.AsyncRemotePluginHooks;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.convert.Disclosure;
import io.krait.runtime.internal.cluster.ClusterPlugins;
import io.krait.runtime.internal.cluster.Membership;
import io.krait.runtime.internal.cluster.Registry;
import io.krait.runtime.internal.dispatch.HookDeadlines;
import io.krait.runtime.internal.dispatch.HookDispatch;
import io.krait.runtime.internal.plugins.ArchiveLimits;
import io.krait.runtime.internal.plugins.ArchiveUnpacker;
import io.krait.runtime.internal.plugins.InstalledPlugins;
import io.krait.runtime.manifest.ManifestReader;
import io.krait.supervisor.PluginSupervisor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The plugin manager as a service: its threads, and the services around it. A host, an API server
 * or a supervisor that goes is let go only when all plugins have stopped using it.
 */
@Component(service = PluginManager.class, immediate = true)
public final class ManagerComponent implements PluginManager {

  private static final System.Logger LOG = System.getLogger(ManagerComponent.class.getName());

  private static final String SERVER_STOPS = "the server stops";
  private static final int IDLE_SECONDS = 30;
  private static final int THREADS_END_SECONDS = 10;

  private final BundleContext context;
  private final LifeSettings settings;
  private final ThreadPoolExecutor executor;
  private final ScheduledThreadPoolExecutor timer;
  private final TransportRuntime transport;
  private final Plugins plugins;
  private final Membership membership;
  private final ClusterPlugins manager;
  private final ExecutorService sharing;
  private final Object changes = new Object();
  private final AtomicReference<@Nullable SharedPlugins> shared = new AtomicReference<>();
  private final AtomicReference<@Nullable ClusterEvents> clusterEvents = new AtomicReference<>();
  private final AtomicReference<@Nullable ClusterLock> lock = new AtomicReference<>();
  private Surroundings surroundings = Surroundings.NONE;
  private @Nullable PluginApiProvider host;
  private @Nullable PluginApiCompletion completion;
  private volatile LifeEvents events = (topic, properties) -> {};

  /** Prepares all; plugins are looked for when the services that are there are known. */
  @Activate
  public ManagerComponent(
      BundleContext context,
      @Reference RuntimeSettings chosen,
      @Reference HookDispatch dispatch,
      @Reference HookDeadlines deadlines,
      @Reference ConfigurationAdminChoices choices,
      @Reference PluginLogBook logs)
      throws IOException {
    this.context = context;
    settings = chosen.life();
    ManifestReader manifests = new ManifestReader();
    InstalledPlugins installed =
        new InstalledPlugins(
            chosen.pluginsFolder(), manifests, new ArchiveUnpacker(ArchiveLimits.DEFAULT));
    executor =
        new ThreadPoolExecutor(
            chosen.threads(),
            chosen.threads(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            // Bounded by the number of plugins: each has one step at most in here.
            new LinkedBlockingQueue<>(),
            threads("krait-plugins-"));
    executor.allowCoreThreadTimeOut(true);
    timer = new ScheduledThreadPoolExecutor(1, threads("krait-plugins-timer-"));
    timer.setRemoveOnCancelPolicy(true);
    transport = TransportRuntime.create();
    sharing = Executors.newSingleThreadExecutor(threads("krait-plugins-sharing-"));
    Registry registry = new Registry();
    FlowCalls streams = new FlowCalls(transport);
    plugins =
        new Plugins(
            new LifeTools(
                executor,
                timer,
                InstantSource.system(),
                settings,
                manifests,
                installed,
                new SharedChoices(choices, registry, sharing),
                dispatch,
                (connection, debugging) ->
                    new AsyncRemotePluginHooks(
                        RemoteCalls.over(
                            connection.channel(),
                            streams,
                            hook -> debugging ? Optional.empty() : deadlines.of(hook)),
                        Disclosure.TO_PLUGIN),
                connection ->
                    RemoteCalls.over(connection.channel(), streams)
                        .inTurn()
                        .map(calls -> new AsyncRemotePluginHooks(calls, Disclosure.TO_PLUGIN)),
                (id, version, handled, hooks) -> publish(context, id, version, handled, hooks),
                logs,
                (topic, properties) -> happened(topic, properties)),
            Surroundings.NONE);
    membership =
        new Membership(
            plugins,
            registry,
            chosen.pluginsFolder(),
            ArchiveLimits.DEFAULT.maxBytes(),
            chosen.cluster(),
            timer,
            threads("krait-plugins-cluster-"));
    manager = new ClusterPlugins(plugins, membership);
  }

  private void happened(String topic, Map<String, Object> properties) {
    events.happened(topic, properties);
    membership.reportSoon();
  }

  private static ThreadFactory threads(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  private static Runnable publish(
      BundleContext context, String id, String version, Set<HookName> handled, PluginHooks hooks) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put(PluginEvents.PLUGIN_ID, id);
    properties.put(PluginEvents.PLUGIN_VERSION, version);
    properties.put(
        PluginEvents.PLUGIN_HOOKS,
        handled.stream().map(HookName::hookName).sorted().toArray(String[]::new));
    ServiceRegistration<PluginHooks> registration =
        context.registerService(PluginHooks.class, hooks, properties);
    return () -> {
      try {
        registration.unregister();
      } catch (IllegalStateException e) {
        LOG.log(Level.DEBUG, "the service of a plugin is gone with its bundle", e);
      }
    };
  }

  /** Looks for plugins, and starts those that are enabled, in the background. */
  @Activate
  void activate() throws IOException {
    try {
      plugins.begin();
      membership.begin();
    } catch (IOException | RuntimeException e) {
      end();
      throw e;
    }
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindHost(PluginApiProvider newHost) {
    change(
        now -> {
          host = newHost;
          return withHost(now);
        });
  }

  void unbindHost(PluginApiProvider oldHost) {
    change(
        now -> {
          if (host != oldHost) {
            return now;
          }
          host = null;
          return withHost(now);
        });
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindCompletion(PluginApiCompletion newCompletion) {
    change(
        now -> {
          completion = newCompletion;
          return withHost(now);
        });
  }

  void unbindCompletion(PluginApiCompletion oldCompletion) {
    change(
        now -> {
          if (completion != oldCompletion) {
            return now;
          }
          completion = null;
          return withHost(now);
        });
  }

  private Surroundings withHost(Surroundings now) {
    PluginApiProvider known = host == null || completion == null ? host : completion.complete(host);
    return new Surroundings(known, now.apiServer(), now.supervisor());
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindApiServer(ApiServer apiServer) {
    change(now -> new Surroundings(now.host(), apiServer, now.supervisor()));
  }

  void unbindApiServer(ApiServer apiServer) {
    change(
        now ->
            now.apiServer() == apiServer
                ? new Surroundings(now.host(), null, now.supervisor())
                : now);
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindSupervisor(PluginSupervisor supervisor) {
    change(now -> new Surroundings(now.host(), now.apiServer(), supervisor));
  }

  void unbindSupervisor(PluginSupervisor supervisor) {
    change(
        now ->
            now.supervisor() == supervisor
                ? new Surroundings(now.host(), now.apiServer(), null)
                : now);
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindEvents(LifeEvents newEvents) {
    events = newEvents;
  }

  void unbindEvents(LifeEvents oldEvents) {
    if (events == oldEvents) {
      events = (topic, properties) -> {};
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindShared(SharedPlugins bound) {
    shared.set(bound);
    membership.shares(bound);
  }

  void unbindShared(SharedPlugins gone) {
    if (shared.compareAndSet(gone, null)) {
      membership.shares(null);
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindClusterEvents(ClusterEvents bound) {
    clusterEvents.set(bound);
    membership.hears(bound);
  }

  void unbindClusterEvents(ClusterEvents gone) {
    if (clusterEvents.compareAndSet(gone, null)) {
      membership.hears(null);
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindLock(ClusterLock bound) {
    lock.set(bound);
    membership.takesTurns(bound);
  }

  void unbindLock(ClusterLock gone) {
    if (lock.compareAndSet(gone, null)) {
      membership.takesTurns(null);
    }
  }

  private void change(UnaryOperator<Surroundings> change) {
    CompletableFuture<Void> settled;
    synchronized (changes) {
      Surroundings before = surroundings;
      surroundings = change.apply(before);
      if (surroundings.equals(before)) {
        return;
      }
      settled = serverStops() ? plugins.close(SERVER_STOPS) : plugins.surroundings(surroundings);
    }
    await(settled, "stopped using a service that goes");
  }

  // Bundles go one by one then, and who went first would be told as the reason.
  private boolean serverStops() {
    return context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState() == Bundle.STOPPING;
  }

  private void await(CompletableFuture<Void> future, String what) {
    try {
      future.get(settings.stop().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      // A plugin that was removed meanwhile uses nothing.
      LOG.log(Level.DEBUG, "not all plugins have " + what, e);
    } catch (TimeoutException e) {
      LOG.log(
          Level.WARNING,
          "not all plugins have {0} within {1} s",
          what,
          Long.toString(settings.stop().toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops all plugins, and then all threads. */
  @Deactivate
  void deactivate() {
    await(plugins.close(serverStops() ? SERVER_STOPS : "the runtime stops"), "stopped");
    end();
  }

  private void end() {
    membership.close();
    timer.shutdownNow();
    sharing.shutdown();
    executor.shutdown();
    try {
      if (!executor.awaitTermination(THREADS_END_SECONDS, TimeUnit.SECONDS)) {
        executor.shutdownNow();
        LOG.log(Level.WARNING, "a step in the life of a plugin does not end");
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
    transport.close();
    RecordMethods.forget();
  }

  @Override
  public CompletableFuture<ManagedPlugin> install(InputStream archive, boolean replace) {
    return manager.install(archive, replace);
  }

  @Override
  public CompletableFuture<ManagedPlugin> install(
      InputStream archive, boolean replace, String userId) {
    return manager.install(archive, replace, userId);
  }

  @Override
  public CompletableFuture<ManagedPlugin> enable(String id) {
    return manager.enable(id);
  }

  @Override
  public CompletableFuture<ManagedPlugin> disable(String id) {
    return manager.disable(id);
  }

  @Override
  public CompletableFuture<ManagedPlugin> restart(String id) {
    return manager.restart(id);
  }

  @Override
  public CompletableFuture<ManagedPlugin> remove(String id) {
    return manager.remove(id);
  }

  @Override
  public CompletableFuture<Void> rescan() {
    return manager.rescan();
  }

  @Override
  public List<ManagedPlugin> list() {
    return manager.list();
  }

  @Override
  public Optional<ManagedPlugin> find(String id) {
    return manager.find(id);
  }

  @Override
  public List<NodePlugin> nodes() {
    return manager.nodes();
  }

  @Override
  public Map<String, Object> settings(String id) throws ManagementException {
    return manager.settings(id);
  }

  @Override
  public void saveSettings(String id, Map<String, Object> newSettings) throws ManagementException {
    manager.saveSettings(id, newSettings);
  }

  @Override
  public void checkSettings(String id, Map<String, Object> newSettings) throws ManagementException {
    manager.checkSettings(id, newSettings);
  }

  @Override
  public CompletionStage<Optional<String>> applySettings(String id, Map<String, Object> newSettings)
      throws ManagementException {
    return manager.applySettings(id, newSettings);
  }
}
