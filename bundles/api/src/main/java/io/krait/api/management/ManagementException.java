package io.krait.api.management;

import java.util.Objects;

/** A plugin cannot be dealt with as asked. The message is one line for an administrator. */
public final class ManagementException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** There is no such plugin. */
    UNKNOWN_PLUGIN,
    /** The archive, the manifest or the settings are not as they must be. */
    INVALID,
    /** It does not go together with what is there, such as a version that is installed already. */
    CONFLICT,
    /** The plugin has not started. */
    START_FAILED,
    /** The machine has let us down: a disk is full, a folder not readable. */
    SYSTEM
  }

  private final Problem problem;

  /** An exception with the message {@code message}. */
  public ManagementException(Problem problem, String message) {
    super(message);
    this.problem = Objects.requireNonNull(problem);
  }

  /** An exception with the message {@code message}, and what led to it. */
  public ManagementException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = Objects.requireNonNull(problem);
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }
}
