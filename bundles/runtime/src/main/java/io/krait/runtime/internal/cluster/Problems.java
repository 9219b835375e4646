package io.krait.runtime.internal.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Why this node does not have of a plugin what all are to have. Safe for use from any thread. */
final class Problems {

  private final Map<String, Problem> problems = new ConcurrentHashMap<>();

  /**
   * What is wrong.
   *
   * @param release of which release it goes; that is not tried again
   * @param isLasting whether trying again would be of no use
   */
  record Problem(long release, boolean isLasting, String text) {}

  void put(String id, long release, boolean isLasting, String text) {
    problems.put(id, new Problem(release, isLasting, text));
  }

  void clear(String id) {
    problems.remove(id);
  }

  Optional<String> of(String id) {
    return Optional.ofNullable(problems.get(id)).map(Problem::text);
  }

  /** Whether it was tried in vain, and would be again. */
  boolean isTried(String id, long release) {
    Problem problem = problems.get(id);
    return problem != null && problem.isLasting() && problem.release() == release;
  }

  /** Whether something may be different when it is tried again. */
  boolean isPassing(String id) {
    Problem problem = problems.get(id);
    return problem != null && !problem.isLasting();
  }
}
