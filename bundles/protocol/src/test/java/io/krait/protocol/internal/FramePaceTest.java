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

    assertThat(pace.nanosToWait()).isZero();
  }

  @Test
  void theThirdWaitsForAnAnswer() {
    pace.sent();
    pace.sent();

    assertThat(pace.nanosToWait()).isEqualTo(MILLISECOND);

    pace.answered();

    assertThat(pace.nanosToWait()).isZero();
  }

  @Test
  void itWaitsForAMillisecondAtMostWhereNothingIsAnswered() {
    pace.sent();
    pace.sent();
    now += MILLISECOND;

    assertThat(pace.nanosToWait()).isZero();
  }

  @Test
  void eachFrameBeyondTheSecondWaitsAnew() {
    pace.sent();
    pace.sent();
    now += MILLISECOND;
    pace.sent();

    assertThat(pace.nanosToWait()).isEqualTo(MILLISECOND);
  }
}
