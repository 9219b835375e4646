package io.krait.benchmarks.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/**
 * What a benchmark works with.
 *
 * @param root the repository's root
 * @param python a Python with the SDK
 * @param folder for temporary files, of a short name as sockets are in there
 * @param transport what carries Krait's calls
 */
record Workbench(
    Path root, Path python, Path folder, Transport transport, int rounds, Duration roundTime)
    implements AutoCloseable {

  /** From a command line; rounds and the seconds of a round may be left out. */
  static Workbench of(String root, String python, String[] arguments, int options)
      throws IOException {
    int rounds = arguments.length > options ? Integer.parseInt(arguments[options]) : 5;
    double seconds =
        arguments.length > options + 1 ? Double.parseDouble(arguments[options + 1]) : 3;
    return new Workbench(
        Path.of(root).toAbsolutePath(),
        Path.of(python).toAbsolutePath(),
        Files.createTempDirectory("krait-benchmark"),
        Transport.chosen(),
        rounds,
        Duration.ofMillis((long) (seconds * 1000)));
  }

  /** The plugin that is measured. */
  Path plugin() {
    return root.resolve("benchmarks/python/measured_plugin");
  }

  BarePeer bare() throws IOException {
    return new BarePeer(python, root.resolve("benchmarks/python/bare_server.py"), folder);
  }

  KraitHost host() throws IOException {
    return new KraitHost(python, transport);
  }

  Contest contest() {
    return new Contest(rounds, roundTime);
  }

  /** Tells what the figures depend on. */
  void facts(Report report) throws IOException {
    Machine.facts(python).forEach(report::fact);
    report.fact("Krait's calls go by " + transport);
    report.fact("medians of %d rounds of %s s".formatted(rounds, roundTime.toMillis() / 1000.0));
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
