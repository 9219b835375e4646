package io.krait.runtime.internal.life;

import java.lang.System.Logger.Level;
import java.util.Locale;

/** From which level on a plugin logs, as it is chosen for it or for all. Safe for any thread. */
final class LeastLevel {

  private final String pluginId;
  private final Choices choices;
  private final LifeSettings settings;

  LeastLevel(String pluginId, Choices choices, LifeSettings settings) {
    this.pluginId = pluginId;
    this.choices = choices;
    this.settings = settings;
  }

  /** Its name, as it was written. */
  String name() {
    String own = choices.of(pluginId).logLevel();
    return own.isEmpty() ? settings.logLevel() : own;
  }

  /** Whether something of that level is to be logged. */
  boolean includes(Level level) {
    return level.getSeverity() >= level().getSeverity();
  }

  private Level level() {
    return switch (name().toUpperCase(Locale.ROOT)) {
      case "TRACE" -> Level.TRACE;
      case "DEBUG" -> Level.DEBUG;
      case "WARN", "WARNING" -> Level.WARNING;
      case "ERROR" -> Level.ERROR;
      default -> Level.INFO;
    };
  }
}
