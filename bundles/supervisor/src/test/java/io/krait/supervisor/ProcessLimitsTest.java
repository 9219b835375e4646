package io.krait.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessLimitsTest {

  @Test
  void ofTwoLimitsTheTighterOneHolds() {
    ProcessLimits allowed = new ProcessLimits(2L << 30, 0.5, 512, 0);
    ProcessLimits enough = new ProcessLimits(1L << 30, 2, 0, 100);

    assertThat(allowed.and(enough)).isEqualTo(new ProcessLimits(1L << 30, 0.5, 512, 100));
    assertThat(enough.and(allowed)).isEqualTo(allowed.and(enough));
    assertThat(allowed.and(ProcessLimits.NONE)).isEqualTo(allowed);
  }
}
