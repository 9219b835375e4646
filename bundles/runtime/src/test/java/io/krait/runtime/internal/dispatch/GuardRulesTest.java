package io.krait.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.FailurePolicy;
import io.krait.api.HookName;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuardRulesTest {

  private static final HookName OPEN = HookName.MESSAGE_WILL_BE_POSTED;
  private static final HookName CLOSED = HookName.ON_SAML_LOGIN;
  private static final HookName ONLY_CHANGES = HookName.MESSAGES_WILL_BE_CONSUMED;

  @Test
  void byDefaultStartsAreClosedAndFailuresWhatTheContractSays() {
    GuardRules rules = GuardRules.usual();

    assertThat(rules.atStart()).isEqualTo(FailurePolicy.CLOSED);
    assertThat(rules.atStart("any")).isEqualTo(FailurePolicy.CLOSED);
    assertThat(rules.longestStart()).isEqualTo(Duration.ofSeconds(30));
    assertThat(rules.onFailure("any", OPEN)).isEqualTo(FailurePolicy.OPEN);
    assertThat(rules.onFailure("any", CLOSED)).isEqualTo(FailurePolicy.CLOSED);
  }

  @Test
  void aCrowdThatAnybodyCanBringAboutOpensNothing() {
    GuardRules rules = GuardRules.usual();

    assertThat(rules.onCrowd("any", OPEN)).isEqualTo(FailurePolicy.CLOSED);
    assertThat(rules.onCrowd("any", ONLY_CHANGES)).isEqualTo(FailurePolicy.OPEN);
    assertThat(new GuardRules("closed", 30, "open").onCrowd("any", OPEN))
        .isEqualTo(FailurePolicy.OPEN);
  }

  @Test
  void oneRuleForAllPluginsAndOthersForSingleOnes() {
    GuardRules rules =
        new GuardRules("open", 5, "closed", "com.example.A=open, com.example.b = closed", "c=open");

    assertThat(rules.onFailure("other", OPEN)).isEqualTo(FailurePolicy.CLOSED);
    assertThat(rules.onFailure("com.example.a", CLOSED)).isEqualTo(FailurePolicy.OPEN);
    assertThat(rules.onFailure("c", OPEN)).isEqualTo(FailurePolicy.OPEN);
    assertThat(rules.onFailure("other", ONLY_CHANGES)).isEqualTo(FailurePolicy.OPEN);
    assertThat(rules.atStart("other")).isEqualTo(FailurePolicy.OPEN);
    assertThat(rules.atStart("com.example.b")).isEqualTo(FailurePolicy.CLOSED);
    assertThat(rules.longestStart()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aSlipOfThePenOpensNothing() {
    GuardRules rules = new GuardRules("opne", 0, "close", "com.example.a", "=open", "b=perhaps");

    assertThat(rules.atStart()).isEqualTo(FailurePolicy.CLOSED);
    assertThat(rules.longestStart()).isEqualTo(Duration.ofSeconds(30));
    assertThat(rules.onFailure("com.example.a", OPEN)).isEqualTo(FailurePolicy.OPEN);
    assertThat(rules.onFailure("b", CLOSED)).isEqualTo(FailurePolicy.CLOSED);
  }
}
