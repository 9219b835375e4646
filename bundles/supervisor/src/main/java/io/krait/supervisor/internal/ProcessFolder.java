package io.krait.supervisor.internal;

import io.krait.api.Nullable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What Linux tells of processes in its folder {@code /proc}. Safe for use from any thread. */
final class ProcessFolder {

  private final Path root;

  /** Reads {@code root}, which need not be there: then there are no processes. */
  ProcessFolder(Path root) {
    this.root = root;
  }

  /** That of this machine. */
  static ProcessFolder ofThisMachine() {
    return new ProcessFolder(Path.of("/proc"));
  }

  /**
   * One process.
   *
   * @param state a letter, such as R for running and Z for one that has ended
   * @param session the number of its session
   * @param ticks how long processors have worked for it and for those of its children that it has
   *     waited for, in the system's ticks
   * @param threads how many it has
   * @param residentPages how many pages of memory it holds
   */
  record Facts(long pid, char state, long session, long ticks, int threads, long residentPages) {

    /** Whether it has ended, and only waits for its parent to notice. */
    boolean hasEnded() {
      return state == 'Z' || state == 'X';
    }
  }

  /**
   * What a process takes of the machine.
   *
   * @param memoryBytes the memory that it holds and that cannot be read again from a file
   * @param threads how many it has
   */
  record Load(long memoryBytes, int threads) {}

  /** What a process takes; nothing where there is none. */
  Load load(long pid) {
    long memory = 0;
    int threads = 0;
    for (String line : lines(root.resolve(pid + "/status"))) {
      if (line.startsWith("RssAnon:") || line.startsWith("RssShmem:")) {
        memory += kibibytes(line);
      } else if (line.startsWith("Threads:")) {
        threads = Integer.parseInt(line.substring("Threads:".length()).strip());
      }
    }
    return new Load(memory, threads);
  }

  /** The same memory, where what several processes have in common is shared out among them. */
  long shareOfMemory(long pid) {
    long memory = 0;
    for (String line : lines(root.resolve(pid + "/smaps_rollup"))) {
      if (line.startsWith("Pss_Anon:") || line.startsWith("Pss_Shmem:")) {
        memory += kibibytes(line);
      }
    }
    return memory;
  }

  /** How many files, sockets and pipes a process has open. */
  long descriptors(long pid) {
    return entries(root.resolve(pid + "/fd")).size();
  }

  private static long kibibytes(String line) {
    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
  }

  private static List<String> lines(Path file) {
    String text = read(file);
    return text == null ? List.of() : text.lines().toList();
  }

  /** What is told of a process; empty where there is none. */
  Optional<Facts> facts(long pid) {
    return Optional.ofNullable(parse(pid, read(root.resolve(pid + "/stat"))));
  }

  /** The control group of version 2 that a process is in, a path; empty where there is none. */
  Optional<String> controlGroup(long pid) {
    return lines(root.resolve(pid + "/cgroup")).stream()
        .filter(line -> line.startsWith("0::/"))
        .map(line -> line.substring("0::".length()))
        .findFirst();
  }

  /** The children of a process, the oldest first. */
  List<Long> children(long pid) {
    List<Long> children = new ArrayList<>();
    for (Path thread : entries(root.resolve(pid + "/task"))) {
      String line = read(thread.resolve("children"));
      if (line != null && !line.isBlank()) {
        for (String child : line.strip().split(" ", -1)) {
          children.add(Long.parseLong(child));
        }
      }
    }
    return children;
  }

  /** A process and all that it has started, and what those have, as far as it is there. */
  List<Long> tree(long pid) {
    List<Long> found = new ArrayList<>();
    Deque<Long> waiting = new ArrayDeque<>(List.of(pid));
    for (Long next = waiting.poll(); next != null; next = waiting.poll()) {
      found.add(next);
      waiting.addAll(children(next));
    }
    return found;
  }

  /** All processes of a session. Reads a file of each process of the machine. */
  List<Long> inSession(long session) {
    return entries(root).stream()
        .map(entry -> entry.getFileName().toString())
        .filter(name -> name.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .filter(pid -> facts(pid).filter(facts -> facts.session() == session).isPresent())
        .toList();
  }

  private static @Nullable Facts parse(long pid, @Nullable String line) {
    if (line == null) {
      return null;
    }
    // The name of its program, in parentheses, may have blanks and parentheses in it.
    String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
    if (fields.length < 22) {
      return null;
    }
    long ticks = 0;
    for (int i = 11; i <= 14; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return new Facts(
        pid,
        fields[0].charAt(0),
        Long.parseLong(fields[3]),
        ticks,
        Integer.parseInt(fields[17]),
        Long.parseLong(fields[21]));
  }

  private static @Nullable String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // It has ended meanwhile.
      return null;
    }
  }

  private static List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException e) {
      // It has ended meanwhile.
      return entries;
    }
    return entries;
  }
}
