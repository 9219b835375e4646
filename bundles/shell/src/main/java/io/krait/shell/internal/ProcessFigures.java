package io.krait.shell.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the operating system tells of a process. What it doesn't tell is empty. */
final class ProcessFigures {
  private static final Path PROC = Path.of("/proc");

  private ProcessFigures() {}

  static Optional<Duration> cpuTime(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration());
  }

  static Optional<String> command(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command());
  }

  static List<String> arguments(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().arguments())
        .map(List::of)
        .orElse(List.of());
  }

  /** The memory that the process has in use, in bytes. */
  static Optional<Long> residentMemory(long pid) {
    try {
      return Files.readAllLines(PROC.resolve(pid + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The environment that the process was started with. */
  static SortedMap<String, String> environment(long pid) {
    SortedMap<String, String> environment = new TreeMap<>();
    try {
      for (String entry : Files.readString(PROC.resolve(pid + "/environ")).split("\0")) {
        int equals = entry.indexOf('=');
        if (equals > 0) {
          environment.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
      }
    } catch (IOException e) {
      // Not this kind of machine, or the process is gone.
    }
    return environment;
  }
}
