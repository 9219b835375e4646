package io.krait.api;

/**
 * How the hook calls of one plugin go at one moment.
 *
 * @param pluginId the plugin
 * @param waiting calls that wait for its answer
 * @param suspended whether it is not asked, as it does not answer; it is tried from time to time
 * @param refused calls that were not made since it runs, as too many were waiting or it was
 *     suspended
 */
public record PluginCalls(String pluginId, int waiting, boolean suspended, long refused) {}
