package io.krait.supervisor;

import io.krait.api.management.ManagedPlugin.ProcessFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a plugin is.
 *
 * @param state what it does
 * @param since from when on
 * @param reason why, where it failed or is about to be restarted; what is being done, where a start
 *     takes its time; empty otherwise
 * @param failures how often it failed lately
 * @param restarts how often it was started again after a failure, since somebody last started it
 * @param process its process, where it runs
 * @param lastLines what its latest process has printed last, oldest first
 */
public record SupervisionStatus(
    State state,
    Instant since,
    String reason,
    int failures,
    int restarts,
    Optional<ProcessFacts> process,
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
