package io.krait.protocol.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FramePaceTest {

  private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

  private long now = Long.MAX_VALUE - 10;
  private final FramePace pace = new FramePace(() -> now);

  @Test
  void twoFramesGoOutAtOnce() {
    pace.sent();

    assertThat(pace.nanosToWait(2)).isZero();
  }

  @Test
  void theThirdWaitsForAnAnswer() {
    pace.sent();
    pace.sent();

    assertThat(pace.nanosToWait(2)).isEqualTo(MILLISECOND);

    pace.answered();

    assertThat(pace.nanosToWait(2)).isZero();
  }

  @Test
  void itWaitsForAMillisecondWhereNothingIsAnswered() {
    pace.sent();
    pace.sent();
    now += MILLISECOND;

    assertThat(pace.nanosToWait(2)).isZero();
  }

  @Test
  void itWaitsLongerForAPeerThatHasALotToDo() {
    pace.sent();
    pace.sent();

    assertThat(pace.nanosToWait(64)).isBetween(3 * MILLISECOND, 4 * MILLISECOND);
    assertThat(pace.nanosToWait(4000)).isEqualTo(5 * MILLISECOND);
  }

  @Test
  void eachFrameBeyondTheSecondWaitsAnew() {
    pace.sent();
    pace.sent();
    now += MILLISECOND;
    pace.sent();

    assertThat(pace.nanosToWait(2)).isEqualTo(MILLISECOND);
  }
}
