package io.krait.shell.internal;

/**
 * A setting of a plugin.
 *
 * @param value the value as text; masked where it is a secret
 * @param origin {@code set} or {@code default}
 * @param type the type in the schema; empty where the schema has no such setting
 */
public record PluginSetting(String key, String value, String origin, String type, String help) {}
