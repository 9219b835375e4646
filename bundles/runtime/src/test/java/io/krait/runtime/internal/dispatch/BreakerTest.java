package io.krait.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.runtime.internal.dispatch.Breaker.Passage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a plugin that does not answer is asked, by a clock of the test's. */
class BreakerTest {

  private static final Breaker.Rules RULES =
      new Breaker.Rules(3, Duration.ofSeconds(5), Duration.ofSeconds(15));

  private final List<String> told = new ArrayList<>();
  private long now;
  private final Breaker breaker = breaker(RULES);

  private Breaker breaker(Breaker.Rules rules) {
    return new Breaker(
        rules,
        () -> now,
        new Breaker.Listener() {
          @Override
          public void opened(int lateCalls, Duration pause) {
            told.add("opened after " + lateCalls);
          }

          @Override
          public void closed(Duration openFor) {
            told.add("closed after " + openFor.toSeconds());
          }
        });
  }

  private void later(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  private void open() {
    for (int i = 0; i < 3; i++) {
      breaker.tooLate(breaker.pass());
    }
  }

  @Test
  void aPluginIsAskedUntilSeveralCallsInARowWereTooLate() {
    breaker.tooLate(breaker.pass());
    breaker.tooLate(breaker.pass());
    breaker.answered();
    breaker.tooLate(breaker.pass());
    breaker.tooLate(breaker.pass());
    assertThat(breaker.pass()).isEqualTo(Passage.FREE);
    assertThat(told).isEmpty();

    breaker.tooLate(Passage.FREE);

    assertThat(breaker.pass()).isEqualTo(Passage.BARRED);
    assertThat(breaker.untilNextTry()).isEqualTo(Duration.ofSeconds(5));
    assertThat(told).containsExactly("opened after 3");
  }

  @Test
  void afterAPauseOneCallTriesItAndAnAnswerEndsThePause() {
    open();
    later(5);

    assertThat(breaker.pass()).isEqualTo(Passage.PROBE);
    assertThat(breaker.pass()).isEqualTo(Passage.BARRED);
    breaker.answered();

    assertThat(breaker.pass()).isEqualTo(Passage.FREE);
    assertThat(breaker.isOpen()).isFalse();
    assertThat(told).containsExactly("opened after 3", "closed after 5");
  }

  @Test
  void eachTryInVainMakesThePauseTwiceAsLongUpToABound() {
    open();
    for (int pause : new int[] {5, 10, 15, 15}) {
      assertThat(breaker.untilNextTry()).isEqualTo(Duration.ofSeconds(pause));
      later(pause - 1);
      assertThat(breaker.pass()).isEqualTo(Passage.BARRED);
      later(1);
      breaker.tooLate(breaker.pass());
    }
    assertThat(told).containsExactly("opened after 3");

    later(15);
    assertThat(breaker.pass()).isEqualTo(Passage.PROBE);
    breaker.answered();
    open();
    assertThat(breaker.untilNextTry()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void callsFromBeforeDoNotMakeThePauseLonger() {
    Passage before = breaker.pass();
    open();
    later(4);

    breaker.tooLate(before);

    assertThat(breaker.untilNextTry()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void anAnswerToACallFromBeforeEndsThePauseToo() {
    open();

    breaker.answered();

    assertThat(breaker.pass()).isEqualTo(Passage.FREE);
  }

  @Test
  void aTryThatWasGivenUpIsMadeAgain() {
    open();
    later(5);

    breaker.givenUp(breaker.pass());

    assertThat(breaker.pass()).isEqualTo(Passage.PROBE);
  }

  @Test
  void withoutABoundAPluginIsAlwaysAsked() {
    Breaker never = breaker(new Breaker.Rules(0, RULES.pause(), RULES.longestPause()));
    for (int i = 0; i < 100; i++) {
      never.tooLate(never.pass());
    }

    assertThat(never.pass()).isEqualTo(Passage.FREE);
  }
}
