package io.krait.api.host;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carries events between the nodes of one server. While there is no such service, a server is a
 * node by itself. The embedded host offers one: on PostgreSQL between the servers that use the same
 * database, otherwise for one node. A service of an integrator's bundle goes before it by its
 * {@code service.ranking}, which is 0 by default and lower for the host's.
 *
 * <p>An event never comes back to the node that has sent it. Reliable events of one node arrive in
 * the order in which they were published, at least once, at each node that is there when they are
 * published; also where a node, or what carries the events, was away for a while meanwhile. A node
 * that was away for too long is told so by {@link ClusterListener#missed()}.
 *
 * <p>Implementations must be safe for use from any thread.
 */
@ConsumerType
public interface ClusterEvents {

  /** Identifier of this node. It may be the same after it was started anew. */
  String nodeId();

  /** Identifiers of all nodes that are there, this one included. */
  Set<String> nodes();

  /**
   * Sends an event to other nodes; never to this one. Does not wait.
   *
   * @return done when a reliable event is kept, so that it outlives this node, or when one that is
   *     not was handed over. It fails with an {@link io.krait.api.AppError}: of status 404 where
   *     its target is no node, 503 where so much waits already that it is not taken, or this node
   *     stops before it could be kept
   */
  CompletionStage<Void> publish(ClusterMessage message);

  /**
   * Has {@code listener} called for each event of a topic that comes from another node, from now
   * on.
   *
   * @param topic one topic; or, where it ends with a slash, all topics that begin with it
   * @return ends that; nothing is called any more when {@code close} returns, but for what the
   *     caller's own thread is in
   */
  Subscription subscribe(String topic, ClusterListener listener);

  /** What goes on until it is closed. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
