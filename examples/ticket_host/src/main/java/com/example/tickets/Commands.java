package com.example.tickets;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which plugin has which command. Safe for use from any thread. */
final class Commands {

  private final Map<String, String> plugins = new ConcurrentHashMap<>();

  void register(String trigger, String pluginId) {
    plugins.put(trigger, pluginId);
  }

  void unregisterAll(String pluginId) {
    plugins.values().removeIf(pluginId::equals);
  }

  Optional<String> pluginOf(String trigger) {
    return Optional.ofNullable(plugins.get(trigger));
  }
}
