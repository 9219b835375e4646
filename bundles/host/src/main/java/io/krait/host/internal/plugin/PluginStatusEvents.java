package io.krait.host.internal.plugin;

import io.krait.api.AppError;
import io.krait.api.PluginHooks;
import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginState;
import io.krait.host.internal.events.Broadcast;
import io.krait.host.internal.events.Event;
import io.krait.host.internal.events.EventHub;
import io.krait.hostkit.PluginAdministration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Tells the clients of administrators how plugins are, whenever one has come or gone. */
@Component(service = PluginStatusEvents.class, immediate = true)
public final class PluginStatusEvents {

  private final EventHub hub;
  private final PluginAdministration administration;

  /** For the clients of this host. */
  @Activate
  public PluginStatusEvents(@Reference Host host, @Reference PluginAdministration administration) {
    this(host.services().events(), administration);
  }

  PluginStatusEvents(EventHub hub, PluginAdministration administration) {
    this.hub = hub;
    this.administration = administration;
  }

  /** A plugin runs. It is not called, so it is not fetched either. */
  @Reference(
      service = PluginHooks.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void bindPlugin(ServiceReference<PluginHooks> running) {
    tell();
  }

  /** A plugin runs no longer. */
  public void unbindPlugin(ServiceReference<PluginHooks> gone) {
    tell();
  }

  void tell() {
    hub.publish(
        () -> {
          List<NodePlugin> plugins;
          try {
            plugins = administration.nodes();
          } catch (AppError nobodyManages) {
            return Optional.empty();
          }
          return Optional.of(
              Event.of(
                  "plugin_statuses_changed",
                  Map.of(
                      "plugin_statuses", plugins.stream().map(PluginStatusEvents::status).toList()),
                  Broadcast.ADMINISTRATORS));
        });
  }

  /** How a plugin is on a node, as clients know it. */
  public static Map<String, Object> status(NodePlugin plugin) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("cluster_id", plugin.nodeId());
    status.put("plugin_id", plugin.pluginId());
    status.put("plugin_path", plugin.folder());
    status.put("state", PluginAdministration.stateNumber(plugin.state()));
    // What is to be known of one that runs is no error.
    status.put("error", plugin.state() == PluginState.RUNNING ? "" : plugin.reason());
    status.put("name", plugin.name());
    status.put("description", plugin.description());
    status.put("version", plugin.version());
    status.put("debugging", plugin.debugging());
    return status;
  }
}
