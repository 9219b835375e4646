package io.krait.host.internal.plugin;

import io.krait.api.AppError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How deep plugins are in reading posts for one another. A plugin that reads posts is shown them as
 * the others want, and these may read posts for that in turn: without a bound two of them would
 * call each other until their time is over. Safe for use from any thread.
 */
final class Readings {

  private static final int DEEPEST = 4;

  /** For each plugin that is asked how posts are to be shown: how deep that is, the latest last. */
  private final Map<String, Deque<Reading>> asked = new HashMap<>();

  /** A plugin is asked how posts are to be shown that another one reads. */
  static final class Reading {
    private final int depth;

    private Reading(int depth) {
      this.depth = depth;
    }
  }

  /**
   * How deep a plugin is that reads posts now: 1 where it does so by itself. Which of the calls
   * under way it does it for is not told; it is taken to be the latest.
   *
   * @throws AppError with status 508 where that is too deep
   */
  synchronized int depth(String readerId) {
    Deque<Reading> under = asked.get(readerId);
    int depth = under == null ? 1 : under.getLast().depth + 1;
    if (depth > DEEPEST) {
      throw AppError.of(
          "app.plugin.messages_will_be_consumed.too_deep.app_error",
          ("plugin %s reads posts while it is asked how posts are to be shown that another plugin"
                  + " reads for the same reason, more than %d deep; MessagesWillBeConsumed should"
                  + " not read posts")
              .formatted(readerId, DEEPEST),
          508);
    }
    return depth;
  }

  /** A plugin is asked, until the result is ended. */
  synchronized Reading begin(String pluginId, int depth) {
    Reading reading = new Reading(depth);
    asked.computeIfAbsent(pluginId, any -> new ArrayDeque<>()).addLast(reading);
    return reading;
  }

  synchronized void end(String pluginId, Reading reading) {
    asked.computeIfPresent(
        pluginId,
        (any, readings) -> {
          readings.remove(reading);
          return readings.isEmpty() ? null : readings;
        });
  }
}
