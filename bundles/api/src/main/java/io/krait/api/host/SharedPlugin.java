package io.krait.api.host;

/**
 * A plugin as all nodes of a server are to have it.
 *
 * @param id its identifier
 * @param revision counts the changes; 1 for the first
 * @param version the version that is to be in use, for people
 * @param archive SHA-256 of the archive of that version, in lower-case hexadecimal digits; empty
 *     where the plugin was removed
 * @param enabled whether it is to run
 * @param settings its settings as a JSON object
 * @param details what else nodes tell each other of it, as a JSON object that only they read
 */
public record SharedPlugin(
    String id,
    long revision,
    String version,
    String archive,
    boolean enabled,
    String settings,
    String details) {}
