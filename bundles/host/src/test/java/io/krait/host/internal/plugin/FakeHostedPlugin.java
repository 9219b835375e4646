package io.krait.host.internal.plugin;

import io.krait.api.HostedPlugin;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A plugin of this identifier, whose settings are in memory. */
final class FakeHostedPlugin implements HostedPlugin {
  private final String id;
  private final Path folder;
  private volatile Map<String, Object> settings;

  FakeHostedPlugin(String id, Path folder, Map<String, Object> settings) {
    this.id = id;
    this.folder = folder;
    this.settings = settings;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Map<String, Object> manifest() {
    return Map.of("id", id);
  }

  @Override
  public Map<String, Object> settings() {
    return new TreeMap<>(settings);
  }

  @Override
  public void saveSettings(Map<String, Object> saved) {
    settings = Map.copyOf(saved);
  }
}
