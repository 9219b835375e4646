package io.krait.supervisor;

/** Runs plugins, each in a process of its own. A service; when it goes, its plugins are stopped. */
public interface PluginSupervisor {

  /**
   * Takes a plugin into care. It is not started by that.
   *
   * @param observer takes part in its life
   */
  SupervisedPlugin supervise(PluginDescription plugin, PluginObserver observer);
}
