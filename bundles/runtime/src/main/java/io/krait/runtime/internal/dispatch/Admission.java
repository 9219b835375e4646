package io.krait.runtime.internal.dispatch;

import io.krait.api.AppError;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Which calls of one plugin are made: no more than may wait for its answer, and none while it does
 * not answer. What it is merely told is not held up, and tells whether it answers all the same.
 */
final class Admission {

  private static final Logger LOGGER = System.getLogger(Admission.class.getName());
  private static final int SERVICE_UNAVAILABLE = 503;
  private static final Duration SOON = Duration.ofSeconds(1);

  private final String id;
  private final int mostWaiting;
  private final Breaker breaker;
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder refused = new LongAdder();
  private final AtomicBoolean crowded = new AtomicBoolean();
  private volatile long refusedBeforeCrowd;

  /**
   * What may be asked of the plugin.
   *
   * @param changed hears why it is not asked, in one line, and gets an empty text when it is again
   */
  Admission(
      String id,
      int mostWaiting,
      Breaker.Rules rules,
      LongSupplier nanoTime,
      Consumer<String> changed) {
    this.id = id;
    this.mostWaiting = mostWaiting;
    breaker =
        new Breaker(
            rules,
            nanoTime,
            new Breaker.Listener() {
              @Override
              public void opened(int lateCalls, Duration pause) {
                String text =
                    "it did not answer %d calls in a row in time, and is asked no hooks until it"
                            .formatted(lateCalls)
                        + " answers one again, which is tried from time to time";
                LOGGER.log(Level.WARNING, "plugin {0}: {1}", id, text);
                changed.accept(text);
              }

              @Override
              public void closed(Duration openFor) {
                LOGGER.log(
                    Level.WARNING,
                    "plugin {0}: it answers again, after {1} s, and is asked hooks",
                    id,
                    Long.toString(openFor.toSeconds()));
                changed.accept("");
              }
            });
  }

  /** How many calls wait for an answer. */
  int waiting() {
    return waiting.get();
  }

  /** How many calls were not made. */
  long refused() {
    return refused.sum();
  }

  /** Whether the plugin is not asked, as it does not answer. */
  boolean isSuspended() {
    return breaker.isOpen();
  }

  /** A call that is made; told once how it has ended. */
  final class Admitted {

    private final Breaker.Passage passage;
    private final boolean counted;

    private Admitted(Breaker.Passage passage, boolean counted) {
      this.passage = passage;
      this.counted = counted;
    }

    /** The plugin has answered, well or not. */
    void answered() {
      leave();
      breaker.answered();
    }

    /** The plugin has not answered in time. */
    void tooLate() {
      leave();
      breaker.tooLate(passage);
    }

    /** It ended for other reasons than the plugin's answer. */
    void givenUp() {
      leave();
      breaker.givenUp(passage);
    }

    private void leave() {
      if (counted && waiting.decrementAndGet() <= mostWaiting / 2 && crowded.get()) {
        crowdIsGone();
      }
    }
  }

  /**
   * A call is about to be made.
   *
   * @throws AppError with status 503 where it must not be
   */
  Admitted admit(HookName hook) {
    Breaker.Passage passage = breaker.pass();
    if (passage == Breaker.Passage.BARRED) {
      refused.increment();
      throw refusal(
          hook,
          HookDispatcher.SUSPENDED,
          "plugin %s does not answer; it is tried again from time to time".formatted(id),
          breaker.untilNextTry());
    }
    if (waiting.incrementAndGet() > mostWaiting) {
      waiting.decrementAndGet();
      breaker.givenUp(passage);
      crowdBegins();
      refused.increment();
      throw refusal(
          hook,
          HookDispatcher.BUSY,
          "plugin %s has %d calls waiting, and no more may".formatted(id, mostWaiting),
          SOON);
    }
    return new Admitted(passage, true);
  }

  /** Something is about to be told to the plugin; that waits elsewhere. */
  Admitted told() {
    return new Admitted(Breaker.Passage.FREE, false);
  }

  private void crowdBegins() {
    if (crowded.compareAndSet(false, true)) {
      refusedBeforeCrowd = refused.sum();
      LOGGER.log(
          Level.WARNING,
          "plugin {0} does not keep up: {1} calls wait for its answer, and more are not made",
          id,
          Integer.toString(mostWaiting));
    }
  }

  private void crowdIsGone() {
    if (crowded.compareAndSet(true, false)) {
      LOGGER.log(
          Level.WARNING,
          "plugin {0} keeps up again; {1} calls were not made",
          id,
          Long.toString(refused.sum() - refusedBeforeCrowd));
    }
  }

  private AppError refusal(HookName hook, String kind, String message, Duration wait) {
    return AppError.builder()
        .id(kind)
        .message(message)
        .where(hook.hookName())
        .params(Map.of("plugin_id", id))
        .statusCode(SERVICE_UNAVAILABLE)
        .retryAfter(wait)
        .build();
  }
}
