package io.krait.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"/..", "/../b/x", "/a/../../b", "/./x", "/%2E%2e/x", "/.%2e;v=1/x"})
  void aPathThatOthersMayUnderstandInAnotherWayIsToldFromTheRest(String rest) {
    assertThat(path(rest).hasSteps()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a..b", "/...", "/.well-known/x", "/a./b", "/..a", "/%2e%2e%2e"})
  void dotsInNamesAreNoSteps(String rest) {
    assertThat(path(rest).hasSteps()).isFalse();
  }

  private static PluginPath path(String rest) {
    return PluginPath.of("/plugins/one" + rest, "/plugins").orElseThrow();
  }
}
