package io.krait.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.testing.JavadocExamples;
import org.junit.jupiter.api.Test;

class JavadocExamplesTest {

  @Test
  void examplesAreCompiled() {
    assertThat(JavadocExamples.thatNobodyCompiles("io/krait/supervisor/PluginRunner.java"))
        .isEmpty();
  }
}
