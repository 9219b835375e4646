package io.krait.api.host;

import io.krait.api.Bytes;

/**
 * What one node tells others.
 *
 * @param sender identifier of the node that it comes from
 * @param topic whom it is for, such as {@code plugin/com.example.hello}
 * @param name what kind of event it is for them
 * @param data its content
 */
public record ClusterEvent(String sender, String topic, String name, Bytes data) {

  private static final String PLUGIN = "plugin/";

  /** The topic of a plugin's own events. */
  public static String topicOf(String pluginId) {
    return PLUGIN + pluginId;
  }

  /** Identifier of the plugin whose event it is; empty where it is no plugin's. */
  public String pluginId() {
    return topic.startsWith(PLUGIN) ? topic.substring(PLUGIN.length()) : "";
  }
}
