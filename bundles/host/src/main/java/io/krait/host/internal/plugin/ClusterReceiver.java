package io.krait.host.internal.plugin;

import io.krait.api.FailureCause;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents;
import io.krait.api.model.PluginClusterEvent;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Tells plugins what their like on other nodes have sent. */
@Component(service = ClusterReceiver.class, immediate = true)
public final class ClusterReceiver {

  private static final System.Logger LOGGER = System.getLogger(ClusterReceiver.class.getName());

  private final DispatchedHooks hooks;
  private final Map<ClusterEvents, ClusterEvents.Subscription> subscriptions =
      new ConcurrentHashMap<>();

  /** For these plugins. */
  @Activate
  public ClusterReceiver(@Reference DispatchedHooks hooks) {
    this.hooks = hooks;
  }

  /** From now on plugins are told what this one carries. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindEvents(ClusterEvents bound) {
    String nodeId = bound.nodeId();
    subscriptions.put(
        bound, bound.subscribe(ClusterEvent.PLUGINS, event -> received(nodeId, event)));
  }

  /** This one carries events no longer; another one may be bound already. */
  public void unbindEvents(ClusterEvents gone) {
    ClusterEvents.Subscription subscription = subscriptions.remove(gone);
    if (subscription != null) {
      subscription.close();
    }
  }

  private void received(String nodeId, ClusterEvent event) {
    // Whoever sends an event does not get it, whatever carries it.
    if (event.pluginId().isEmpty() || event.sender().equals(nodeId)) {
      return;
    }
    PluginClusterEvent told =
        PluginClusterEvent.builder().id(event.name()).data(event.data()).build();
    hooks
        .of(event.pluginId())
        .ifPresent(
            plugin -> {
              var unused =
                  plugin
                      .onPluginClusterEvent(hooks.context(), told)
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
