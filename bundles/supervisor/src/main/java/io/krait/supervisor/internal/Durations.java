package io.krait.supervisor.internal;

import java.time.Duration;

/** How times are written in messages. */
final class Durations {

  private Durations() {}

  static String text(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
