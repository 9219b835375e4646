package io.krait.protocol.calls;

import io.grpc.ServerServiceDefinition;
import io.krait.protocol.BoundServer;
import io.krait.protocol.ChannelFactory;
import io.krait.protocol.Endpoint;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.OpenChannel;
import io.krait.protocol.ServerFactory;
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
   * @param services makes what is served
   */
  Connection(Path folder, Function<FlowCalls, List<ServerServiceDefinition>> services)
      throws IOException {
    runtime = TransportRuntime.create();
    streams = new FlowCalls(runtime);
    server =
        new ServerFactory(runtime, TransportSettings.defaults())
            .start(
                Endpoint.unix(folder.resolve("private").resolve("test.sock")),
                services.apply(streams));
    channel = new ChannelFactory(runtime, TransportSettings.defaults()).open(server.endpoint());
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
