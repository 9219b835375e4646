package io.krait.testing.internal;

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
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A process as its host expects one of a plugin: it serves hooks on a socket, says where that is by
 * a line on its standard output, and ends when its standard input does.
 */
public final class ServedProcess {

  private final TransportRuntime runtime = TransportRuntime.create();
  private final FlowCalls streams = new FlowCalls(runtime);
  private final boolean lane;

  /**
   * This process.
   *
   * @param lane whether to talk on the lane where the host offers it; by gRPC else
   */
  public ServedProcess(boolean lane) {
    this.lane = lane;
  }

  /** For calls that are streams. */
  public FlowCalls streams() {
    return streams;
  }

  /** The way to the host's API. */
  public OpenChannel api() throws IOException {
    ChannelFactory channels = new ChannelFactory(runtime, TransportSettings.defaults());
    String apiLane = System.getenv("KRAIT_API_LANE");
    if (lane && apiLane != null) {
      return channels.openLane(Endpoint.unix(Path.of(apiLane)));
    }
    String target = System.getenv("MATTERMOST_PLUGIN_API_TARGET");
    if (target == null || !target.startsWith("unix:")) {
      throw new IOException("a fake plugin reaches its host by a unix socket, and not " + target);
    }
    return channels.open(Endpoint.unix(Path.of(target.substring("unix:".length()))));
  }

  /** Serves hooks, of which the host does not know yet. */
  public BoundServer serve(TransportSettings settings, List<ServerServiceDefinition> services)
      throws IOException {
    Endpoint.Unix endpoint =
        Endpoint.unix(Path.of(System.getenv("PLUGIN_UNIX_SOCKET_DIR"), "hooks"));
    ServerFactory servers = new ServerFactory(runtime, settings);
    return onLane() ? servers.startLane(endpoint, services) : servers.start(endpoint, services);
  }

  /**
   * Tells the host where it is served.
   *
   * @param certificate the certificate of this process; empty where it does not encrypt
   */
  public void announce(BoundServer server, String certificate) {
    String address = ((Endpoint.Unix) server.endpoint()).address();
    System.out.println(
        "1|1|unix|"
            + address
            + (onLane() ? "|lane" : "|grpc")
            + (certificate.isEmpty() ? "" : "|" + certificate));
  }

  /** Returns when the host is gone, or wants this process to end. */
  public void awaitEnd() throws IOException {
    System.in.transferTo(OutputStream.nullOutputStream());
  }

  private boolean onLane() {
    return lane && System.getenv("KRAIT_LANE") != null;
  }
}
