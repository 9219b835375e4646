package io.krait.webconsole.internal;

import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginLogs.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The latest records of one plugin, numbered, so that a browser can ask for what it has not seen.
 * Safe for use from several threads.
 */
final class LogTail implements AutoCloseable {

  private static final int MOST = 1_000;

  private final long id;
  private final PluginLogs logs;
  private final PluginLogs.Following following;
  private final Deque<Numbered> records = new ArrayDeque<>();
  // What was there when it began, for it may be passed on to us once more.
  private final Set<Entry> before = new HashSet<>();
  private final List<Entry> early = new ArrayList<>();
  private boolean begun;
  private long next = 1;
  private long lastUsed;

  /**
   * A record and its number.
   *
   * @param number one more than that of the record before
   */
  record Numbered(long number, Entry entry) {}

  /**
   * Follows what the plugin logs, beginning with what there is already.
   *
   * @param id tells it from others of the same plugin, whose numbers mean something else
   * @param now when it is
   */
  LogTail(long id, PluginLogs logs, String pluginId, long now) {
    this.id = id;
    this.logs = logs;
    lastUsed = now;
    // In this order nothing is missed. No lock is held meanwhile, as the service has locks too.
    following = logs.follow(pluginId, this::add);
    List<Entry> recent = logs.recent(pluginId, MOST);
    begin(recent);
  }

  long id() {
    return id;
  }

  /** Whether it follows those records. */
  boolean follows(PluginLogs other) {
    return logs == other;
  }

  /**
   * The records after a number, oldest first. If there are more than asked for, the newest of them.
   */
  synchronized List<Numbered> after(long number, int most, long now) {
    lastUsed = now;
    Deque<Numbered> found = new ArrayDeque<>();
    var newest = records.descendingIterator();
    while (newest.hasNext() && found.size() < most) {
      Numbered record = newest.next();
      if (record.number() <= number) {
        break;
      }
      found.addFirst(record);
    }
    return List.copyOf(found);
  }

  /** When somebody was last interested. */
  synchronized long lastUsed() {
    return lastUsed;
  }

  @Override
  public void close() {
    following.close();
  }

  private synchronized void begin(List<Entry> recent) {
    recent.forEach(this::append);
    before.addAll(recent);
    begun = true;
    early.forEach(this::add);
    early.clear();
  }

  private synchronized void add(Entry entry) {
    if (begun) {
      if (!before.remove(entry)) {
        append(entry);
      }
    } else if (early.size() < MOST) {
      early.add(entry);
    }
  }

  private void append(Entry entry) {
    while (records.size() >= MOST) {
      records.removeFirst();
    }
    records.addLast(new Numbered(next++, entry));
  }
}
