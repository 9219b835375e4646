package io.krait.host.internal.outside;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterMessage;
import io.krait.api.model.PluginClusterEvent;
import io.krait.api.model.PluginClusterEventSendOptions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Events that plugins send to their like on other nodes. Where nobody carries them, the server is a
 * node by itself, and nobody gets them. Safe for use from any thread.
 */
public final class Cluster {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Outside outside;
  private final String nodeId;

  /** What sends by services of {@code outside}; {@code nodeId} is this node by itself. */
  public Cluster(Outside outside, String nodeId) {
    this.outside = outside;
    this.nodeId = nodeId;
  }

  /**
   * Sends an event of a plugin.
   *
   * @throws AppError with status 404 where the target is no node, 400 where the event has no name
   *     or the way of sending is not known, 413 where it is too large, 503 where it cannot be sent
   */
  public void publish(
      String pluginId, PluginClusterEvent event, @Nullable PluginClusterEventSendOptions options) {
    String sendType = options == null ? "" : options.sendType();
    String target = options == null ? "" : options.targetId();
    if (event.id().isEmpty()) {
      throw AppError.of("app.plugin.cluster_event.id.app_error", "the event needs an id", 400);
    }
    if (!Set.of("", "reliable", "best_effort").contains(sendType)) {
      throw AppError.of(
          "app.plugin.cluster_event.send_type.app_error",
          "events are sent reliable or best_effort, not " + sendType,
          400);
    }
    ClusterEvents carrier = outside.cluster().orElse(null);
    String own = carrier == null ? nodeId : carrier.nodeId();
    Set<String> nodes = carrier == null ? Set.of(nodeId) : carrier.nodes();
    if (!target.isEmpty() && !nodes.contains(target)) {
      throw AppError.of(
          "app.plugin.cluster_event.target.app_error", "there is no node " + target, 404);
    }
    if (carrier != null && !target.equals(own)) {
      sent(
          carrier.publish(
              new ClusterMessage(
                  ClusterEvent.topicOf(pluginId),
                  event.id(),
                  event.data(),
                  !sendType.equals("best_effort"),
                  target)));
    }
  }

  // Whoever sends reliably may rely on it when this returns, and is told where that is not so.
  private static void sent(CompletionStage<Void> sending) {
    try {
      sending.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof AppError error ? error : away(failure);
    } catch (TimeoutException late) {
      throw away(late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw away(interrupted);
    }
  }

  private static AppError away(Exception cause) {
    return AppError.builder()
        .id("app.plugin.cluster_event.away.app_error")
        .message("the event may not have been sent: what carries events does not answer")
        .statusCode(503)
        .cause(cause)
        .build();
  }
}
