package io.krait.api.management;

/** What a plugin does. */
public enum PluginState {
  /** It is there, and does not run because nobody has enabled it. */
  DISABLED,
  /** It is enabled and cannot run yet, as the host is not there; it starts when that is back. */
  WAITING,
  /** It is being brought up. */
  STARTING,
  /** It runs. */
  RUNNING,
  /** It has failed, and will be started again. */
  BACKING_OFF,
  /** It is being ended. */
  STOPPING,
  /** It has failed, and an administrator must see to it. */
  FAILED
}
