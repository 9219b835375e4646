package io.krait.protocol;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.krait.api.Nullable;
import io.krait.protocol.internal.BearerTokens;
import io.krait.protocol.internal.CallGuard;
import io.krait.protocol.internal.ConnectionLimit;
import io.krait.protocol.internal.OwnThread;
import io.krait.protocol.internal.SocketFile;
import io.krait.protocol.internal.TlsCredentials;
import io.krait.protocol.internal.lane.LaneServer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts servers on unix sockets and TCP ports, each with a health service beside its own. */
public final class ServerFactory {

  /** How long a connection may take to show that it speaks HTTP/2. */
  private static final int HANDSHAKE_SECONDS = 10;

  private final TransportRuntime runtime;
  private final TransportSettings settings;

  /** Servers on the threads of {@code runtime}. */
  public ServerFactory(TransportRuntime runtime, TransportSettings settings) {
    this.runtime = runtime;
    this.settings = settings;
  }

  /**
   * A server on a unix socket, which its folder keeps from other users: it is created with mode
   * 0700 where it is missing, and refused where it is open to others. A socket that a dead server
   * has left is replaced.
   *
   * @throws IOException where the socket cannot be made: the message says why
   */
  public BoundServer start(Endpoint.Unix endpoint, List<ServerServiceDefinition> services)
      throws IOException {
    return start(endpoint, settings, services, null);
  }

  /**
   * A server that answers those only who show {@code token}.
   *
   * @throws IOException where it cannot listen at {@code endpoint}: the message says why
   */
  public BoundServer start(
      Endpoint endpoint, List<ServerServiceDefinition> services, AccessToken token)
      throws IOException {
    return start(endpoint, services, TokenGate.closed(token, why -> {}));
  }

  /**
   * A server that answers those only who pass {@code gate}.
   *
   * @throws IOException where it cannot listen at {@code endpoint}: the message says why
   */
  public BoundServer start(
      Endpoint endpoint, List<ServerServiceDefinition> services, TokenGate gate)
      throws IOException {
    return start(endpoint, settings, services, gate);
  }

  private BoundServer start(
      Endpoint endpoint,
      TransportSettings settings,
      List<ServerServiceDefinition> services,
      @Nullable TokenGate gate)
      throws IOException {
    runtime.checkOpen();
    if (endpoint instanceof Endpoint.Tcp tcp && !tcp.isLoopback() && settings.tls().isEmpty()) {
      throw new IOException(
          "cannot listen at "
              + endpoint
              + ": other machines reach it, and there are no certificates to encrypt with");
    }
    return runtime.register(
        OwnThread.call("krait-open", () -> bind(endpoint, settings, services, gate)));
  }

  private BoundServer bind(
      Endpoint endpoint,
      TransportSettings settings,
      List<ServerServiceDefinition> services,
      @Nullable TokenGate gate)
      throws IOException {
    SocketFile socketFile =
        endpoint instanceof Endpoint.Unix unix ? SocketFile.prepare(unix.path()) : null;
    HealthStatusManager health = new HealthStatusManager();
    ConnectionLimit connections = new ConnectionLimit(settings.maxConnections());
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(
                endpoint.socketAddress(),
                settings.tls().isPresent()
                    ? TlsCredentials.forServer(settings.tls().get())
                    : InsecureServerCredentials.create())
            .bossEventLoopGroup(runtime.eventLoops())
            .workerEventLoopGroup(runtime.eventLoops())
            .channelFactory(() -> serverChannel(endpoint, connections))
            .executor(runtime.handlers())
            .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
            .maxInboundMessageSize(settings.maxMessageBytes())
            .maxInboundMetadataSize(settings.maxMetadataBytes())
            // Above the number of calls that are let in, so that one too many is told so.
            .maxConcurrentCallsPerConnection(
                (int) Math.min(2L * settings.maxConcurrentCalls(), Integer.MAX_VALUE))
            .flowControlWindow(ChannelFactory.FLOW_CONTROL_WINDOW)
            // gRPC sets it on all sockets, and Netty warns of each unix socket, which has none.
            .withChildOption(
                ChannelOption.SO_KEEPALIVE, endpoint instanceof Endpoint.Unix ? null : true)
            .permitKeepAliveWithoutCalls(true)
            .permitKeepAliveTime(
                settings.permittedKeepAliveTime().toMillis(), TimeUnit.MILLISECONDS);
    // Not before the health service: a server at its limit is healthy.
    guarded(services).forEach(builder::addService);
    builder.addService(health.getHealthService());
    if (gate != null) {
      builder.intercept(BearerTokens.asking(gate));
    }
    Server server = start(builder, endpoint, socketFile);
    Endpoint bound = endpoint;
    if (endpoint instanceof Endpoint.Tcp tcp) {
      InetSocketAddress address = (InetSocketAddress) server.getListenSockets().get(0);
      bound = Endpoint.tcp(tcp.host(), address.getPort());
    }
    return new BoundServer(
        runtime, bound, grace -> BoundServer.close(server, grace), health, socketFile);
  }

  private static Server start(
      NettyServerBuilder builder, Endpoint endpoint, @Nullable SocketFile socketFile)
      throws IOException {
    try {
      return builder.build().start();
    } catch (IOException | RuntimeException e) {
      if (socketFile != null) {
        socketFile.remove();
      }
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException("cannot listen at " + endpoint + ": " + cause.getMessage(), e);
    }
  }

  /**
   * A server on a lane, whose folder keeps the socket from other users as it does that of gRPC. The
   * services are the same.
   *
   * @throws IOException where the socket cannot be made: the message says why
   */
  public BoundServer startLane(Endpoint.Unix endpoint, List<ServerServiceDefinition> services)
      throws IOException {
    return openLane(endpoint, services, null);
  }

  /**
   * A server on a lane that takes connections of those only who pass {@code gate}.
   *
   * @throws IOException where the socket cannot be made: the message says why
   */
  public BoundServer startLane(
      Endpoint.Unix endpoint, List<ServerServiceDefinition> services, TokenGate gate)
      throws IOException {
    return openLane(endpoint, services, gate);
  }

  private BoundServer openLane(
      Endpoint.Unix endpoint, List<ServerServiceDefinition> services, @Nullable TokenGate gate)
      throws IOException {
    runtime.checkOpen();
    return runtime.register(OwnThread.call("krait-open", () -> bindLane(endpoint, services, gate)));
  }

  private BoundServer bindLane(
      Endpoint.Unix endpoint, List<ServerServiceDefinition> services, @Nullable TokenGate gate)
      throws IOException {
    SocketFile socketFile = SocketFile.prepare(endpoint.path());
    HealthStatusManager health = new HealthStatusManager();
    List<ServerServiceDefinition> served = new ArrayList<>(guarded(services));
    served.add(health.getHealthService().bindService());
    try {
      LaneServer server =
          new LaneServer(
              UnixDomainSocketAddress.of(endpoint.path()),
              served,
              runtime.lanes(),
              runtime.handlers(),
              runtime.timer(),
              settings,
              gate);
      if (gate != null) {
        gate.onClosing(server::shutOut);
      }
      return new BoundServer(runtime, endpoint, server::close, health, socketFile);
    } catch (IOException | RuntimeException e) {
      socketFile.remove();
      throw new IOException("cannot listen at " + endpoint + ": " + e.getMessage(), e);
    }
  }

  private List<ServerServiceDefinition> guarded(List<ServerServiceDefinition> services) {
    ServerInterceptor guard =
        new CallGuard(settings.maxConcurrentCalls(), settings.maxMessageBytes());
    return services.stream().map(service -> ServerInterceptors.intercept(service, guard)).toList();
  }

  private static ServerChannel serverChannel(Endpoint endpoint, ConnectionLimit connections) {
    ServerChannel channel =
        endpoint instanceof Endpoint.Unix
            ? new NioServerDomainSocketChannel()
            : new NioServerSocketChannel();
    channel.pipeline().addLast(connections);
    return channel;
  }
}
