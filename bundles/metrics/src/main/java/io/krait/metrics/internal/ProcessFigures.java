package io.krait.metrics.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the operating system tells of a process; zero where it tells nothing. */
final class ProcessFigures {
  private ProcessFigures() {}

  static double cpuSeconds(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toMillis)
        .map(millis -> millis / 1000.0)
        .orElse(0.0);
  }

  static double residentBytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElse(0.0);
    } catch (IOException | NumberFormatException e) {
      return 0.0;
    }
  }
}
