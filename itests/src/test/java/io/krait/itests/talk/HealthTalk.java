package io.krait.itests.talk;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * The activator of a bundle that uses the library alone: it serves gRPC's health service on a unix
 * socket and on a TCP port, and offers a {@code Function} that takes {@code unix} or {@code tcp},
 * asks for the health that way, and returns what it was told.
 */
public final class HealthTalk implements BundleActivator {
  private EventLoopGroup events;
  private ExecutorService calls;
  private Path folder;
  private Server unixServer;
  private Server tcpServer;
  private ManagedChannel unixChannel;
  private ManagedChannel tcpChannel;

  @Override
  public void start(BundleContext context) throws Exception {
    events =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("talk-events"), NioIoHandler.newFactory());
    calls = Executors.newCachedThreadPool(new DefaultThreadFactory("talk-calls"));
    // Not in the folder for temporary files, whose path may be too long for a socket's.
    folder = Files.createTempDirectory(Path.of("/tmp"), "talk");

    var health = new HealthStatusManager().getHealthService();
    var socket = UnixDomainSocketAddress.of(folder.resolve("socket"));
    unixServer = server(socket, NioServerDomainSocketChannel.class, health);
    unixChannel = channel(socket, NioDomainSocketChannel.class);

    var loopback = InetAddress.getLoopbackAddress();
    tcpServer = server(new InetSocketAddress(loopback, 0), NioServerSocketChannel.class, health);
    tcpChannel =
        channel(new InetSocketAddress(loopback, tcpServer.getPort()), NioSocketChannel.class);

    var channels = Map.of("unix", unixChannel, "tcp", tcpChannel);
    Function<String, String> talk = transport -> health(channels.get(transport));
    String name = context.getBundle().getSymbolicName().replaceFirst("^talk\\.", "");
    context.registerService(Function.class, talk, FrameworkUtil.asDictionary(Map.of("talk", name)));
  }

  private Server server(
      SocketAddress address, Class<? extends ServerChannel> type, BindableService service)
      throws IOException {
    return NettyServerBuilder.forAddress(address)
        .channelType(type)
        .bossEventLoopGroup(events)
        .workerEventLoopGroup(events)
        .executor(calls)
        .addService(service)
        .build()
        .start();
  }

  private ManagedChannel channel(SocketAddress address, Class<? extends Channel> type) {
    return NettyChannelBuilder.forAddress(address)
        .channelType(type)
        .eventLoopGroup(events)
        .executor(calls)
        .offloadExecutor(calls)
        .usePlaintext()
        .build();
  }

  /** On a thread of this bundle: gRPC leaves its thread locals in whatever thread calls it. */
  private String health(ManagedChannel channel) {
    try {
      return calls
          .submit(
              () ->
                  HealthGrpc.newBlockingStub(channel)
                      .withDeadlineAfter(5, SECONDS)
                      .check(HealthCheckRequest.getDefaultInstance())
                      .getStatus()
                      .name())
          .get(10, SECONDS);
    } catch (Exception e) {
      // The caller does not know this bundle's classes.
      throw new IllegalStateException(e.toString());
    }
  }

  @Override
  public void stop(BundleContext context) throws Exception {
    unixChannel.shutdown().awaitTermination(5, SECONDS);
    tcpChannel.shutdown().awaitTermination(5, SECONDS);
    unixServer.shutdown().awaitTermination(5, SECONDS);
    tcpServer.shutdown().awaitTermination(5, SECONDS);
    events.shutdownGracefully(0, 1, SECONDS).sync();
    calls.shutdown();
    calls.awaitTermination(5, SECONDS);
    GlobalEventExecutor.INSTANCE.awaitInactivity(5, SECONDS);
    Files.deleteIfExists(folder.resolve("socket"));
    Files.delete(folder);
  }
}
