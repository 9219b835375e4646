package io.krait.supervisor;

import java.io.IOException;

/**
 * How plugins' processes are started. Without any other, they are processes of this machine; a
 * bundle that registers this service with a higher ranking can start them in containers or on other
 * machines.
 *
 * <pre>{@code
 * public final class PoliteRunner implements PluginRunner {
 *   private final PluginRunner local;
 *
 *   PoliteRunner(PluginRunner local) {
 *     this.local = local;
 *   }
 *
 *   @Override
 *   public PluginProcess start(ProcessRequest request) throws IOException {
 *     List<String> nice = new ArrayList<>(List.of("/usr/bin/nice", "-n", "10"));
 *     nice.addAll(request.command());
 *     return local.start(request.withCommand(nice));
 *   }
 *
 *   @Override
 *   public boolean sharesSockets() {
 *     return local.sharesSockets();
 *   }
 * }
 * }</pre>
 */
public interface PluginRunner {

  /**
   * Starts a process. Its standard input begins with {@link ProcessNeeds#input()} and stays open as
   * long as this host lives: plugins end when it ends.
   *
   * @throws IOException where it cannot be started: the message says why
   */
  PluginProcess start(ProcessRequest request) throws IOException;

  /**
   * Whether its processes and this one reach unix sockets at the same paths. Only then are plugins
   * offered the lane; all others are called by gRPC.
   */
  default boolean sharesSockets() {
    return false;
  }
}
