package io.krait.api.management;

/**
 * A plugin as one node of a server has it.
 *
 * @param nodeId identifier of the node; empty where the server is a node by itself
 * @param pluginId identifier of the plugin
 * @param name the plugin's name for people
 * @param description what the plugin does
 * @param version the version in use there
 * @param state what it does there
 * @param reason why, in one line; where the node has another version than the others, also why that
 *     is; empty where there is nothing to say
 * @param folder where its files are on that node
 * @param debugging whether it is debugged there
 */
public record NodePlugin(
    String nodeId,
    String pluginId,
    String name,
    String description,
    String version,
    PluginState state,
    String reason,
    String folder,
    boolean debugging) {

  /** A plugin of one node, as that node's manager tells of it. */
  public static NodePlugin of(String nodeId, ManagedPlugin plugin) {
    return new NodePlugin(
        nodeId,
        plugin.id(),
        plugin.name(),
        plugin.description(),
        plugin.version(),
        plugin.state(),
        plugin.reason(),
        plugin.folder().toString(),
        plugin.debugging());
  }
}
