package io.krait.runtime.internal.life;

import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import java.io.IOException;
import java.util.Map;

/** The settings of one plugin: checked against its schema, and kept. Safe for use by any thread. */
final class LiveSettings {

  private final String pluginId;
  private final Choices choices;
  private SettingsRules rules;
  private Map<String, Object> saved = Map.of();

  LiveSettings(String pluginId, Choices choices, SettingsRules rules) {
    this.pluginId = pluginId;
    this.choices = choices;
    this.rules = rules;
  }

  /** What was saved, and the defaults where nothing was. */
  synchronized Map<String, Object> all() {
    return rules.withDefaults(saved);
  }

  /** What was saved; another object after each change. */
  synchronized Map<String, Object> saved() {
    return saved;
  }

  /**
   * Another version of the plugin has other rules.
   *
   * @throws ManagementException where what was saved breaks them; it stays in use all the same
   */
  synchronized void rules(SettingsRules newRules) throws ManagementException {
    rules = newRules;
    newRules.checked(saved);
  }

  /**
   * Takes what somebody else has saved.
   *
   * @return whether that is something new
   * @throws ManagementException where a value is not what the schema asks for; all stays as it was
   */
  synchronized boolean take(Map<String, Object> settings) throws ManagementException {
    Map<String, Object> checked = rules.checked(settings);
    if (checked.equals(saved)) {
      return false;
    }
    saved = checked;
    return true;
  }

  /**
   * Looks at settings without saving them.
   *
   * @throws ManagementException where a value is not what the schema asks for
   */
  synchronized void check(Map<String, Object> settings) throws ManagementException {
    rules.checked(settings, saved);
  }

  /**
   * Saves settings in place of all that was saved.
   *
   * @throws ManagementException where a value is not what the schema asks for, or it cannot be kept
   */
  synchronized void save(Map<String, Object> settings) throws ManagementException {
    Map<String, Object> checked = rules.checked(settings, saved);
    try {
      saved = choices.change(pluginId, choice -> choice.withSettings(checked)).settings();
    } catch (IOException | RuntimeException e) {
      throw new ManagementException(
          Problem.SYSTEM,
          "plugin %s: its settings cannot be saved: %s".formatted(pluginId, e.getMessage()),
          e);
    }
  }
}
