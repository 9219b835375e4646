package io.krait.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.PluginApi;
import io.krait.apiserver.ApiEndpoint;
import io.krait.apiserver.internal.ApiServerConfiguration;
import io.krait.apiserver.internal.GrpcApiServer;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.Transport;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.calls.AsyncRemotePluginHooks;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.convert.Disclosure;
import io.krait.runtime.internal.dispatch.DispatchSettings;
import io.krait.runtime.internal.dispatch.HookDispatch;
import io.krait.supervisor.OutputRecord;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.SupervisedPlugin;
import io.krait.supervisor.internal.SupervisorComponent;
import io.krait.supervisor.internal.SupervisorConfiguration;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Plugins in Python, run by the supervisor, that use an API and take part in the dispatch. */
final class LivePlugins implements AutoCloseable {

  static final long DEADLINE_SECONDS = 60;

  private final TransportRuntime transport = TransportRuntime.create();
  private final HookDispatch dispatch = new HookDispatch(DispatchSettings.DEFAULT);
  private final BlockingQueue<PluginConnection> opened = new LinkedBlockingQueue<>();
  private final BlockingQueue<OutputRecord> printed = new LinkedBlockingQueue<>();
  private final PluginApi api;
  private final Transport carrier;
  private final GrpcApiServer apiServer;
  private final SupervisorComponent supervisor;

  /**
   * No plugin runs at first. All are on the lane, as they are by default.
   *
   * @param cache a folder for what the supervisor keeps
   * @param api what all plugins see
   */
  LivePlugins(Path cache, PluginApi api) throws Exception {
    this(cache, api, Transport.LANE);
  }

  /** Plugins whose calls in both directions go on {@code carrier}. */
  LivePlugins(Path cache, PluginApi api, Transport carrier) throws Exception {
    this(cache, api, carrier, Map.of());
  }

  /** Plugins on the lane whose supervisor has {@code settings}. */
  LivePlugins(Path cache, PluginApi api, Map<String, Object> settings) throws Exception {
    this(cache, api, Transport.LANE, settings);
  }

  private LivePlugins(Path cache, PluginApi api, Transport carrier, Map<String, Object> settings)
      throws Exception {
    this.api = api;
    this.carrier = carrier;
    boolean lane = carrier == Transport.LANE;
    apiServer =
        new GrpcApiServer(Configurations.with(ApiServerConfiguration.class, Map.of("lane", lane)));
    Map<String, Object> all = new HashMap<>(settings);
    // How long a start takes on a busy machine is not what is tested.
    all.put("start_seconds", (int) DEADLINE_SECONDS);
    all.put("lane", lane);
    supervisor =
        new SupervisorComponent(
            Configurations.with(SupervisorConfiguration.class, all), configured -> cache, null);
  }

  /** Has a plugin supervised, which is not started. */
  SupervisedPlugin supervise(String id, Path folder, String file) throws Exception {
    return supervise(id, folder, file, PythonPeer.interpreter());
  }

  /** Has a plugin supervised that is run by {@code interpreter}. */
  SupervisedPlugin supervise(String id, Path folder, String file, Path interpreter)
      throws Exception {
    ApiEndpoint endpoint = apiServer.open(id, api);
    PluginDescription.Builder description =
        PluginDescription.builder(id, folder, file)
            .interpreter(interpreter)
            .apiTarget(endpoint.target());
    endpoint.lane().ifPresent(description::apiLane);
    return supervisor.supervise(description.build(), new Publisher());
  }

  HookDispatch dispatch() {
    return dispatch;
  }

  /** The next connection to a plugin that is active. */
  PluginConnection opened() throws InterruptedException {
    return next(opened, "a connection to an active plugin");
  }

  /** The next line that a plugin has printed or logged. */
  OutputRecord printed() throws InterruptedException {
    return next(printed, "a line of a plugin");
  }

  private static <T> T next(BlockingQueue<T> queue, String what) throws InterruptedException {
    T next = queue.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("not within " + DEADLINE_SECONDS + " s: " + what);
    }
    return next;
  }

  @Override
  public void close() throws Exception {
    supervisor.close();
    dispatch.close();
    apiServer.stop();
    transport.close();
  }

  /** Activates a plugin when it answers, and lets it take part in the dispatch. */
  private final class Publisher implements PluginObserver {
    private final AtomicReference<HookDispatch.Registration> registration = new AtomicReference<>();

    @Override
    public CompletionStage<Void> opened(PluginConnection connection) {
      assertThat(connection.channel().transport()).isEqualTo(carrier);
      var hooks =
          new AsyncRemotePluginHooks(
              RemoteCalls.over(connection.channel(), new FlowCalls(transport)),
              Disclosure.TO_PLUGIN);
      return hooks
          .onActivate()
          .thenRun(
              () -> {
                registration.set(
                    dispatch.register(connection.pluginId(), 0, connection.hooks(), hooks));
                opened.add(connection);
              });
    }

    @Override
    public void printed(OutputRecord line) {
      printed.add(line);
    }

    @Override
    public void lost(PluginConnection connection, String reason) {
      registration.get().close();
    }
  }
}
