package io.krait.api;

import java.nio.file.Path;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** A plugin as its host sees it. Safe for use from any thread. */
@ProviderType
public interface HostedPlugin {

  /** Its identifier. */
  String id();

  /** The version that runs. */
  String version();

  /** Where its files are. */
  Path folder();

  /** Its manifest as written: a JSON object. */
  Map<String, Object> manifest();

  /**
   * Its settings, by lower-case key: what was saved, and the defaults of its schema where nothing
   * was.
   */
  Map<String, Object> settings();

  /** Its settings as they were saved, by lower-case key, without any defaults. */
  Map<String, Object> savedSettings();

  /**
   * Saves its settings in place of all it had, and tells the plugin.
   *
   * @throws AppError with status 400 where a value is not what its schema asks for
   */
  void saveSettings(Map<String, Object> settings);

  /**
   * Logs what the plugin asks its host to log: in the host's log, and where {@link
   * io.krait.api.management.PluginLogs} shows it. What it prints goes there too and has one bound
   * with this, so that a plugin that floods fills no disk: 200 records in a second, 1000 after a
   * time of silence, 64 Ki characters each. How many are left out is said.
   *
   * @param level how bad it is
   * @param message what the plugin says; any characters
   * @param fields what belongs to it besides, in the order in which it is shown
   */
  void log(System.Logger.Level level, String message, Map<String, String> fields);
}
