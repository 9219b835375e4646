package io.krait.host.internal.plugin;

import io.krait.api.management.PluginLogs;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

/** Logs in memory. */
public final class FakePluginLogs implements PluginLogs {

  private final Map<String, List<Entry>> entries = new HashMap<>();

  /** A plugin logs that. */
  public void write(String pluginId, String at, String message) {
    entries
        .computeIfAbsent(pluginId, id -> new ArrayList<>())
        .add(new Entry(Instant.parse(at), Level.INFO, "source", message, Map.of("key", "value")));
  }

  /** What a component gets of it. */
  public ComponentServiceObjects<PluginLogs> objects() {
    return new ComponentServiceObjects<>() {
      @Override
      public PluginLogs getService() {
        return FakePluginLogs.this;
      }

      @Override
      public void ungetService(PluginLogs logs) {}

      @Override
      public ServiceReference<PluginLogs> getServiceReference() {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public List<Entry> recent(String pluginId, int most) {
    List<Entry> all = entries.getOrDefault(pluginId, List.of());
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  @Override
  public Following follow(String pluginId, Consumer<Entry> listener) {
    throw new UnsupportedOperationException();
  }
}
