package io.krait.interop;

import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What is used of memory, in bytes.
 *
 * @param heap what lives in this JVM's heap
 * @param direct what it has beside the heap for input and output
 * @param python what a plugin's process has had at most
 */
record MemoryUse(long heap, long direct, long python) {

  /** What this JVM and a plugin's process use now. */
  static MemoryUse with(ProcessHandle plugin) {
    System.gc();
    long pools =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return new MemoryUse(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        pools + Math.max(0, PlatformDependent.usedDirectMemory()),
        resident(plugin));
  }

  private static long resident(ProcessHandle process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MemoryUse since(MemoryUse before) {
    return new MemoryUse(heap - before.heap, direct - before.direct, python - before.python);
  }

  LongStream mebibytes() {
    return LongStream.of(heap, direct, python).map(bytes -> bytes >> 20);
  }

  @Override
  public String toString() {
    return "heap %d MiB, direct %d MiB, Python %d MiB"
        .formatted(heap >> 20, direct >> 20, python >> 20);
  }

  /** The most that was seen. */
  static final class Peak {
    private final ProcessHandle plugin;
    private MemoryUse most = new MemoryUse(0, 0, 0);

    Peak(ProcessHandle plugin) {
      this.plugin = plugin;
    }

    /** Looks once more. */
    void look() {
      MemoryUse now = with(plugin);
      most =
          new MemoryUse(
              Math.max(most.heap, now.heap),
              Math.max(most.direct, now.direct),
              Math.max(most.python, now.python));
    }

    MemoryUse most() {
      return most;
    }
  }
}
