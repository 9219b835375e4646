package io.krait.supervisor;

import java.util.List;
import java.util.Objects;

/**
 * How an isolated process is started and ended.
 *
 * @param request the process, with the command that isolates it
 * @param description for people, such as {@code bubblewrap, no network}; empty where it is not
 *     isolated
 * @param cleanup a command that removes what is left when the command of the request was killed;
 *     empty where nothing is. It is run when the process has ended, and must not mind if there is
 *     nothing to do
 */
public record IsolatedProcess(ProcessRequest request, String description, List<String> cleanup) {

  /** Copies the command. */
  public IsolatedProcess {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(description, "description");
    cleanup = List.copyOf(cleanup);
  }

  /** A process that is started as the request has it. */
  public static IsolatedProcess notIsolated(ProcessRequest request) {
    return new IsolatedProcess(request, "", List.of());
  }
}
