package io.krait.hostkit.testing;

import io.krait.api.HostedPlugin;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A plugin of this identifier, whose settings are in memory. */
public final class FakeHostedPlugin implements HostedPlugin {
  private final String id;
  private final Path folder;
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private volatile Map<String, Object> settings;

  /** A plugin with these files and settings. */
  public FakeHostedPlugin(String id, Path folder, Map<String, Object> settings) {
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
  public Map<String, Object> savedSettings() {
    return settings();
  }

  @Override
  public void saveSettings(Map<String, Object> saved) {
    settings = Map.copyOf(saved);
  }

  @Override
  public void log(System.Logger.Level level, String message, Map<String, String> fields) {
    logged.add(level + " " + message + fields);
  }

  /** What was logged, each with its level and fields. */
  public List<String> logged() {
    return List.copyOf(logged);
  }
}
