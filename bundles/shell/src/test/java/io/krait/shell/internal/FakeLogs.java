package io.krait.shell.internal;

import io.krait.api.management.PluginLogs;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Records that tests write. */
final class FakeLogs implements PluginLogs {
  private final List<Entry> entries = new ArrayList<>();
  final List<Consumer<Entry>> followers = new CopyOnWriteArrayList<>();

  synchronized void log(Level level, String message) {
    var entry =
        new Entry(
            Instant.parse("2026-03-01T12:00:00Z"), level, "hello", message, Map.of("user", "kaa"));
    entries.add(entry);
    followers.forEach(follower -> follower.accept(entry));
  }

  @Override
  public synchronized List<Entry> recent(String pluginId, int most) {
    return List.copyOf(entries.subList(Math.max(0, entries.size() - most), entries.size()));
  }

  @Override
  public Following follow(String pluginId, Consumer<Entry> listener) {
    followers.add(listener);
    return () -> followers.remove(listener);
  }
}
