package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRequirementTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3.9            | 3.9.0  3.9.18 3.13.1        | 3.8.20 2.7.18 4.0.0
          3              | 3.0.0  3.13.1               | 2.7.18 4.0.0
          3.9.5          | 3.9.5  3.10.0               | 3.9.4
          >=3.11         | 3.11.0 3.13.1 4.0.0         | 3.10.13
          >= 3.9, <3.13  | 3.9.0  3.12.9               | 3.8.1 3.13.0
          >3.9           | 3.9.1  3.10.0               | 3.9.0
          <=3.9.2        | 3.9.2  3.8.0                | 3.9.3
          ==3.11         | 3.11.0 3.11.7               | 3.12.0 3.10.9
          ==3.11.*       | 3.11.0 3.11.7               | 3.12.0
          !=3.11.*,>=3.9 | 3.10.0 3.12.0               | 3.11.4
          ~=3.9          | 3.9.0  3.13.0               | 3.8.0 4.0.0
          ~=3.9.2        | 3.9.2  3.9.9                | 3.9.1 3.10.0
          """)
  void versionsMeetItOrDoNot(String requirement, String met, String notMet) {
    VersionRequirement parsed = VersionRequirement.parse(requirement);

    assertThat(met.split(" +")).allMatch(version -> parsed.isMetBy(version(version)));
    assertThat(notMet.split(" +")).noneMatch(version -> parsed.isMetBy(version(version)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "python3", ">=", "3.x", ">=3.9,", "~=3", ">=3.*", "3.9 3.10", "=3.9"})
  void whatIsNoRequirementIsRefused(String text) {
    assertThatThrownBy(() -> VersionRequirement.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  private static PythonVersion version(String text) {
    return PythonVersion.in("Python " + text).orElseThrow();
  }
}
