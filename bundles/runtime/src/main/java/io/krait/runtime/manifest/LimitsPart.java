package io.krait.runtime.manifest;

/**
 * What a plugin says that it gets by with of the machine. In each number, 0 says nothing.
 *
 * @param memoryMegabytes MiB of memory
 * @param tasks processes and threads
 * @param descriptors files and sockets of each process
 */
public record LimitsPart(int memoryMegabytes, int tasks, int descriptors) {

  /** Says nothing. */
  public static final LimitsPart NONE = new LimitsPart(0, 0, 0);
}
