package io.krait.runtime.internal.plugins;

/**
 * How much an archive may hold.
 *
 * @param maxBytes of all unpacked files together
 * @param maxEntries number of files and folders
 * @param maxRatio how many times larger unpacked than packed; small archives are not held to it
 */
public record ArchiveLimits(long maxBytes, int maxEntries, int maxRatio) {

  /** Enough for plugins that carry all their dependencies. */
  public static final ArchiveLimits DEFAULT = new ArchiveLimits(1L << 30, 50_000, 200);

  public ArchiveLimits {
    if (maxBytes <= 0 || maxEntries <= 0 || maxRatio <= 0) {
      throw new IllegalArgumentException(
          "limits of archives must be positive: %d bytes, %d entries, ratio %d"
              .formatted(maxBytes, maxEntries, maxRatio));
    }
  }
}
