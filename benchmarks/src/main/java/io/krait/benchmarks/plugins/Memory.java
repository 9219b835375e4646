package io.krait.benchmarks.plugins;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What plugins cost in memory, here and in their own processes. */
final class Memory {

  private static final int COLLECTIONS = 5;

  private Memory() {}

  /** Bytes of the heap in use after garbage was collected. */
  static long heap() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** A process's own memory in KiB as Linux counts it: {@code Rss}, or {@code Pss}. */
  static long kibibytes(long pid, String kind) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup")).stream()
        .filter(line -> line.startsWith(kind + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
        .findFirst()
        .orElseThrow();
  }
}
