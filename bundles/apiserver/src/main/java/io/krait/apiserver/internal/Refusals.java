package io.krait.apiserver.internal;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells in the log who was refused at the endpoint of one plugin: the first time at once, and
 * others once a minute with their number, as whoever is refused can come again as often as he
 * likes.
 */
final class Refusals {

  private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

  private final String pluginId;
  private final System.Logger log;
  private final LongSupplier nanoTime;
  private boolean told;
  private long toldAt;
  private long more;

  Refusals(String pluginId, System.Logger log, LongSupplier nanoTime) {
    this.pluginId = pluginId;
    this.log = log;
    this.nanoTime = nanoTime;
  }

  /** Counts one who was refused, and why. */
  void add(String why) {
    long others;
    synchronized (this) {
      long now = nanoTime.getAsLong();
      if (told && now - toldAt < PAUSE_NANOS) {
        more++;
        return;
      }
      told = true;
      toldAt = now;
      others = more;
      more = 0;
    }
    String since = others == 0 ? "" : " (and " + others + " times more since the last such line)";
    log.log(
        Level.WARNING,
        "plugin {0}: somebody was refused at its API endpoint, as {1}{2}; another process of this"
            + " user tries to act as the plugin, or the plugin calls without the token that its"
            + " process was given",
        pluginId,
        why,
        since);
  }
}
