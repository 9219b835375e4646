package io.krait.itests;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What this JVM holds that a bundle could leave behind, each with its number: threads by name,
 * sockets and the like by what the kernel calls them, entries of the folder for temporary files.
 */
record Holdings(Map<String, Long> counts) {
  static Holdings now() {
    return new Holdings(
        Stream.of(threads(), openFiles(), temporaryFiles())
            .flatMap(all -> all)
            .collect(groupingBy(name -> name, counting())));
  }

  /** What is held beyond what was held {@code before}. */
  List<String> since(Holdings before) {
    var more = new HashMap<>(counts);
    before.counts.forEach((name, count) -> more.merge(name, -count, Long::sum));
    more.values().removeIf(count -> count <= 0);
    return more.entrySet().stream()
        .map(entry -> entry.getValue() + " x " + entry.getKey())
        .collect(toCollection(ArrayList::new));
  }

  private static Stream<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        // The pools of the HTTP server and of the JVM grow and shrink as they see fit.
        .filter(name -> !name.startsWith("qtp"))
        .filter(name -> !name.startsWith("ForkJoinPool.commonPool-"))
        // Felix keeps those that resolved bundles for a minute.
        .filter(name -> !name.startsWith("FelixResolver-"))
        // The JVM keeps one for a minute after it has waited for the end of a process. Whether a
        // process is left tests ask for by itself.
        .filter(name -> !name.equals("process reaper"))
        // Equinox starts it when it has the files of many bundles open, and keeps it.
        .filter(name -> !name.equals("Bundle File Closer"))
        .map(name -> "thread " + name);
  }

  /** Where the system tells of them: sockets, pipes and what selectors are made of. */
  private static Stream<String> openFiles() {
    Path open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) {
      return Stream.empty();
    }
    return entries(open)
        .map(Holdings::target)
        .filter(Objects::nonNull)
        .filter(target -> target.matches("(socket|pipe|anon_inode):.*"));
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return null;
    }
  }

  private static Stream<String> temporaryFiles() {
    return entries(Path.of(System.getProperty("java.io.tmpdir"))).map(path -> "file " + path);
  }

  private static Stream<Path> entries(Path folder) {
    try (var entries = Files.list(folder)) {
      return entries.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
