package io.krait.host.internal.cluster;

import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterMessage;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The events of a node that is by itself: nobody hears them. */
public final class LocalEvents implements ClusterEvents {

  private final String node;

  /** Of a node with this identifier. */
  public LocalEvents(String node) {
    this.node = node;
  }

  @Override
  public String nodeId() {
    return node;
  }

  @Override
  public Set<String> nodes() {
    return Set.of(node);
  }

  @Override
  public CompletionStage<Void> publish(ClusterMessage message) {
    return message.target().isEmpty() || message.target().equals(node)
        ? CompletableFuture.completedStage(null)
        : CompletableFuture.failedStage(Addressing.noNode(message.target()));
  }

  @Override
  public Subscription subscribe(String topic, ClusterListener listener) {
    return () -> {};
  }
}
