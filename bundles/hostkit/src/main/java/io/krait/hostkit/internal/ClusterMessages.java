package io.krait.hostkit.internal;

import io.krait.api.AppError;
import io.krait.api.FailureCause;
import io.krait.api.HookDispatcher;
import io.krait.api.Nullable;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterMessage;
import io.krait.api.model.PluginClusterEvent;
import io.krait.api.model.PluginClusterEventSendOptions;
import io.krait.api.model.PluginContext;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Events that plugins send to their like on other nodes, and those that come from there. Where
 * nobody carries them, the server is a node by itself, and nobody gets them. Safe for use from any
 * thread.
 */
@Component(service = ClusterMessages.class, immediate = true)
public final class ClusterMessages {

  private static final System.Logger LOGGER = System.getLogger(ClusterMessages.class.getName());

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AtomicReference<@Nullable HookDispatcher> dispatcher = new AtomicReference<>();
  private final AtomicReference<@Nullable ClusterEvents> carrier = new AtomicReference<>();
  private final Map<ClusterEvents, ClusterEvents.Subscription> subscriptions =
      new ConcurrentHashMap<>();

  /** From now on plugins are told by this one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindDispatcher(HookDispatcher bound) {
    dispatcher.set(bound);
  }

  /** This one tells plugins no longer; another one may be bound already. */
  public void unbindDispatcher(HookDispatcher gone) {
    dispatcher.compareAndSet(gone, null);
  }

  /** From now on events are carried by this one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindEvents(ClusterEvents bound) {
    String nodeId = bound.nodeId();
    subscriptions.put(
        bound, bound.subscribe(ClusterEvent.PLUGINS, event -> received(nodeId, event)));
    carrier.set(bound);
  }

  /** This one carries events no longer; another one may be bound already. */
  public void unbindEvents(ClusterEvents gone) {
    carrier.compareAndSet(gone, null);
    ClusterEvents.Subscription subscription = subscriptions.remove(gone);
    if (subscription != null) {
      subscription.close();
    }
  }

  /**
   * Sends an event of a plugin.
   *
   * @throws AppError with status 404 where the target is no node, 400 where the event has no name
   *     or the way of sending is not known, 413 where it is too large, 503 where it cannot be sent
   */
  void publish(
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
    ClusterEvents bound = carrier.get();
    Set<String> nodes = bound == null ? Set.of() : bound.nodes();
    if (!target.isEmpty() && !nodes.contains(target)) {
      throw AppError.of(
          "app.plugin.cluster_event.target.app_error", "there is no node " + target, 404);
    }
    if (bound != null && !target.equals(bound.nodeId())) {
      sent(
          bound.publish(
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

  private void received(String nodeId, ClusterEvent event) {
    HookDispatcher bound = dispatcher.get();
    // Whoever sends an event does not get it, whatever carries it.
    if (bound == null || event.pluginId().isEmpty() || event.sender().equals(nodeId)) {
      return;
    }
    PluginContext context = PluginContext.builder().requestId(UUID.randomUUID().toString()).build();
    PluginClusterEvent told =
        PluginClusterEvent.builder().id(event.name()).data(event.data()).build();
    bound
        .async(event.pluginId())
        .ifPresent(
            plugin -> {
              var unused =
                  plugin
                      .onPluginClusterEvent(context, told)
                      .whenComplete(
                          (nothing, failure) -> {
                            if (failure != null) {
                              LOGGER.log(
                                  Level.WARNING,
                                  "plugin {0} could not be told of an event of another node: {1}",
                                  event.pluginId(),
                                  FailureCause.text(failure));
                            }
                          });
            });
  }
}
