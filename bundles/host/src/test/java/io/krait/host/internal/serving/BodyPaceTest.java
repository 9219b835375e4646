package io.krait.host.internal.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyPaceTest {

  private static final long BEGIN = Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();

  private final BodyRules rules =
      new BodyRules(Duration.ofSeconds(20), Duration.ofSeconds(10), 1000);
  private final BodyPace pace = new BodyPace(rules, BEGIN);

  @Test
  void silenceIsTooSlow() {
    pace.received(1 << 20, at(5));

    assertThat(pace.isTooSlow(at(24))).isFalse();
    assertThat(pace.isTooSlow(at(26))).isTrue();
  }

  @Test
  void theRateCountsAfterTheGrace() {
    pace.received(1, at(1));
    pace.received(1, at(9));
    assertThat(pace.isTooSlow(at(9))).isFalse();

    assertThat(pace.isTooSlow(at(11))).isTrue();

    pace.received(20_000, at(12));
    assertThat(pace.isTooSlow(at(12))).isFalse();
    assertThat(pace.isTooSlow(at(21))).isTrue();
  }

  @Test
  void whatNobodyWantsIsReadForAWhileHoweverFastItComes() {
    pace.unwanted(at(1));
    pace.received(1 << 30, at(10));

    assertThat(pace.isTooSlow(at(10))).isFalse();
    assertThat(pace.isTooSlow(at(12))).isTrue();
  }

  @Test
  void aBodyIsSlowAfterAMoment() {
    assertThat(pace.isSlow(at(4))).isFalse();
    assertThat(pace.isSlow(at(6))).isTrue();
  }

  /** The clock passes its largest number meanwhile, as it may. */
  private static long at(int seconds) {
    return BEGIN + Duration.ofSeconds(seconds).toNanos();
  }
}
