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

  /**
   * Saves its settings in place of all it had, and tells the plugin.
   *
   * @throws AppError with status 400 where a value is not what its schema asks for
   */
  void saveSettings(Map<String, Object> settings);
}
