package io.krait.protocol;

import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.krait.api.Nullable;
import io.krait.protocol.internal.BearerTokens;
import io.krait.protocol.internal.OutboundLimit;
import io.krait.protocol.internal.OwnThread;
import io.krait.protocol.internal.TlsCredentials;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Opens channels to peers on unix sockets and TCP ports. */
public final class ChannelFactory {

  /** What both kinds of endpoint call themselves, and what certificates are made out to. */
  private static final String AUTHORITY = "localhost";

  /** Beyond 30 days gRPC takes it that a channel is never to be closed for being idle. */
  private static final int NEVER_IDLE_DAYS = 31;

  static final int FLOW_CONTROL_WINDOW = 1 << 20;

  private final TransportRuntime runtime;
  private final TransportSettings settings;

  /** Channels on the threads of {@code runtime}. */
  public ChannelFactory(TransportRuntime runtime, TransportSettings settings) {
    this.runtime = runtime;
    this.settings = settings;
  }

  /**
   * A channel to {@code endpoint}. It connects with the first call, and again whenever the
   * connection was lost; a call without a connection fails at once.
   *
   * @throws IOException where the settings' certificates cannot be used
   */
  public OpenChannel open(Endpoint endpoint) throws IOException {
    return open(endpoint, settings, null);
  }

  /** A channel that shows {@code token} with every call. */
  public OpenChannel open(Endpoint endpoint, AccessToken token) throws IOException {
    return open(endpoint, settings, token);
  }

  /** A channel with settings of its own, as where each plugin has certificates. */
  public OpenChannel open(
      Endpoint endpoint, TransportSettings ownSettings, @Nullable AccessToken token)
      throws IOException {
    runtime.checkOpen();
    if (endpoint instanceof Endpoint.Tcp tcp && !tcp.isLoopback() && ownSettings.tls().isEmpty()) {
      throw new IOException(
          "cannot open a channel to "
              + endpoint
              + ": it is on another machine, and there are no certificates to encrypt with");
    }
    return runtime.register(
        OwnThread.call("krait-open", () -> connect(endpoint, ownSettings, token)));
  }

  /**
   * A channel on a lane, for a peer of which is known that it has one there. It connects with the
   * first call, and again whenever the connection was lost.
   */
  public OpenChannel openLane(Endpoint.Unix endpoint) {
    runtime.checkOpen();
    return runtime.register(OpenChannel.overLane(runtime, settings, endpoint));
  }

  private OpenChannel connect(
      Endpoint endpoint, TransportSettings settings, @Nullable AccessToken token)
      throws IOException {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(
                endpoint.socketAddress(),
                settings.tls().isPresent()
                    ? TlsCredentials.forChannel(settings.tls().get())
                    : InsecureChannelCredentials.create())
            .eventLoopGroup(runtime.eventLoops())
            .channelType(
                endpoint instanceof Endpoint.Unix
                    ? NioDomainSocketChannel.class
                    : NioSocketChannel.class,
                endpoint.socketAddress().getClass())
            .executor(runtime.callbacks())
            .offloadExecutor(runtime.callbacks())
            .overrideAuthority(AUTHORITY)
            .proxyDetector(address -> null)
            .disableServiceConfigLookUp()
            // A call is made once: whether to make it again only the caller can know.
            .disableRetry()
            .idleTimeout(NEVER_IDLE_DAYS, TimeUnit.DAYS)
            .userAgent("krait")
            .maxInboundMessageSize(settings.maxMessageBytes())
            .maxInboundMetadataSize(settings.maxMetadataBytes())
            // A fixed one: there is no distance to measure, and measuring it costs pings.
            .flowControlWindow(FLOW_CONTROL_WINDOW)
            // gRPC sets it on all sockets, and Netty warns of each unix socket, which has none.
            .withOption(ChannelOption.SO_KEEPALIVE, endpoint instanceof Endpoint.Unix ? null : true)
            .withOption(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                (int) Math.min(settings.connectTimeout().toMillis(), Integer.MAX_VALUE));
    if (!settings.keepAliveTime().isZero()) {
      builder
          .keepAliveTime(settings.keepAliveTime().toMillis(), TimeUnit.MILLISECONDS)
          .keepAliveTimeout(settings.keepAliveTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }
    ManagedChannel managed = builder.build();
    List<ClientInterceptor> interceptors = new ArrayList<>();
    interceptors.add(new OutboundLimit(settings.maxMessageBytes()));
    if (token != null) {
      interceptors.add(BearerTokens.showing(token));
    }
    return OpenChannel.overGrpc(
        runtime, settings, endpoint, managed, ClientInterceptors.intercept(managed, interceptors));
  }
}
