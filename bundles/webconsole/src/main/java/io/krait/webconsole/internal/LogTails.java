package io.krait.webconsole.internal;

import io.krait.api.management.PluginLogs;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The tails that browsers look at. One that nobody asks for any more is closed. */
final class LogTails implements AutoCloseable {

  private static final int MOST = 32;
  private static final long IDLE_NANOS = 60_000_000_000L;

  private final LongSupplier nanos;
  private final Map<String, LogTail> tails = new HashMap<>();
  private long opened;
  private boolean closed;

  /** No tails so far; {@code nanos} is a clock that only goes forward. */
  LogTails(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The tail of a plugin, opened if there is none. */
  synchronized LogTail tail(PluginLogs logs, String pluginId) {
    if (closed) {
      throw new IllegalStateException("the page of the plugins has been stopped");
    }
    LogTail tail = tails.get(pluginId);
    if (tail != null && !tail.follows(logs)) {
      tails.remove(pluginId).close();
      tail = null;
    }
    if (tail == null) {
      if (tails.size() >= MOST) {
        tails.entrySet().stream()
            .min(Comparator.comparingLong(entry -> entry.getValue().lastUsed()))
            .ifPresent(oldest -> tails.remove(oldest.getKey()).close());
      }
      // Numbers that a browser has from before the bundle was started are not ours: hence the time.
      tail = new LogTail(nanos.getAsLong() + ++opened, logs, pluginId, nanos.getAsLong());
      tails.put(pluginId, tail);
    }
    return tail;
  }

  /** Closes those that nobody has looked at for a minute. */
  synchronized void closeIdle() {
    long now = nanos.getAsLong();
    tails
        .values()
        .removeIf(
            tail -> {
              boolean idle = now - tail.lastUsed() > IDLE_NANOS;
              if (idle) {
                tail.close();
              }
              return idle;
            });
  }

  @Override
  public synchronized void close() {
    closed = true;
    tails.values().forEach(LogTail::close);
    tails.clear();
  }
}
