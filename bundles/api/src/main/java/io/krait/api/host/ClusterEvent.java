package io.krait.api.host;

import io.krait.api.Bytes;

/**
 * What one node has told another.
 *
 * @param id tells it from all other events, for who must not do its work twice: one that is sent
 *     reliably may arrive more than once
 * @param sender identifier of the node that it comes from
 * @param topic whom it is for, such as {@code plugin/com.example.hello}
 * @param name what kind of event it is for them
 * @param data its content
 */
public record ClusterEvent(String id, String sender, String topic, String name, Bytes data) {

  /** The topics of all plugins begin with it. */
  public static final String PLUGINS = "plugin/";

  /** The topic of a plugin's own events. */
  public static String topicOf(String pluginId) {
    return PLUGINS + pluginId;
  }

  /** Identifier of the plugin whose event it is; empty where it is no plugin's. */
  public String pluginId() {
    return topic.startsWith(PLUGINS) ? topic.substring(PLUGINS.length()) : "";
  }
}
