package io.krait.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.testing.JavadocExamples;
import org.junit.jupiter.api.Test;

class JavadocExamplesTest {

  @Test
  void examplesAreCompiled() {
    assertThat(
            JavadocExamples.thatNobodyCompiles(
                "io/krait/api/HookDispatcher.java",
                "io/krait/api/PluginApiProvider.java",
                "io/krait/api/PluginRequestAuthenticator.java",
                "io/krait/api/management/PluginManager.java"))
        .isEmpty();
  }
}
