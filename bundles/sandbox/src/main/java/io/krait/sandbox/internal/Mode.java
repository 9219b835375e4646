package io.krait.sandbox.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A way of isolating. */
enum Mode {
  NONE,
  USER,
  BUBBLEWRAP,
  SYSTEMD,
  CONTAINER;

  /**
   * The mode of that name.
   *
   * @throws IllegalArgumentException where there is none
   */
  static Mode of(String name) {
    for (Mode mode : values()) {
      if (mode.label().equals(name.strip())) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "mode \"%s\" is none of %s"
            .formatted(
                name, Arrays.stream(values()).map(Mode::label).collect(Collectors.joining(", "))));
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
