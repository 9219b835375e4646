package io.krait.supervisor.internal;

import io.krait.supervisor.ProcessLimits;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The control group of one process of a plugin and all that it starts. Safe for use from any
 * thread.
 */
final class ControlGroup {

  private static final System.Logger LOG = System.getLogger(ControlGroup.class.getName());
  private static final long PERIOD_MICROSECONDS = 100_000;
  private static final long MEBIBYTE = 1 << 20;
  private static final String ADVICE =
      "; allow it more by %s of io.krait.supervisor and its manifest, or see why";

  private final Path folder;
  private final Set<String> controllers;

  /**
   * A group that is there.
   *
   * @param controllers which of the kernel's controllers it has
   */
  ControlGroup(Path folder, Set<String> controllers) {
    this.folder = folder;
    this.controllers = controllers;
  }

  /** The group in {@code folder}, which has just been made, with limits. */
  static ControlGroup limited(Path folder, Set<String> controllers, ProcessLimits limits)
      throws IOException {
    ControlGroup group = new ControlGroup(folder, controllers);
    if (limits.memoryBytes() > 0 && controllers.contains("memory")) {
      write(folder.resolve("memory.max"), Long.toString(limits.memoryBytes()));
      // All of it or nothing: half a plugin is of no use.
      write(folder.resolve("memory.oom.group"), "1");
    }
    if (limits.tasks() > 0 && controllers.contains("pids")) {
      write(folder.resolve("pids.max"), Integer.toString(limits.tasks()));
    }
    if (limits.processors() > 0 && controllers.contains("cpu")) {
      write(
          folder.resolve("cpu.max"),
          Math.max(1000, Math.round(limits.processors() * PERIOD_MICROSECONDS))
              + " "
              + PERIOD_MICROSECONDS);
    }
    return group;
  }

  /** The file into which a process writes 0 to belong to the group. */
  Path members() {
    return folder.resolve("cgroup.procs");
  }

  /** Whether the group bounds the time of processors. */
  boolean limitsProcessors() {
    return controllers.contains("cpu");
  }

  /** Why the kernel has killed what was in the group, if it has, as a sentence without an end. */
  Optional<String> killedBecause() {
    return count("memory.events", "oom_kill") == 0
        ? Optional.empty()
        : Optional.of(
            ("it has used all %d MiB of memory that it may use" + ADVICE)
                .formatted(number("memory.max") / MEBIBYTE, "limit.memory.megabytes"));
  }

  /** How often the kernel has refused it one more process or thread. */
  long refusedTasks() {
    return count("pids.events", "max");
  }

  /** Kills all that is in it, where the kernel can: those of Linux 5.14 and later. */
  void kill() {
    Path file = folder.resolve("cgroup.kill");
    if (Files.exists(file)) {
      try {
        write(file, "1");
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "what is in " + folder + " is killed one by one", e);
      }
    }
  }

  /** Removes it; false where something in it is still to be buried. */
  boolean remove() {
    try {
      Files.deleteIfExists(folder);
      return true;
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the group " + folder + " is not empty", e);
      return false;
    }
  }

  private long count(String file, String key) {
    return text(file)
        .lines()
        .filter(line -> line.startsWith(key + " "))
        .mapToLong(line -> Long.parseLong(line.substring(key.length() + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  private long number(String file) {
    String text = text(file).strip();
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private String text(String file) {
    try {
      return read(folder.resolve(file));
    } catch (IOException e) {
      // The group has no such controller, or is gone.
      return "";
    }
  }

  static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.US_ASCII);
  }

  static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.US_ASCII);
  }
}
