package io.krait.runtime.internal.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.krait.api.Bytes;
import io.krait.api.VisibleText;
import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What other nodes have said of their plugins, and how it is said. Safe for use from any thread.
 */
final class NodeReports {

  /** Far more than anybody has, and little enough to be kept. */
  private static final int MOST_NODES = 1000;

  private static final int LONGEST = 500;

  private final JsonMapper json = new JsonMapper();
  private final Map<String, List<NodePlugin>> reports = new ConcurrentHashMap<>();

  /** What this node says of its plugins. */
  Bytes written(List<NodePlugin> plugins) {
    ArrayNode all = json.createArrayNode();
    for (NodePlugin plugin : plugins) {
      all.addObject()
          .put("id", plugin.pluginId())
          .put("name", shown(plugin.name()))
          .put("description", shown(plugin.description()))
          .put("version", shown(plugin.version()))
          .put("state", plugin.state().name())
          .put("reason", shown(plugin.reason()))
          .put("folder", plugin.folder())
          .put("debugging", plugin.debugging());
    }
    try {
      return Bytes.owning(json.writeValueAsBytes(all));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String shown(String text) {
    return VisibleText.excerpt(text, LONGEST);
  }

  /**
   * Takes what a node says.
   *
   * @throws IOException where it cannot be read
   */
  void take(String nodeId, Bytes said) throws IOException {
    List<NodePlugin> plugins = new ArrayList<>();
    for (JsonNode plugin : json.readTree(said.toByteArray())) {
      plugins.add(
          new NodePlugin(
              nodeId,
              plugin.path("id").asText(),
              plugin.path("name").asText(),
              plugin.path("description").asText(),
              plugin.path("version").asText(),
              state(plugin.path("state").asText()),
              plugin.path("reason").asText(),
              plugin.path("folder").asText(),
              plugin.path("debugging").asBoolean()));
    }
    if (reports.size() < MOST_NODES || reports.containsKey(nodeId)) {
      reports.put(nodeId, List.copyOf(plugins));
    }
  }

  // A newer node may have others.
  private static PluginState state(String name) throws IOException {
    try {
      return PluginState.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IOException("a plugin is in the state " + VisibleText.excerpt(name, 40), e);
    }
  }

  /** Whether a node has said anything. */
  boolean has(String nodeId) {
    return reports.containsKey(nodeId);
  }

  /** What the nodes that are there have said. */
  List<NodePlugin> of(Set<String> nodes) {
    return reports.entrySet().stream()
        .filter(report -> nodes.contains(report.getKey()))
        .flatMap(report -> report.getValue().stream())
        .toList();
  }

  /** Forgets nodes that are not there. */
  void keepOnly(Set<String> nodes) {
    reports.keySet().retainAll(nodes);
  }
}
