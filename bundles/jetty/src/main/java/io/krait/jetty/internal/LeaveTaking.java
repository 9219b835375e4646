package io.krait.jetty.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Takes leave when the framework is about to stop, while all still works. No connection is taken
 * any more, so that a balancer goes elsewhere; the ones that there are end with their next answer,
 * and at last those on which nobody asks for anything. Without this, whoever has one open would be
 * answered by a server half of which is gone.
 */
final class LeaveTaking implements SynchronousBundleListener {

  private static final long PAUSE_MILLIS = 20;

  private final Duration longest;
  private final Set<Server> servers = ConcurrentHashMap.newKeySet();
  private final Set<EndPoint> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean leaving;

  /**
   * Stays for now.
   *
   * @param longest how long the end of the framework is held up; where it is zero, not at all, and
   *     nothing else is done
   */
  LeaveTaking(Duration longest) {
    this.longest = longest;
  }

  /** Sees a request that has come. */
  void met(Request request, HttpServletResponse response) {
    if (longest.isZero()) {
      return;
    }
    ConnectionMetaData connection = request.getConnectionMetaData();
    EndPoint client = connection.getConnection().getEndPoint();
    servers.add(connection.getConnector().getServer());
    busy.add(client);
    Request.addCompletionListener(request, failure -> busy.remove(client));
    if (leaving) {
      response.setHeader("Connection", "close");
    }
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == 0) {
      leave();
    }
  }

  /** Takes leave, and waits until those who ask have gone, at most for the longest time. */
  void leave() {
    if (longest.isZero()) {
      return;
    }
    long end = System.nanoTime() + longest.toNanos();
    leaving = true;
    connectors()
        .filter(AbstractConnector.class::isInstance)
        .map(AbstractConnector.class::cast)
        .forEach(
            connector -> {
              // What goes on may take as long as ever.
              connector.setShutdownIdleTimeout(connector.getIdleTimeout());
              var unused = connector.shutdown();
            });
    try {
      while (clients().findAny().isPresent() && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    closeIdle();
  }

  private void closeIdle() {
    clients().filter(client -> !busy.contains(client)).forEach(EndPoint::close);
  }

  /** Those to whom HTTP is spoken, and nothing else by now, such as WebSocket. */
  private Stream<EndPoint> clients() {
    return connectors()
        .flatMap(connector -> connector.getConnectedEndPoints().stream())
        .filter(client -> client.getConnection() instanceof ConnectionMetaData)
        .filter(client -> !client.isOutputShutdown());
  }

  private Stream<Connector> connectors() {
    return servers.stream().flatMap(server -> Arrays.stream(server.getConnectors()));
  }
}
