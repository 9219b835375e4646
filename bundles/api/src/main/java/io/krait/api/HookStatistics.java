package io.krait.api;

import java.time.Duration;

/**
 * How the calls of one hook in one plugin went.
 *
 * @param calls calls that have ended, well or not
 * @param errors calls that ended in an error or too late
 * @param decisions calls that ended the pass, such as rejections
 * @param dropped notifications for which the plugin's queue had no room
 * @param totalTime time of all calls together
 * @param longestTime time of the longest call
 */
public record HookStatistics(
    String pluginId,
    HookName hook,
    long calls,
    long errors,
    long decisions,
    long dropped,
    Duration totalTime,
    Duration longestTime) {}
