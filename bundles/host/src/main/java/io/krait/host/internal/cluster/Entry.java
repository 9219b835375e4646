package io.krait.host.internal.cluster;

import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterMessage;

/**
 * A message on its way.
 *
 * @param sender the node that it comes from
 * @param seq its number, which is greater than that of all before it of the same sender and way
 */
record Entry(String sender, long seq, ClusterMessage message) {

  /** Whether it is for this node. */
  boolean isFor(String node) {
    return message.target().isEmpty() || message.target().equals(node);
  }

  /** As listeners are told of it. */
  ClusterEvent event() {
    return new ClusterEvent(
        "%s-%s%d".formatted(sender, message.reliable() ? "" : "q", seq),
        sender,
        message.topic(),
        message.name(),
        message.data());
  }
}
