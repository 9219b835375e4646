package io.krait.benchmarks.plugins;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What figures depend on. */
final class Machine {

  private static final String PYTHON_FACTS =
      """
      import importlib.metadata as metadata, platform
      facts = ["Python " + platform.python_version()]
      for name in ("grpcio", "protobuf", "uvloop"):
          try:
              facts.append(name + " " + metadata.version(name))
          except metadata.PackageNotFoundError:
              facts.append("no " + name)
      print(", ".join(facts))
      """;

  private Machine() {}

  /** The machine, what it does at the moment, and what runs the two sides. */
  static List<String> facts(Path python) throws IOException {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return List.of(
        "%s, %d x %s, %s %s"
            .formatted(
                LocalDate.now(ZoneId.systemDefault()),
                system.getAvailableProcessors(),
                processor(),
                system.getName(),
                system.getVersion()),
        String.format(
            Locale.ROOT, "load average %.1f before the start", system.getSystemLoadAverage()),
        "Java " + Runtime.version(),
        said(python.toString(), "-c", PYTHON_FACTS));
  }

  private static String processor() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    return (Files.exists(file) ? Files.readAllLines(file) : List.<String>of())
        .stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
  }

  /** What a program prints. */
  static String said(String... command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
