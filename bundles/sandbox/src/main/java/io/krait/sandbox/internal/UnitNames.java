package io.krait.sandbox.internal;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Names for what the system or an engine keeps: by them people find it, and it is ended. */
final class UnitNames {

  private final long server;
  private final AtomicLong last = new AtomicLong();

  /** Names of this server, which {@code random} tells from others. */
  UnitNames(LongSupplier random) {
    server = random.getAsLong();
  }

  /** A name that was not used before. */
  String next(String pluginId) {
    return "krait-%s-%s-%d"
        .formatted(
            pluginId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.]", "_"),
            Long.toUnsignedString(server, Character.MAX_RADIX),
            last.incrementAndGet());
  }
}
