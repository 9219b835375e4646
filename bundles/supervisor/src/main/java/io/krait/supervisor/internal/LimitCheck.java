package io.krait.supervisor.internal;

import io.krait.supervisor.ProcessLimits;
import java.util.List;
import java.util.Optional;

/** Compares what processes take of the machine with what they may take. */
final class LimitCheck {

  private static final long MEBIBYTE = 1 << 20;
  private static final String ADVICE =
      "; allow it more by %s of io.krait.supervisor and its manifest, or see why";

  private final ProcessFolder processes;
  private final ProcessLimits limits;

  LimitCheck(ProcessFolder processes, ProcessLimits limits) {
    this.processes = processes;
    this.limits = limits;
  }

  /**
   * What a plugin that consists of {@code pids} takes too much of, as a sentence without an end.
   */
  Optional<String> exceededBy(List<Long> pids) {
    long memory = 0;
    int tasks = 0;
    for (long pid : pids) {
      ProcessFolder.Load load = processes.load(pid);
      memory += load.memoryBytes();
      tasks += load.threads();
      if (limits.descriptors() > 0 && processes.descriptors(pid) >= limits.descriptors()) {
        return Optional.of(
            ("it has all %d files and sockets open that a process may have" + ADVICE)
                .formatted(limits.descriptors(), "limit.descriptors"));
      }
    }
    if (limits.tasks() > 0 && tasks > limits.tasks()) {
      return Optional.of(
          ("it has %d processes and threads, and may have %d" + ADVICE)
              .formatted(tasks, limits.tasks(), "limit.tasks"));
    }
    if (limits.memoryBytes() > 0 && memory > limits.memoryBytes()) {
      // What several have in common counts once; that is asked only now, as it takes its time.
      memory = pids.size() == 1 ? memory : pids.stream().mapToLong(processes::shareOfMemory).sum();
    }
    return limits.memoryBytes() > 0 && memory > limits.memoryBytes()
        ? Optional.of(
            ("it has used %d MiB of memory, and may use %d" + ADVICE)
                .formatted(
                    memory / MEBIBYTE, limits.memoryBytes() / MEBIBYTE, "limit.memory.megabytes"))
        : Optional.empty();
  }
}
