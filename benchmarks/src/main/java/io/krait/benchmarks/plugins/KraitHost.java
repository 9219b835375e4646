package io.krait.benchmarks.plugins;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.PluginApi;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** All of Krait's layers between a host and its plugins, with a host that knows its version. */
final class KraitHost implements AutoCloseable {

  private static final long START_SECONDS = 60;

  private final Path python;
  private final TransportRuntime transport = TransportRuntime.create();
  private final HookDispatch dispatch = new HookDispatch(DispatchSettings.DEFAULT);
  private final GrpcApiServer apiServer = new GrpcApiServer(defaults(ApiServerConfiguration.class));
  private final Path cache = Files.createTempDirectory("krait-benchmark");
  private final SupervisorComponent supervisor =
      new SupervisorComponent(defaults(SupervisorConfiguration.class), configured -> cache, null);

  KraitHost(Path python) throws IOException {
    this.python = python;
  }

  private static <T> T defaults(Class<T> configuration) {
    return configuration.cast(
        Proxy.newProxyInstance(
            configuration.getClassLoader(),
            new Class<?>[] {configuration},
            (proxy, method, arguments) -> method.getDefaultValue()));
  }

  /** The hooks of all plugins together, as a host calls them. */
  AsyncPluginHooks hooks() {
    return dispatch.async();
  }

  /** The hooks of one plugin. */
  AsyncPluginHooks hooksOf(String id) {
    return dispatch.async(id).orElseThrow();
  }

  /** Starts a plugin and waits until it takes part. */
  Running start(String id, Path folder, String variant) throws Exception {
    ApiEndpoint endpoint = apiServer.open(id, new Versioned());
    var published = new Publisher(id);
    SupervisedPlugin plugin =
        supervisor.supervise(
            PluginDescription.builder(id, folder, "plugin.py")
                .interpreter(python)
                .apiTarget(endpoint.target())
                .variable("KRAIT_BENCHMARK", variant)
                .build(),
            published);
    long begin = System.nanoTime();
    plugin.start().get(START_SECONDS, TimeUnit.SECONDS);
    return new Running(endpoint, plugin, published, Duration.ofNanos(System.nanoTime() - begin));
  }

  @Override
  public void close() throws Exception {
    supervisor.close();
    dispatch.close();
    apiServer.stop();
    transport.close();
  }

  private static final class Versioned implements PluginApi {
    @Override
    public String getServerVersion() {
      return "10.11.0";
    }
  }

  /** A plugin that takes part, and how long it took until then. */
  record Running(
      ApiEndpoint endpoint, SupervisedPlugin plugin, AutoCloseable published, Duration startTime)
      implements AutoCloseable {
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
              RemoteCalls.over(connection.channel(), new FlowCalls(transport)),
              Disclosure.TO_PLUGIN);
      registrations.put(connection.process(), dispatch.register(id, 0, connection.hooks(), hooks));
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
      registrations.values().forEach(HookDispatch.Registration::close);
      registrations.clear();
    }
  }
}
