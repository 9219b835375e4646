package io.krait.runtime.internal.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsSizeTest {

  private static final String HALF = "x".repeat(2 << 20);

  private final SettingsRules rules = new SettingsRules("one", Optional.empty());

  @Test
  void settingsMayBeLarge() throws ManagementException {
    assertThat(rules.checked(Map.of("a", HALF))).containsEntry("a", HALF);
  }

  @Test
  void settingsThatAreTooLargeAreTheMistakeOfWhoeverSavesThem() {
    assertThatThrownBy(() -> rules.checked(Map.of("a", Map.of("b", List.of(HALF, HALF)))))
        .isInstanceOfSatisfying(
            ManagementException.class,
            refused -> assertThat(refused.problem()).isEqualTo(Problem.INVALID))
        .hasMessage("plugin one: its settings have more than 4194304 characters");
  }
}
