package io.krait.api.host;

import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carries events between the nodes of one server. While there is no such service, the embedded host
 * is a node by itself. Events of one sender arrive in order; one that is sent reliably arrives at
 * least once. Implementations must be safe for use from any thread.
 */
@ConsumerType
public interface ClusterEvents {

  /** Identifier of this node. */
  String nodeId();

  /** Identifiers of all nodes that are there, this one included. */
  Set<String> nodes();

  /**
   * Sends an event to other nodes; never to this one. Returns when it is on its way.
   *
   * @param reliable whether it must not be lost; otherwise it may be, and is quicker
   * @param targetNode identifier of the only node that gets it; empty for all others
   * @throws io.krait.api.AppError with status 404 where there is no such node
   */
  void publish(ClusterEvent event, boolean reliable, String targetNode);

  /**
   * Has {@code listener} called for each event that comes from another node, one after the other.
   * It is quick and does not throw.
   *
   * @return ends that
   */
  Subscription subscribe(Consumer<ClusterEvent> listener);

  /** What goes on until it is closed. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
