package io.krait.runtime.internal.life;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import io.krait.api.PluginHooks;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.PluginEvents;
import io.krait.api.management.PluginState;
import io.krait.api.model.ServeHttpResponse;
import io.krait.apiserver.ApiEndpoint;
import io.krait.apiserver.ApiServer;
import io.krait.runtime.internal.cluster.ClusterPlugins;
import io.krait.runtime.internal.cluster.ClusterSettings;
import io.krait.runtime.internal.cluster.Membership;
import io.krait.runtime.internal.cluster.Registry;
import io.krait.runtime.internal.dispatch.DispatchSettings;
import io.krait.runtime.internal.dispatch.HookDispatch;
import io.krait.runtime.internal.plugins.Archive;
import io.krait.runtime.internal.plugins.ArchiveLimits;
import io.krait.runtime.internal.plugins.ArchiveUnpacker;
import io.krait.runtime.internal.plugins.InstalledPlugins;
import io.krait.runtime.manifest.ManifestReader;
import io.krait.supervisor.PluginConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A plugin manager among fakes, with a journal of what happens to its plugins. */
final class LifeRig implements AutoCloseable {

  static final String ID = "com.example.hello";
  static final String MANIFEST =
      """
      {"id": "%s", "name": "Hello", "version": "%s",
       "server": {"runtime": "python", "executable": "plugin.py"},
       "settings_schema": {"settings": [
         {"key": "Greeting", "type": "text", "default": "hello"},
         {"key": "Times", "type": "number"},
         {"key": "Loud", "type": "bool"},
         {"key": "Tone", "type": "radio", "options": [
           {"display_name": "High", "value": "high"}, {"display_name": "Low", "value": "low"}]}]}}
      """;

  final Journal journal = new Journal();
  final FakeSupervisor supervisor = new FakeSupervisor(journal);
  final MemoryChoices choices = new MemoryChoices();
  final PluginLogBook logs = new PluginLogBook();
  final HookDispatch dispatch = new HookDispatch(DispatchSettings.DEFAULT);
  final Map<String, PluginHooks> services = new ConcurrentHashMap<>();
  final Map<String, HostedPlugin> hosted = new ConcurrentHashMap<>();
  final List<Map<String, Object>> events = new CopyOnWriteArrayList<>();

  /** What hooks fail with, by the process and their name. */
  final Map<String, AppError> refusals = new ConcurrentHashMap<>();

  volatile String serverVersion = "10.0.0";
  volatile CompletableFuture<Void> posting = CompletableFuture.completedFuture(null);

  /** What plugins answer to HTTP requests. */
  final SubmissionPublisher<ServeHttpResponse> answers =
      new SubmissionPublisher<>(Runnable::run, 8);

  private static final ClusterSettings ALONE =
      new ClusterSettings(true, false, Duration.ofHours(1));

  private final Path folder;
  private volatile Runnable reporting = () -> {};
  private final ExecutorService executor = Executors.newFixedThreadPool(4);
  final AtomicInteger threadsForOthers = new AtomicInteger();
  final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  final Plugins plugins;
  final Membership membership;

  /** The plugins as one of several nodes has them; the same as {@link #plugins} without others. */
  final ClusterPlugins node;

  LifeRig(Path folder) {
    this(folder, ALONE);
  }

  LifeRig(Path folder, ClusterSettings cluster) {
    this.folder = folder;
    Registry registry = new Registry();
    try {
      ManifestReader manifests = new ManifestReader();
      plugins =
          new Plugins(
              new LifeTools(
                  executor,
                  timer,
                  InstantSource.system(),
                  new LifeSettings(
                      Duration.ofSeconds(30),
                      "INFO",
                      Duration.ofSeconds(5),
                      Duration.ofSeconds(30)),
                  manifests,
                  new InstalledPlugins(
                      folder, manifests, new ArchiveUnpacker(ArchiveLimits.DEFAULT)),
                  new SharedChoices(choices, registry, executor),
                  dispatch,
                  this::hooksOf,
                  connection -> Optional.empty(),
                  (id, version, handled, hooks) -> {
                    journal.add(id + " " + version + " is published");
                    services.put(id, hooks);
                    return () -> {
                      journal.add(id + " is withdrawn");
                      services.remove(id);
                    };
                  },
                  logs,
                  (topic, properties) -> {
                    Map<String, Object> event = new ConcurrentHashMap<>(properties);
                    event.put("topic", topic);
                    events.add(event);
                    reporting.run();
                  }),
              Surroundings.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    membership =
        new Membership(
            plugins,
            registry,
            folder,
            1L << 20,
            cluster,
            timer,
            task -> {
              threadsForOthers.incrementAndGet();
              return new Thread(task);
            });
    node = new ClusterPlugins(plugins, membership);
    reporting = membership::reportSoon;
  }

  /** A manager that has begun, with all that plugins need. */
  static LifeRig begun(Path folder) throws IOException {
    LifeRig rig = new LifeRig(folder);
    rig.plugins.begin();
    rig.membership.begin();
    rig.surroundings(rig.complete());
    return rig;
  }

  Surroundings complete() {
    return new Surroundings(new Host(), new Endpoints(), supervisor);
  }

  void surroundings(Surroundings now) {
    get(plugins.surroundings(now));
  }

  /** The archive of a plugin. */
  static InputStream archive(String id, String version) {
    return new Archive()
        .file("plugin.json", MANIFEST.formatted(id, version))
        .file("plugin.py", "")
        .open();
  }

  /** Puts a plugin's folder in place by hand. */
  void putInPlace(String name, String manifest) {
    try {
      Path place = Files.createDirectories(folder.resolve(name));
      Files.writeString(place.resolve("plugin.json"), manifest);
      Files.writeString(place.resolve("plugin.py"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ManagedPlugin install(String id, String version) {
    return get(plugins.install(archive(id, version), true));
  }

  ManagedPlugin installAndEnable(String id, String version) {
    install(id, version);
    return get(plugins.enable(id));
  }

  ManagedPlugin plugin(String id) {
    return plugins.find(id).orElseThrow();
  }

  /** The result of what must go well. */
  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(30, SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** The failure of what must fail. */
  static ManagementException failure(CompletableFuture<?> future) {
    try {
      Object result = future.get(30, SECONDS);
      throw new AssertionError("it should have failed, and came to " + result);
    } catch (ExecutionException e) {
      return (ManagementException) e.getCause();
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private AsyncPluginHooks hooksOf(PluginConnection connection, boolean debugging) {
    String id = connection.pluginId();
    return (AsyncPluginHooks)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {AsyncPluginHooks.class},
            (proxy, method, arguments) -> {
              journal.add(id + " " + method.getName());
              AppError refusal = refusals.get(connection.process() + " " + method.getName());
              if (refusal != null) {
                return CompletableFuture.failedFuture(refusal);
              }
              return switch (method.getName()) {
                case "messageHasBeenPosted" -> posting.copy();
                case "serveHttp" -> answers;
                default -> CompletableFuture.completedFuture(null);
              };
            });
  }

  @Override
  public void close() throws Exception {
    get(plugins.close("the runtime stops"));
    membership.close();
    executor.shutdown();
    timer.shutdownNow();
    supervisor.close();
    dispatch.close();
    if (!executor.awaitTermination(30, TimeUnit.SECONDS)) {
      throw new AssertionError("a step in the life of a plugin does not end");
    }
    events.stream()
        .filter(event -> event.get("topic").equals(PluginEvents.STATE_CHANGED))
        .forEach(LifeRig::mustBeInTheTable);
  }

  private static void mustBeInTheTable(Map<String, Object> change) {
    var from = PluginState.valueOf((String) change.get(PluginEvents.PREVIOUS_STATE));
    var to = PluginState.valueOf((String) change.get(PluginEvents.STATE));
    if (from != to && !Transitions.lead(from, to)) {
      throw new AssertionError("nothing leads from %s to %s".formatted(from, to));
    }
  }

  private final class Host implements PluginApiProvider {
    @Override
    public PluginApi open(HostedPlugin plugin) {
      journal.add("host opens " + plugin.id() + " " + plugin.version());
      hosted.put(plugin.id(), plugin);
      return new PluginApi() {
        @Override
        public String getServerVersion() {
          return serverVersion;
        }
      };
    }

    @Override
    public void release(HostedPlugin plugin) {
      journal.add("host releases " + plugin.id() + " " + plugin.version());
      hosted.remove(plugin.id(), plugin);
    }
  }

  private final class Endpoints implements ApiServer {
    private final Set<ApiEndpoint> open = ConcurrentHashMap.newKeySet();

    @Override
    public ApiEndpoint open(String pluginId, PluginApi api) {
      ApiEndpoint endpoint =
          new ApiEndpoint() {
            @Override
            public String pluginId() {
              return pluginId;
            }

            @Override
            public String target() {
              return "unix:/nowhere/" + pluginId;
            }

            @Override
            public Optional<Path> lane() {
              return Optional.empty();
            }

            @Override
            public String token() {
              return "secret";
            }

            @Override
            public void serve(PluginApi other) {
              journal.add("endpoint of " + pluginId + " serves another API");
            }

            @Override
            public void close() {
              if (open.remove(this)) {
                journal.add("endpoint of " + pluginId + " is closed");
              }
            }
          };
      open.add(endpoint);
      journal.add("endpoint of " + pluginId + " is open");
      return endpoint;
    }
  }
}
