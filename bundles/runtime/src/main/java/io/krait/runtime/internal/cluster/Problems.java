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
   * @param starts how often it has been started in vain
   * @param isLasting whether trying again would be of no use
   */
  record Problem(long release, int starts, boolean isLasting, String text) {}

  void put(String id, long release, boolean isLasting, String text) {
    problems.put(id, new Problem(release, starts(id, release), isLasting, text));
  }

  /** It was started in vain, and is started once more at most so often. */
  void putFailedStart(String id, long release, int most, String text) {
    int starts = starts(id, release) + 1;
    problems.put(id, new Problem(release, starts, starts >= most, text));
  }

  private int starts(String id, long release) {
    Problem before = problems.get(id);
    return before != null && before.release() == release ? before.starts() : 0;
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
