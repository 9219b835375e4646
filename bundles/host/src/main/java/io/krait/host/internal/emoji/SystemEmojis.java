package io.krait.host.internal.emoji;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The common ones of the emoji that every client has; nobody else's emoji may have their names. */
final class SystemEmojis {

  private static final String NAMES = "system-emoji.txt";

  private final Set<String> names;

  SystemEmojis() {
    InputStream list = SystemEmojis.class.getResourceAsStream(NAMES);
    if (list == null) {
      throw new IllegalStateException("the bundle lacks " + NAMES);
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      names =
          lines
              .lines()
              .flatMap(line -> Arrays.stream(line.split(" ")))
              .filter(name -> !name.isEmpty())
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean contains(String name) {
    return names.contains(name);
  }
}
