package io.krait.api.management;

/** Topics and properties of the events about plugins, for Event Admin. */
public final class PluginEvents {

  /** All topics of plugins, for event handlers. */
  public static final String ALL = "io/krait/plugin/*";

  /** A plugin was installed. */
  public static final String INSTALLED = "io/krait/plugin/INSTALLED";

  /** Another version of a plugin is in use. */
  public static final String UPDATED = "io/krait/plugin/UPDATED";

  /** A plugin was removed. */
  public static final String REMOVED = "io/krait/plugin/REMOVED";

  /** A plugin has changed its state. */
  public static final String STATE_CHANGED = "io/krait/plugin/STATE_CHANGED";

  /** The settings of a plugin were saved. */
  public static final String SETTINGS_CHANGED = "io/krait/plugin/SETTINGS_CHANGED";

  /** Property: the plugin's identifier, also the name of a service property. */
  public static final String PLUGIN_ID = "plugin.id";

  /** Property: the plugin's version, also the name of a service property. */
  public static final String PLUGIN_VERSION = "plugin.version";

  /** Property: a {@link PluginState} by its name. */
  public static final String STATE = "state";

  /** Property: the {@link PluginState} before, by its name. */
  public static final String PREVIOUS_STATE = "previous.state";

  /** Property: why, in one line. */
  public static final String REASON = "reason";

  /** Service property of a running plugin: the names of the hooks it handles. */
  public static final String PLUGIN_HOOKS = "plugin.hooks";

  private PluginEvents() {}
}
