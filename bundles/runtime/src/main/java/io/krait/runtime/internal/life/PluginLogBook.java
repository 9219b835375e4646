package io.krait.runtime.internal.life;

import io.krait.api.management.PluginLogs;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps the newest records of each plugin. Under its own name it is a service for this bundle's
 * components alone.
 */
@Component(service = {PluginLogs.class, PluginLogBook.class})
public final class PluginLogBook implements PluginLogs {

  private static final System.Logger LOG = System.getLogger(PluginLogBook.class.getName());

  private static final int RECORDS = 1000;
  // A thousand long records would be much for one plugin.
  private static final int CHARACTERS = 4 << 20;

  private final Map<String, Pages> books = new ConcurrentHashMap<>();
  private final Map<String, List<Consumer<Entry>>> followers = new ConcurrentHashMap<>();

  @Override
  public List<Entry> recent(String pluginId, int most) {
    Pages pages = books.get(pluginId);
    return pages == null ? List.of() : pages.newest(most);
  }

  @Override
  public Following follow(String pluginId, Consumer<Entry> listener) {
    // Its own, so that a listener which follows twice can stop once.
    Consumer<Entry> follower = listener::accept;
    followers.computeIfAbsent(pluginId, id -> new CopyOnWriteArrayList<>()).add(follower);
    return () ->
        followers.computeIfPresent(
            pluginId,
            (id, all) -> {
              all.remove(follower);
              return all.isEmpty() ? null : all;
            });
  }

  /** Writes down a record, and passes it on. */
  void write(String pluginId, Entry entry) {
    books.computeIfAbsent(pluginId, id -> new Pages()).add(entry);
    for (Consumer<Entry> follower : followers.getOrDefault(pluginId, List.of())) {
      try {
        follower.accept(entry);
      } catch (RuntimeException | LinkageError e) {
        LOG.log(
            Level.WARNING,
            () -> "plugin %s: who follows its log has failed".formatted(pluginId),
            e);
      }
    }
  }

  /** Forgets the records of a plugin that is no more. */
  void forget(String pluginId) {
    books.remove(pluginId);
  }

  /** The records of one plugin. */
  private static final class Pages {
    private final Deque<Entry> entries = new ArrayDeque<>();
    private int characters;

    synchronized void add(Entry entry) {
      entries.addLast(entry);
      characters += size(entry);
      while (entries.size() > RECORDS || (characters > CHARACTERS && entries.size() > 1)) {
        characters -= size(entries.removeFirst());
      }
    }

    private static int size(Entry entry) {
      int size = entry.message().length() + entry.source().length();
      for (Map.Entry<String, String> field : entry.fields().entrySet()) {
        size += field.getKey().length() + field.getValue().length();
      }
      return size;
    }

    synchronized List<Entry> newest(int most) {
      List<Entry> all = new ArrayList<>(entries);
      return List.copyOf(all.subList(Math.max(0, all.size() - Math.max(0, most)), all.size()));
    }
  }
}
