package io.krait.runtime.internal.dispatch;

import io.krait.api.HookName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Bounds of the dispatch.
 *
 * @param deadlines how long a plugin may take for a hook; empty for no limit
 * @param notificationQueue how many notifications may wait for one plugin
 * @param threads how many threads call the hooks of Java bundles
 * @param waitingCalls how many such calls may wait for a thread
 * @param waitingPerPlugin how many calls may wait for the answer of one plugin
 * @param breaker when a plugin is not asked as it does not answer
 */
public record DispatchSettings(
    Function<HookName, Optional<Duration>> deadlines,
    int notificationQueue,
    int threads,
    int waitingCalls,
    int waitingPerPlugin,
    Breaker.Rules breaker) {

  // A plugin that keeps to its deadline must not be cut off by the way of its answer.
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** The deadlines of the contract, and bounds that suit a busy server. */
  public static final DispatchSettings DEFAULT =
      new DispatchSettings(
          withGrace(HookName::deadline),
          10_000,
          32,
          10_000,
          1000,
          new Breaker.Rules(5, Duration.ofSeconds(5), Duration.ofSeconds(60)));

  public DispatchSettings {
    if (notificationQueue <= 0 || threads <= 0 || waitingCalls <= 0 || waitingPerPlugin <= 0) {
      throw new IllegalArgumentException(
          "bounds must be positive: queue %d, threads %d, waiting calls %d, of one plugin %d"
              .formatted(notificationQueue, threads, waitingCalls, waitingPerPlugin));
    }
  }

  /** The same, with all the time in the world. */
  DispatchSettings withoutDeadlines() {
    return new DispatchSettings(
        hook -> Optional.empty(),
        notificationQueue,
        threads,
        waitingCalls,
        waitingPerPlugin,
        breaker);
  }

  /** Somewhat more than plugins are given by {@code deadlines}. */
  static Function<HookName, Optional<Duration>> withGrace(
      Function<HookName, Optional<Duration>> deadlines) {
    return hook -> deadlines.apply(hook).map(deadline -> deadline.plus(GRACE));
  }
}
