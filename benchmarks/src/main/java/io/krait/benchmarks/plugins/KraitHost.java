package io.krait.benchmarks.plugins;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.PluginApi;
import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.apiserver.ApiEndpoint;
import io.krait.apiserver.internal.ApiServerConfiguration;
import io.krait.apiserver.internal.GrpcApiServer;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.calls.AsyncRemotePluginHooks;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.convert.Disclosure;
import io.krait.runtime.internal.dispatch.DispatchSettings;
import io.krait.runtime.internal.dispatch.HookDispatch;
import io.krait.supervisor.FileTree;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.SupervisedPlugin;
import io.krait.supervisor.internal.SupervisorComponent;
import io.krait.supervisor.internal.SupervisorConfiguration;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** All of Krait's layers between a host and its plugins, with a host that knows its version. */
final class KraitHost implements AutoCloseable {

  /** Many starts at once, on few cores, take longer than a server's limit for one. */
  private static final int START_SECONDS = 300;

  private final Path python;
  private final TransportRuntime runtime = TransportRuntime.create();
  private final HookDispatch dispatch = new HookDispatch(DispatchSettings.DEFAULT);
  private final GrpcApiServer apiServer;
  private final Path cache = Files.createTempDirectory("krait-benchmark");
  private final SupervisorComponent supervisor;

  /** The layers with that transport between them and the plugins. */
  KraitHost(Path python, Transport transport) throws IOException {
    this.python = python;
    boolean lane = transport == Transport.LANE;
    apiServer = new GrpcApiServer(configured(ApiServerConfiguration.class, Map.of("lane", lane)));
    supervisor =
        new SupervisorComponent(
            configured(
                SupervisorConfiguration.class,
                Map.of("start_seconds", START_SECONDS, "lane", lane)),
            configured -> cache,
            null);
  }

  private static <T> T configured(Class<T> configuration, Map<String, Object> changed) {
    return configuration.cast(
        Proxy.newProxyInstance(
            configuration.getClassLoader(),
            new Class<?>[] {configuration},
            (proxy, method, arguments) ->
                changed.getOrDefault(method.getName(), method.getDefaultValue())));
  }

  /** The hooks of all plugins together, as a host calls them. */
  AsyncPluginHooks hooks() {
    return dispatch.async();
  }

  /** The hooks of one plugin. */
  AsyncPluginHooks hooksOf(String id) {
    return dispatch.async(id).orElseThrow();
  }

  /** How the calls of a plugin's hook went. */
  HookStatistics statistics(String id, HookName hook) {
    return dispatch.statistics().stream()
        .filter(one -> one.pluginId().equals(id) && one.hook() == hook)
        .findFirst()
        .orElseThrow();
  }

  /** Starts a plugin and waits until it takes part. */
  Running start(String id, Path folder, String variant) throws Exception {
    return start(List.of(id), folder, variant).get(0);
  }

  /** Starts plugins at the same time and waits until all take part. */
  List<Running> start(List<String> ids, Path folder, String variant) throws Exception {
    List<Running> started = new ArrayList<>();
    long begin = System.nanoTime();
    for (String id : ids) {
      ApiEndpoint endpoint = apiServer.open(id, new Versioned());
      var published = new Publisher(id);
      PluginDescription.Builder description =
          PluginDescription.builder(id, folder, "plugin.py")
              .interpreter(python)
              .apiTarget(endpoint.target())
              .variable("KRAIT_BENCHMARK", variant);
      endpoint.lane().ifPresent(description::apiLane);
      SupervisedPlugin plugin = supervisor.supervise(description.build(), published);
      CompletableFuture<Duration> startTime =
          plugin.start().thenApply(nothing -> Duration.ofNanos(System.nanoTime() - begin));
      started.add(new Running(endpoint, plugin, published, startTime));
    }
    for (Running plugin : started) {
      Duration unused = plugin.startTime().get(START_SECONDS, TimeUnit.SECONDS);
    }
    return started;
  }

  @Override
  public void close() throws Exception {
    supervisor.close();
    dispatch.close();
    apiServer.stop();
    runtime.close();
    FileTree.delete(cache);
  }

  private static final class Versioned implements PluginApi {
    @Override
    public String getServerVersion() {
      return "10.11.0";
    }
  }

  /** A plugin that takes part, and how long it took until then. */
  record Running(
      ApiEndpoint endpoint,
      SupervisedPlugin plugin,
      AutoCloseable published,
      CompletableFuture<Duration> startTime)
      implements AutoCloseable {

    /** The number of its process. */
    long pid() {
      return plugin.status().process().flatMap(ProcessFacts::pid).orElseThrow();
    }

    @Override
    public void close() throws Exception {
      published.close();
      plugin.stop().get(START_SECONDS, TimeUnit.SECONDS);
      endpoint.close();
    }
  }

  /** Lets a plugin take part in the dispatch while it runs. */
  private final class Publisher implements PluginObserver, AutoCloseable {
    private final String id;
    private final ConcurrentHashMap<String, HookDispatch.Registration> registrations =
        new ConcurrentHashMap<>();

    private Publisher(String id) {
      this.id = id;
    }

    @Override
    public CompletionStage<Void> opened(PluginConnection connection) {
      var hooks =
          new AsyncRemotePluginHooks(
              RemoteCalls.over(connection.channel(), new FlowCalls(runtime)), Disclosure.TO_PLUGIN);
      Optional<AsyncPluginHooks> inTurn =
          RemoteCalls.over(connection.channel(), new FlowCalls(runtime))
              .inTurn()
              .map(calls -> new AsyncRemotePluginHooks(calls, Disclosure.TO_PLUGIN));
      registrations.put(
          connection.process(),
          dispatch.register(id, 0, connection.hooks(), hooks, inTurn, false, why -> {}));
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
      registrations.values().forEach(HookDispatch.Registration::close);
      registrations.clear();
    }
  }
}
