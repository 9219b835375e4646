package io.krait.shell.internal;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them: the two greatest units. */
final class Durations {
  private Durations() {}

  static String readable(Duration duration) {
    if (duration.isNegative()) {
      return "0s";
    }
    if (duration.toDays() > 0) {
      return duration.toDays() + "d " + duration.toHoursPart() + "h";
    }
    if (duration.toHours() > 0) {
      return duration.toHours() + "h " + duration.toMinutesPart() + "m";
    }
    if (duration.toMinutes() > 0) {
      return duration.toMinutes() + "m " + duration.toSecondsPart() + "s";
    }
    return duration.toSeconds() + "s";
  }

  static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toNanos() / 1e6);
  }
}
