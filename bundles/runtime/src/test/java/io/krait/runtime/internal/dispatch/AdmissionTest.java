package io.krait.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final HookName HOOK = HookName.MESSAGE_WILL_BE_POSTED;

  private final List<String> told = new ArrayList<>();
  private long now;
  private final Admission admission =
      new Admission(
          "com.example.slow",
          4,
          new Breaker.Rules(2, Duration.ofSeconds(5), Duration.ofSeconds(60)),
          () -> now,
          told::add);

  @Test
  void noMoreCallsAreMadeThanMayWait() {
    List<Admission.Admitted> waiting = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      waiting.add(admission.admit(HOOK));
    }

    assertRefused(
        HookDispatcher.BUSY, "plugin com.example.slow has 4 calls waiting, and no more may", 1);
    assertThat(admission.waiting()).isEqualTo(4);
    assertThat(admission.refused()).isEqualTo(1);

    waiting.get(0).answered();
    admission.admit(HOOK).givenUp();
    assertThat(admission.waiting()).isEqualTo(3);
  }

  @Test
  void aPluginThatDoesNotAnswerIsNotAskedAndThatIsToldOnce() {
    admission.admit(HOOK).tooLate();
    admission.admit(HOOK).tooLate();

    assertRefused(HookDispatcher.SUSPENDED, "plugin com.example.slow does not answer", 5);
    assertRefused(HookDispatcher.SUSPENDED, "plugin com.example.slow does not answer", 5);
    assertThat(admission.isSuspended()).isTrue();
    assertThat(admission.waiting()).isZero();
    assertThat(told).singleElement().asString().startsWith("it did not answer 2 calls in a row");

    now += Duration.ofSeconds(5).toNanos();
    admission.admit(HOOK).answered();

    assertThat(told).hasSize(2).last().isEqualTo("");
    admission.admit(HOOK).answered();
  }

  @Test
  void whatAPluginIsToldIsNotHeldUpButShowsThatItDoesNotAnswer() {
    for (int i = 0; i < 10; i++) {
      admission.told();
    }
    assertThat(admission.waiting()).isZero();

    admission.told().tooLate();
    admission.told().tooLate();

    assertThat(admission.isSuspended()).isTrue();
    admission.told().answered();
    assertThat(admission.isSuspended()).isFalse();
  }

  @Test
  void aTryForWhichThereIsNoRoomIsMadeLater() {
    List<Admission.Admitted> waiting = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      waiting.add(admission.admit(HOOK));
    }
    admission.told().tooLate();
    admission.told().tooLate();
    now += Duration.ofSeconds(5).toNanos();

    assertRefused(HookDispatcher.BUSY, "4 calls waiting", 1);
    waiting.get(0).tooLate();

    admission.admit(HOOK).answered();
    assertThat(admission.isSuspended()).isFalse();
  }

  private void assertRefused(String kind, String text, int seconds) {
    assertThatThrownBy(() -> admission.admit(HOOK))
        .isInstanceOfSatisfying(
            AppError.class,
            error -> {
              assertThat(error.id()).isEqualTo(kind);
              assertThat(error.statusCode()).isEqualTo(503);
              assertThat(error.message()).contains(text);
              assertThat(error.params()).containsEntry("plugin_id", "com.example.slow");
              assertThat(error.retryAfter()).contains(Duration.ofSeconds(seconds));
            });
  }
}
