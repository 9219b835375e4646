package io.krait.supervisor;

import java.time.Instant;
import java.util.List;

/**
 * How a plugin is.
 *
 * @param state what it does
 * @param since from when on
 * @param reason why, where it failed or is about to be restarted; empty otherwise
 * @param failures how often it failed lately
 * @param process what people find its process by; empty where it has none
 * @param lastLines what its latest process has printed last, oldest first
 */
public record SupervisionStatus(
    State state,
    Instant since,
    String reason,
    int failures,
    String process,
    List<String> lastLines) {

  /** Copies the lines. */
  public SupervisionStatus {
    lastLines = List.copyOf(lastLines);
  }

  /** What a supervised plugin does. */
  public enum State {
    /** Nothing. */
    STOPPED,
    /** It is being brought up. */
    STARTING,
    /** It runs. */
    RUNNING,
    /** It has failed, and will be started again. */
    BACKING_OFF,
    /** It is being ended. */
    STOPPING,
    /** It has failed, and somebody must see to it. */
    FAILED
  }
}
