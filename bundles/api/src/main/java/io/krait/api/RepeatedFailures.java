package io.krait.api;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Logs failures that may come with each request, such as a database that is away or a plugin that
 * answers nonsense: the first of a kind with all that is known of it, those that follow within a
 * minute by their number alone. So whoever brings them about fills no disk. Safe for use from any
 * thread.
 */
public final class RepeatedFailures {

  private static final Duration INTERVAL = Duration.ofMinutes(1);
  // Of more kinds at a time the oldest is forgotten: it is logged once more, and not counted.
  private static final int MOST_KINDS = 200;

  private final System.Logger logger;
  private final LongSupplier nanoTime;
  private final Map<String, Kind> kinds =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kind> eldest) {
          return size() > MOST_KINDS;
        }
      };

  /** What is known of failures of one kind. */
  private static final class Kind {
    private final long loggedAt;
    private long more;

    Kind(long loggedAt) {
      this.loggedAt = loggedAt;
    }
  }

  /**
   * None yet.
   *
   * @param logger where they are logged
   */
  public RepeatedFailures(System.Logger logger) {
    this(logger, System::nanoTime);
  }

  RepeatedFailures(System.Logger logger, LongSupplier nanoTime) {
    this.logger = logger;
    this.nanoTime = nanoTime;
  }

  /**
   * Logs a failure, or counts it.
   *
   * @param kind what is the same of those that are counted together: who failed, and in what
   * @param text what happened, on a line; how many of the kind have come since the one before is
   *     added
   * @param failure where it came from; null where that tells nothing more
   */
  public void log(Level level, String kind, String text, @Nullable Throwable failure) {
    long more;
    synchronized (kinds) {
      long now = nanoTime.getAsLong();
      Kind known = kinds.get(kind);
      if (known != null && now - known.loggedAt < INTERVAL.toNanos()) {
        known.more++;
        return;
      }
      more = known == null ? 0 : known.more;
      kinds.remove(kind);
      kinds.put(kind, new Kind(now));
    }
    String counted =
        more == 0 ? text : "%s (and %d more times since it was last told)".formatted(text, more);
    if (failure == null) {
      logger.log(level, VisibleText.line(counted));
    } else {
      logger.log(level, VisibleText.line(counted), failure);
    }
  }
}
