package io.krait.host.internal.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.host.internal.serving.Admission.Full;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final Admission admission = new Admission(3, 2, 1);

  @Test
  void anAddressHasFewerPlacesThanTheServer() {
    assertThat(admission.enter("a")).isEmpty();
    assertThat(admission.enter("a")).isEmpty();
    assertThat(admission.enter("a")).contains(Full.ADDRESS);
    assertThat(admission.enter("b")).isEmpty();
    assertThat(admission.enter("c")).contains(Full.SERVER);

    admission.leave("a");

    assertThat(admission.enter("c")).isEmpty();
    assertThat(admission.requests()).isEqualTo(3);
  }

  @Test
  void slowBodiesHaveABoundOfTheirOwn() {
    admission.enter("a");
    admission.enter("a");
    admission.enter("b");

    assertThat(admission.slow("a")).isTrue();
    assertThat(admission.slow("a")).isFalse();
    assertThat(admission.slow("b")).isTrue();

    admission.slowEnded("a");

    assertThat(admission.slow("a")).isTrue();
  }

  @Test
  void nothingIsKeptOfAnAddressThatHasGone() {
    for (int i = 0; i < 100; i++) {
      admission.enter("a" + i);
      admission.leave("a" + i);
    }

    assertThat(admission.requests()).isZero();
    assertThat(admission)
        .extracting("addresses")
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .isEmpty();
  }
}
