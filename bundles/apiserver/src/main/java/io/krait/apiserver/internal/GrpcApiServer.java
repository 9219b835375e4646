package io.krait.apiserver.internal;

import io.grpc.ServerServiceDefinition;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.RepeatedFailures;
import io.krait.api.management.ApiStatistics;
import io.krait.apiserver.ApiEndpoint;
import io.krait.apiserver.ApiServer;
import io.krait.protocol.AccessToken;
import io.krait.protocol.BoundServer;
import io.krait.protocol.Endpoint;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.ServerFactory;
import io.krait.protocol.TokenGate;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.calls.ServedInterface;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Serves the API over gRPC, on a server of its own for each plugin. */
@Component(
    service = {ApiServer.class, ApiStatistics.class},
    configurationPid = "io.krait.apiserver")
@Designate(ocd = ApiServerConfiguration.class)
public final class GrpcApiServer implements ApiServer, ApiStatistics {

  private static final System.Logger LOG = System.getLogger(GrpcApiServer.class.getName());

  /**
   * How many plugins may have as many calls under way as they are allowed before others wait for a
   * thread: each such call may wait for a plugin that is stuck. Where the JVM has virtual threads
   * there is no such bound.
   */
  private static final int PLUGINS_AT_THEIR_LIMIT = 16;

  private final Duration grace;
  private final TransportRuntime runtime;
  private final ServerFactory servers;
  private final FlowCalls streams;
  private final @Nullable ApiSockets sockets;
  private final boolean lanes;
  private final boolean tokenAlways;
  private final SecureRandom random = new SecureRandom();
  private final Set<OpenEndpoint> endpoints = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  /** Prepares for endpoints; none is open yet. */
  @Activate
  public GrpcApiServer(ApiServerConfiguration configuration) throws IOException {
    sockets = isTcp(configuration.transport()) ? null : ApiSockets.in(configuration.socketFolder());
    lanes = configuration.lane();
    tokenAlways = configuration.tokenAlways();
    grace = Duration.ofSeconds(configuration.graceSeconds());
    runtime =
        TransportRuntime.builder()
            .maxHandlerThreads(PLUGINS_AT_THEIR_LIMIT * configuration.maxConcurrentCalls())
            .build();
    servers =
        new ServerFactory(
            runtime,
            TransportSettings.builder()
                .maxMessageBytes(configuration.maxMessageMebibytes() << 20)
                .maxConcurrentCalls(configuration.maxConcurrentCalls())
                .build());
    streams = new FlowCalls(runtime);
  }

  // No plugin should stop for what was mistyped.
  private static boolean isTcp(String transport) {
    if (!transport.equals("tcp") && !transport.equals("unix")) {
      LOG.log(
          Level.ERROR,
          "configuration io.krait.apiserver, transport: \"{0}\" is neither unix nor tcp; unix is"
              + " used",
          transport);
    }
    return transport.equals("tcp");
  }

  @Override
  public ApiEndpoint open(String pluginId, PluginApi api) throws IOException {
    OpenEndpoint endpoint = added(pluginId, api);
    try {
      endpoint.listen();
    } catch (IOException | RuntimeException e) {
      endpoints.remove(endpoint);
      throw e;
    }
    return endpoint;
  }

  /** Versions of one plugin count together, so that its figures go on when it is updated. */
  private OpenEndpoint added(String pluginId, PluginApi api) {
    synchronized (endpoints) {
      CallCounters calls =
          endpoints.stream()
              .filter(other -> other.pluginId.equals(pluginId))
              .findAny()
              .map(other -> other.calls)
              .orElseGet(() -> new CallCounters(pluginId));
      OpenEndpoint endpoint = new OpenEndpoint(pluginId, api, calls);
      endpoints.add(endpoint);
      return endpoint;
    }
  }

  @Override
  public List<ApiStatistics.Method> apiCalls() {
    return endpoints.stream()
        .map(endpoint -> endpoint.calls)
        .distinct()
        .flatMap(calls -> calls.statistics().stream())
        .toList();
  }

  /** Closes all endpoints and ends the threads. */
  @Deactivate
  public void stop() {
    stopped = true;
    endpoints.forEach(OpenEndpoint::close);
    runtime.close();
  }

  private final class OpenEndpoint implements ApiEndpoint {

    private final String pluginId;
    private final AccessToken token = AccessToken.random(random);
    private final TokenGate gate;
    private final CallCounters calls;
    private final RepeatedFailures failures = new RepeatedFailures(LOG);
    private volatile PluginApi api;
    private ApiSockets.@Nullable Place place;
    private @Nullable BoundServer server;
    private @Nullable BoundServer lane;
    private boolean closed;

    OpenEndpoint(String pluginId, PluginApi api, CallCounters calls) {
      this.pluginId = pluginId;
      this.api = api;
      this.calls = calls;
      gate =
          sockets == null || tokenAlways
              ? TokenGate.closed(token, this::refused)
              : TokenGate.openUntilShown(token, this::refused);
    }

    synchronized void listen() throws IOException {
      if (stopped || closed) {
        throw new IllegalStateException(
            "cannot open the API endpoint of plugin %s: the API server has been stopped"
                .formatted(pluginId));
      }
      List<ServerServiceDefinition> services =
          List.of(ServedInterface.of(() -> api, streams, this::report, calls));
      if (sockets == null) {
        server = servers.start(Endpoint.loopback(), services, gate);
        return;
      }
      place = sockets.next();
      try {
        server = servers.start(place.grpc(), services, gate);
        if (lanes) {
          lane = servers.startLane(place.lane(), services, gate);
        }
      } catch (IOException | RuntimeException e) {
        if (server != null) {
          server.close(Duration.ZERO);
        }
        place.remove();
        throw e;
      }
    }

    private void report(String method, String reference, Throwable failure) {
      failures.log(
          Level.ERROR,
          method + failure.getClass(),
          "plugin %s: %s failed in the host; the plugin was told the reference %s"
              .formatted(pluginId, method, reference),
          failure);
    }

    private void refused(String why) {
      failures.log(
          Level.WARNING,
          "refused",
          "plugin %s: somebody was refused at its API endpoint, as %s; another process of this user tries to act as the plugin, or the plugin calls without the token that its process was given"
              .formatted(pluginId, why),
          null);
    }

    @Override
    public String pluginId() {
      return pluginId;
    }

    @Override
    public synchronized String target() {
      return server.endpoint().target();
    }

    @Override
    public synchronized Optional<Path> lane() {
      return lane != null && lane.endpoint() instanceof Endpoint.Unix unix
          ? Optional.of(unix.path())
          : Optional.empty();
    }

    @Override
    public String token() {
      return token.value();
    }

    @Override
    public void serve(PluginApi other) {
      api = other;
    }

    @Override
    public synchronized void close() {
      closed = true;
      long begin = System.nanoTime();
      if (lane != null) {
        lane.close(grace);
      }
      if (server != null) {
        // The time is one for both.
        Duration left = grace.minusNanos(System.nanoTime() - begin);
        server.close(left.isNegative() ? Duration.ZERO : left);
      }
      if (place != null) {
        place.remove();
        place = null;
      }
      endpoints.remove(this);
    }
  }
}
