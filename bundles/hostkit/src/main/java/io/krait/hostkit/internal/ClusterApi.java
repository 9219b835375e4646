package io.krait.hostkit.internal;

import io.krait.api.HostedPlugin;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.model.PluginClusterEvent;
import io.krait.api.model.PluginClusterEventSendOptions;

/** What a plugin tells its like on other nodes. Safe for use from any thread. */
final class ClusterApi implements PluginApi {

  private final ClusterMessages cluster;
  private final String pluginId;

  ClusterApi(ClusterMessages cluster, HostedPlugin plugin) {
    this.cluster = cluster;
    this.pluginId = plugin.id();
  }

  @Override
  public void publishPluginClusterEvent(
      PluginClusterEvent event, @Nullable PluginClusterEventSendOptions options) {
    cluster.publish(pluginId, event, options);
  }
}
