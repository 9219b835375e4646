package io.krait.api;

import java.time.Duration;

/**
 * How the calls of one hook in one plugin went.
 *
 * @param errors calls that ended in an error or too late
 * @param decisions calls that ended the pass, such as rejections
 * @param dropped notifications for which the plugin's queue had no room
 * @param latencies the calls that have ended, well or not, with their times
 */
public record HookStatistics(
    String pluginId,
    HookName hook,
    long errors,
    long decisions,
    long dropped,
    Latencies latencies) {

  /** Calls that have ended, well or not. */
  public long calls() {
    return latencies.count();
  }

  /** Time of all calls together. */
  public Duration totalTime() {
    return latencies.total();
  }

  /** Time of the longest call. */
  public Duration longestTime() {
    return latencies.longest();
  }
}
