package io.krait.supervisor;

/**
 * What a plugin's process and all that it has started may take of the machine together. In each
 * number, 0 means that there is no limit.
 *
 * @param memoryBytes how much of the machine's memory they may hold
 * @param processors how many processors they may keep busy, such as 0.5
 * @param tasks how many processes and threads they may have
 * @param descriptors how many files, sockets and pipes each of them may have open
 */
public record ProcessLimits(long memoryBytes, double processors, int tasks, int descriptors) {

  /** None at all. */
  public static final ProcessLimits NONE = new ProcessLimits(0, 0, 0, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException where one is negative
   */
  public ProcessLimits {
    if (memoryBytes < 0 || !(processors >= 0) || tasks < 0 || descriptors < 0) {
      throw new IllegalArgumentException(
          "a limit is negative: %d bytes of memory, %s processors, %d processes and threads, %d descriptors; 0 is for none"
              .formatted(memoryBytes, processors, tasks, descriptors));
    }
  }

  /** The tighter one of each pair of limits. */
  public ProcessLimits and(ProcessLimits others) {
    return new ProcessLimits(
        (long) tighter(memoryBytes, others.memoryBytes),
        tighter(processors, others.processors),
        (int) tighter(tasks, others.tasks),
        (int) tighter(descriptors, others.descriptors));
  }

  private static double tighter(double one, double other) {
    return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
  }
}
