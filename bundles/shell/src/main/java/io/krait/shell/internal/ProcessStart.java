package io.krait.shell.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a process was started, as the operating system tells it; empty what it doesn't tell. */
final class ProcessStart {
  private static final Path PROC = Path.of("/proc");

  private ProcessStart() {}

  static Optional<String> command(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command());
  }

  static List<String> arguments(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().arguments())
        .map(List::of)
        .orElse(List.of());
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
