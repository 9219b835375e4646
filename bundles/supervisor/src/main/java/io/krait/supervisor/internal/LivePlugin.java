package io.krait.supervisor.internal;

import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.PluginProcess;

/** A process that answers, and what belongs to it. */
record LivePlugin(
    PluginProcess process, PluginConnection connection, Tail tail, SocketFolder sockets) {

  /** Gives back what the process needed; it has ended. Blocks for a moment. */
  void release() {
    connection.channel().close();
    process.kill();
    sockets.remove();
  }
}
