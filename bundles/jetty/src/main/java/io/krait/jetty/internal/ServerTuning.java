package io.krait.jetty.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;

/** Sets what Felix HTTP has no setting for, once for each server, and takes it back at the end. */
final class ServerTuning implements AutoCloseable {

  private final long slowestBody;
  private final Set<HttpConfiguration> tuned = new HashSet<>();
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private volatile int seen;
  private boolean closed;

  /**
   * Sets nothing so far.
   *
   * @param slowestBody bytes per second; 0 for no limit
   */
  ServerTuning(long slowestBody) {
    this.slowestBody = slowestBody;
  }

  /** Sees to a server and all its connectors. */
  void tune(Server server) {
    // Nothing of what a request touches may wait for a lock.
    int connectors = 31 * System.identityHashCode(server) + server.getConnectors().length;
    if (seen != connectors) {
      tuneOnce(server);
      seen = connectors;
    }
  }

  private synchronized void tuneOnce(Server server) {
    if (closed) {
      return;
    }
    Request.Handler before = server.getErrorHandler();
    if (!(before instanceof AnnouncedClose)) {
      AnnouncedClose ours = new AnnouncedClose();
      server.setErrorHandler(ours);
      undo.push(
          () -> {
            if (server.getErrorHandler() == ours) {
              server.setErrorHandler(before);
            }
          });
    }
    for (Connector connector : server.getConnectors()) {
      for (ConnectionFactory factory : connector.getConnectionFactories()) {
        if (factory instanceof HttpConfiguration.ConnectionFactory http) {
          tune(http.getHttpConfiguration());
        }
      }
    }
  }

  private void tune(HttpConfiguration configuration) {
    if (tuned.add(configuration)) {
      long before = configuration.getMinRequestDataRate();
      configuration.setMinRequestDataRate(slowestBody);
      undo.push(() -> configuration.setMinRequestDataRate(before));
      UriCompliance paths = configuration.getUriCompliance();
      // Comes through for an answer that leads to the path that is meant.
      configuration.setUriCompliance(
          paths.with("krait", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
      undo.push(() -> configuration.setUriCompliance(paths));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    undo.forEach(Runnable::run);
    undo.clear();
    tuned.clear();
  }
}
