package io.krait.protocol.calls;

import io.grpc.ServerServiceDefinition;
import io.krait.protocol.BoundServer;
import io.krait.protocol.ChannelFactory;
import io.krait.protocol.Endpoint;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.OpenChannel;
import io.krait.protocol.ServerFactory;
import io.krait.protocol.Transport;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.TransportSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A server and a channel to it, over a unix socket. */
final class Connection implements AutoCloseable {

  private final TransportRuntime runtime;
  private final FlowCalls streams;
  private final BoundServer server;
  private final OpenChannel channel;

  /**
   * Connects in {@code folder}.
   *
   * @param transport what carries the calls
   * @param services makes what is served
   */
  Connection(
      Transport transport, Path folder, Function<FlowCalls, List<ServerServiceDefinition>> services)
      throws IOException {
    runtime = TransportRuntime.create();
    streams = new FlowCalls(runtime);
    ServerFactory servers = new ServerFactory(runtime, TransportSettings.defaults());
    ChannelFactory channels = new ChannelFactory(runtime, TransportSettings.defaults());
    Endpoint.Unix socket = Endpoint.unix(folder.resolve("private").resolve("test.sock"));
    if (transport == Transport.LANE) {
      server = servers.startLane(socket, services.apply(streams));
      channel = channels.openLane(socket);
    } else {
      server = servers.start(socket, services.apply(streams));
      channel = channels.open(socket);
    }
  }

  OpenChannel channel() {
    return channel;
  }

  RemoteCalls calls() {
    return RemoteCalls.over(channel, streams);
  }

  @Override
  public void close() {
    channel.close();
    server.close();
    runtime.close();
  }
}
