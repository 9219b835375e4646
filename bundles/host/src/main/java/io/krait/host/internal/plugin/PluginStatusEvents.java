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
import java.util.Set;
import java.util.stream.Collectors;
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
                  Map.of("plugin_statuses", statuses(plugins)),
                  Broadcast.ADMINISTRATORS));
        });
  }

  /** How plugins are on nodes, as clients know it. */
  public static List<Map<String, Object>> statuses(List<NodePlugin> plugins) {
    Map<String, Set<String>> versions =
        plugins.stream()
            .collect(
                Collectors.groupingBy(
                    NodePlugin::pluginId,
                    Collectors.mapping(NodePlugin::version, Collectors.toUnmodifiableSet())));
    return plugins.stream()
        .map(plugin -> status(plugin, versions.get(plugin.pluginId()).size() > 1))
        .toList();
  }

  private static Map<String, Object> status(NodePlugin plugin, boolean hasOtherVersions) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("cluster_id", plugin.nodeId());
    status.put("plugin_id", plugin.pluginId());
    status.put("plugin_path", plugin.folder());
    status.put("state", PluginAdministration.stateNumber(plugin.state()));
    // What is to be known of one that runs is no error, unless it runs as it should not.
    boolean isFine = plugin.state() == PluginState.RUNNING && !hasOtherVersions;
    status.put("error", isFine ? "" : plugin.reason());
    status.put("name", plugin.name());
    status.put("description", plugin.description());
    status.put("version", plugin.version());
    status.put("debugging", plugin.debugging());
    return status;
  }
}
