package io.krait.api;

/**
 * What a host registers as a service so that plugins run in it: the API, as each plugin sees it.
 * While no such service is there, plugins wait. Called from any thread.
 */
public interface PluginApiProvider {

  /**
   * The API for one plugin, asked for before it starts.
   *
   * @return called by many threads at once, until {@link #release}
   */
  PluginApi open(HostedPlugin plugin);

  /** The plugin has ended and calls no more; what it has left behind, such as commands, can go. */
  default void release(HostedPlugin plugin) {}
}
