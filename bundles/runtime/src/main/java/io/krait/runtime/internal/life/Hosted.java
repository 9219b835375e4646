package io.krait.runtime.internal.life;

import io.krait.api.AppError;
import io.krait.api.HostedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.supervisor.OutputRecord;
import java.nio.file.Path;
import java.util.Map;

/**
 * A plugin as its host sees it.
 *
 * @param saving saves settings and tells the plugin
 * @param journal takes what it logs
 */
record Hosted(
    String id,
    String version,
    Path folder,
    Map<String, Object> manifest,
    LiveSettings liveSettings,
    Saving saving,
    PluginJournal journal)
    implements HostedPlugin {

  private static final int BAD_REQUEST = 400;
  private static final int INTERNAL_ERROR = 500;

  /** Saves settings and tells the plugin. */
  @FunctionalInterface
  interface Saving {
    void save(Map<String, Object> settings) throws ManagementException;
  }

  @Override
  public Map<String, Object> settings() {
    return liveSettings.all();
  }

  @Override
  public Map<String, Object> savedSettings() {
    return liveSettings.saved();
  }

  @Override
  public void saveSettings(Map<String, Object> settings) {
    try {
      saving.save(settings);
    } catch (ManagementException e) {
      boolean invalid = e.problem() == Problem.INVALID;
      throw AppError.builder()
          .id(invalid ? "plugin.settings.invalid" : "plugin.settings.not_saved")
          .message(e.getMessage())
          .statusCode(invalid ? BAD_REQUEST : INTERNAL_ERROR)
          .params(Map.of("plugin_id", id))
          .cause(e)
          .build();
    }
  }

  @Override
  public void log(System.Logger.Level level, String message, Map<String, String> fields) {
    journal.accept(new OutputRecord(level, "", message, fields));
  }

  @Override
  public String toString() {
    return "HostedPlugin[" + id + " " + version + "]";
  }
}
