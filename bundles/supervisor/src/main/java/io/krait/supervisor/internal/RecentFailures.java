package io.krait.supervisor.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/** When a plugin has failed lately, and what follows from it. Of one thread at a time. */
final class RecentFailures {
  private final SupervisionRules rules;
  private final RandomGenerator random;
  private final Deque<Instant> failures = new ArrayDeque<>();

  RecentFailures(SupervisionRules rules, RandomGenerator random) {
    this.rules = rules;
    this.random = random;
  }

  /** It has failed now; what is too long ago counts no more. */
  void add(Instant now) {
    failures.addLast(now);
    while (failures.peekFirst().isBefore(now.minus(rules.failureWindow()))) {
      failures.removeFirst();
    }
  }

  void clear() {
    failures.clear();
  }

  int size() {
    return failures.size();
  }

  /** Whether it is given up. */
  boolean areTooMany() {
    return failures.size() >= rules.failureLimit();
  }

  /**
   * How long nothing is done after the last one: at least half of the time, so that it is a pause;
   * the rest by chance, so that plugins which fail together do not start together.
   */
  Duration pause() {
    long limit = rules.maxBackOff().toMillis();
    long full = rules.firstBackOff().toMillis();
    for (int i = 1; i < failures.size() && full < limit; i++) {
      full *= 2;
    }
    full = Math.min(full, limit);
    return Duration.ofMillis(full / 2 + (long) (random.nextDouble() * (full - full / 2)));
  }
}
