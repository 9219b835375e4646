package io.krait.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.testing.JavadocExamples;
import org.junit.jupiter.api.Test;

class JavadocExamplesTest {

  @Test
  void examplesAreCompiled() {
    assertThat(
            JavadocExamples.thatNobodyCompiles(
                "io/krait/testing/FakePlugin.java",
                "io/krait/testing/HooksInMemory.java",
                "io/krait/testing/KraitServer.java",
                "io/krait/testing/PluginsInMemory.java",
                "io/krait/testing/exam/KraitOptions.java"))
        .isEmpty();
  }
}
