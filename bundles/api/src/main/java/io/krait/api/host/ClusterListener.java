package io.krait.api.host;

import java.util.Set;

/**
 * Is told what other nodes say. It is called by one thread at a time, is quick, and what it throws
 * is logged and changes nothing.
 */
@FunctionalInterface
public interface ClusterListener {

  /** Takes an event of another node. */
  void received(ClusterEvent event);

  /**
   * Reliable events are lost for this node: it was away for longer than they are kept. Whatever it
   * has made of earlier ones is to be read anew from where it is kept; what is published from now
   * on arrives.
   */
  default void missed() {}

  /** Other nodes are there now than before; {@code nodes} are all, this one included. */
  default void nodesChanged(Set<String> nodes) {}
}
