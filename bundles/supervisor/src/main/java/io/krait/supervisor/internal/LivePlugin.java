package io.krait.supervisor.internal;

import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.protocol.SocketFolder;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.PluginProcess;
import java.time.Instant;

/** A process that answers, and what belongs to it. */
record LivePlugin(
    PluginProcess process,
    Instant started,
    PluginConnection connection,
    Tail tail,
    SocketFolder sockets) {

  ProcessFacts facts() {
    return new ProcessFacts(
        process.name(), process.pid(), started, connection.channel().transport().label());
  }

  /** Gives back what the process needed; it has ended. Blocks for a moment. */
  void release() {
    connection.channel().close();
    process.kill();
    sockets.remove();
  }
}
