package io.krait.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.PluginCalls;
import io.krait.api.Readiness;
import io.krait.api.Readiness.Refusal;
import io.krait.api.Readiness.Report;
import io.krait.api.testing.Answering;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;

final class GuardHealthTest {

  private static Result health(Report report, boolean suspended) {
    return new GuardHealth(
            Answering.service(Readiness.class, Map.of("report", asked -> report)),
            Answering.service(
                HookDispatcher.class,
                Map.of("calls", asked -> List.of(new PluginCalls("a", 3, suspended, 1)))))
        .execute();
  }

  @Test
  void allIsWellWhereNothingIsRefused() {
    assertThat(health(new Report(true, "", Set.of(), List.of()), false).getStatus())
        .isEqualTo(Result.Status.OK);
  }

  @Test
  void aServerWhosePluginsAreBeingStartedIsNotThereYet() {
    Result result = health(new Report(false, "waits for a", Set.of("a"), List.of()), false);

    assertThat(result.getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
    assertThat(result).anyMatch(entry -> entry.getMessage().equals("waits for a"));
  }

  @Test
  void whatIsRefusedAndWhoDoesNotAnswerIsAWarning() {
    Refusal refusal = new Refusal("b", Set.of(HookName.ON_SAML_LOGIN), "it has failed");

    Result result = health(new Report(true, "", Set.of(), List.of(refusal)), true);

    assertThat(result.getStatus()).isEqualTo(Result.Status.WARN);
    assertThat(result)
        .anyMatch(
            entry ->
                entry
                    .getMessage()
                    .equals("what plugin b guards by OnSAMLLogin is refused: it has failed"))
        .anyMatch(entry -> entry.getMessage().startsWith("plugin a does not answer"));
  }
}
