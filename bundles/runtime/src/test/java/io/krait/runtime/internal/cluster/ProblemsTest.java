package io.krait.runtime.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemsTest {

  private static final String ID = "com.example.busy";

  private final Problems problems = new Problems();

  @Test
  void aVersionIsStartedInVainSoOftenAndNotMore() {
    problems.putFailedStart(ID, 7, 3, "not ready after 10 s");
    problems.putFailedStart(ID, 7, 3, "not ready after 10 s");
    assertThat(problems.isTried(ID, 7)).isFalse();
    assertThat(problems.isPassing(ID)).isTrue();

    problems.putFailedStart(ID, 7, 3, "not ready after 10 s");

    assertThat(problems.isTried(ID, 7)).isTrue();
    assertThat(problems.isPassing(ID)).isFalse();
  }

  @Test
  void waitingForItsTurnDoesNotForgetHowOftenItWasStarted() {
    problems.putFailedStart(ID, 7, 2, "not ready after 10 s");
    problems.put(ID, 7, false, "is taken when it is this node's turn");

    problems.putFailedStart(ID, 7, 2, "not ready after 10 s");

    assertThat(problems.isTried(ID, 7)).isTrue();
  }

  @Test
  void anotherVersionIsStartedAsOftenAsTheOneBefore() {
    problems.putFailedStart(ID, 7, 1, "not ready after 10 s");

    problems.putFailedStart(ID, 8, 2, "not ready after 10 s");

    assertThat(problems.isTried(ID, 8)).isFalse();
  }
}
