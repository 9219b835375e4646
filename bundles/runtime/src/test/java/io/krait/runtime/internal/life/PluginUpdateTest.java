package io.krait.runtime.internal.life;

import static io.krait.api.testing.Eventually.eventually;
import static io.krait.runtime.internal.life.LifeRig.ID;
import static io.krait.runtime.internal.life.LifeRig.archive;
import static io.krait.runtime.internal.life.LifeRig.failure;
import static io.krait.runtime.internal.life.LifeRig.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.HookName;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginEvents;
import io.krait.api.management.PluginState;
import io.krait.api.model.ServeHttpResponse;
import io.krait.api.testing.Collected;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another version of a plugin, from its installation until it or the old one runs. */
class PluginUpdateTest {

  @TempDir Path folder;
  @AutoClose private LifeRig rig;

  @BeforeEach
  void begin() throws Exception {
    rig = LifeRig.begun(folder);
  }

  @Test
  void aNewVersionTakesTheOldOnesPlace() {
    runFirstVersion();

    ManagedPlugin plugin = get(update("2.0.0"));

    assertThat(plugin.version()).isEqualTo("2.0.0");
    assertThat(plugin.state()).isEqualTo(PluginState.RUNNING);
    assertThat(plugin.reason()).isEmpty();
    eventually(() -> assertThat(rig.journal.entries()).endsWith(ID + " onInstall"));
    assertThat(rig.events).extracting(event -> event.get("topic")).contains(PluginEvents.UPDATED);
  }

  @Test
  void theOldVersionIsGoneBeforeTheNewOneIsActivated() {
    runFirstVersion();

    get(update("2.0.0"));

    assertThat(rig.journal.entries())
        .containsSubsequence(
            "endpoint of " + ID + " is open",
            "process of " + ID + " is up",
            ID + " is withdrawn",
            ID + " onDeactivate",
            "process of " + ID + " is gone",
            "host releases " + ID + " 1.0.0",
            "host opens " + ID + " 2.0.0",
            "endpoint of " + ID + " serves another API",
            ID + " onConfigurationChange",
            ID + " onActivate",
            ID + " 2.0.0 is published");
  }

  @Test
  void theOldVersionRunsUntilTheProcessOfTheNewOneAnswers() {
    runFirstVersion();
    CompletableFuture<ManagedPlugin> update = updateThatIsOnItsWay("2.0.0");

    rig.supervisor.plugin(ID).progress("installing its requirements");

    eventually(
        () ->
            assertThat(rig.plugin(ID).reason())
                .isEqualTo("version 2.0.0 starts beside it: installing its requirements"));
    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING);
    assertThat(rig.plugin(ID).version()).isEqualTo("1.0.0");
    assertThat(rig.plugin(ID).process()).isPresent();
    assertThat(rig.dispatch.handlersOf(HookName.MESSAGE_HAS_BEEN_POSTED)).containsExactly(ID);
    assertThat(update).isNotDone();
    rig.supervisor.gate.complete(null);
    assertThat(get(update).version()).isEqualTo("2.0.0");
  }

  @Test
  void aNewVersionThatDoesNotAnswerDisturbsNothing() {
    runFirstVersion();
    rig.supervisor.broken.add("2.0.0");

    ManagementException failure = failure(update("2.0.0"));

    assertThat(failure.problem()).isEqualTo(Problem.START_FAILED);
    assertThat(failure)
        .hasMessageContaining(ID)
        .hasMessageContaining("version 2.0.0 does not start, and version 1.0.0 goes on")
        .hasMessageContaining("exit code 3");
    assertThat(rig.plugin(ID).version()).isEqualTo("1.0.0");
    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING);
    assertThat(rig.plugin(ID).reason()).isEmpty();
    assertThat(rig.journal.entries())
        .containsExactly(
            "endpoint of " + ID + " is open",
            "process of " + ID + " is gone",
            "endpoint of " + ID + " is closed");
    assertThat(rig.events).isEmpty();
    assertThat(folder.resolve(ID).resolve("2.0.0")).doesNotExist();
  }

  @Test
  void aNewVersionThatCannotEvenBeTriedDisturbsNothing() {
    runFirstVersion();

    ManagementException failure =
        failure(
            rig.plugins.install(archive(ID, "2.0.0\", \"min_server_version\": \"99.0.0"), true));

    assertThat(failure.problem()).isEqualTo(Problem.START_FAILED);
    assertThat(failure).hasMessageContaining("it requires server version 99.0.0");
    assertThat(rig.plugin(ID).version()).isEqualTo("1.0.0");
    assertThat(rig.journal.entries()).isEmpty();
    assertThat(rig.events).isEmpty();
  }

  @Test
  void theOldVersionIsBackWhereTheNewOneIsNotActivated() {
    runFirstVersion();
    rig.refusals.put("process 2 onActivate", AppError.of("no.licence", "no licence", 400));

    ManagementException failure = failure(update("2.0.0"));

    assertThat(failure.problem()).isEqualTo(Problem.START_FAILED);
    assertThat(failure)
        .hasMessageContaining("version 2.0.0 does not start, and version 1.0.0 goes on")
        .hasMessageContaining("OnActivate failed: no licence");
    assertThat(rig.plugin(ID).version()).isEqualTo("1.0.0");
    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING);
    assertThat(rig.journal.entries()).endsWith(ID + " 1.0.0 is published");
    assertThat(folder.resolve(ID).resolve("2.0.0")).doesNotExist();
  }

  @Test
  void theOldVersionIsBackWhereTheNewOneDiesWhileItWaits() {
    runFirstVersion();
    CompletableFuture<ManagedPlugin> update = updateThatWaitsForARunningHook();

    rig.supervisor.plugin(ID).dieEarly();
    rig.posting.complete(null);

    assertThat(failure(update)).hasMessageContaining("exit code 1 before it was ready");
    assertThat(rig.plugin(ID).version()).isEqualTo("1.0.0");
    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING);
  }

  @Test
  void httpRequestsWaitForTheNewVersionAndHooksDoNot() {
    runFirstVersion();
    CompletableFuture<ManagedPlugin> update = updateThatWaitsForARunningHook();

    CompletableFuture<List<ServeHttpResponse>> answer = request();

    assertThat(rig.dispatch.handlersOf(HookName.MESSAGE_HAS_BEEN_POSTED)).isEmpty();
    assertThat(rig.answers.hasSubscribers()).isFalse();
    rig.posting.complete(null);
    assertThat(get(update).version()).isEqualTo("2.0.0");
    rig.answers.submit(ServeHttpResponse.builder().build());
    rig.answers.close();
    assertThat(get(answer)).hasSize(1);
  }

  @Test
  void httpRequestsThatAreJustAboutToBeginWaitToo() {
    runFirstVersion();
    Flow.Publisher<ServeHttpResponse> late =
        rig.dispatch.async(ID).orElseThrow().serveHttp(nothing -> {});
    get(update("2.0.0"));

    CompletableFuture<List<ServeHttpResponse>> answer = Collected.of(late);

    rig.answers.close();
    assertThat(get(answer)).isEmpty();
  }

  @Test
  void httpRequestsThatWaitAreRefusedWhereNoVersionRuns() {
    runFirstVersion();
    AppError refusal = AppError.of("no.licence", "no licence", 400);
    rig.refusals.put("process 2 onActivate", refusal);
    rig.refusals.put("process 3 onActivate", refusal);
    CompletableFuture<ManagedPlugin> update = updateThatWaitsForARunningHook();

    CompletableFuture<List<ServeHttpResponse>> answer = request();
    rig.posting.complete(null);

    assertThat(failure(update)).hasMessageContaining("no licence");
    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.FAILED);
    assertThat(answer)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining("plugin %s was stopped meanwhile".formatted(ID));
    assertThat(rig.dispatch.async(ID)).isEmpty();
  }

  @Test
  void theNewVersionTakesThePlaceOfAnOldOneThatHasCrashedMeanwhile() {
    runFirstVersion();
    FakeSupervisor.FakePlugin old = rig.supervisor.plugin(ID);
    CompletableFuture<ManagedPlugin> update = updateThatIsOnItsWay("2.0.0");

    old.crash();
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.BACKING_OFF));
    assertThat(rig.plugin(ID).reason()).isEqualTo("its process has ended with exit code 1");
    rig.supervisor.gate.complete(null);

    assertThat(get(update).version()).isEqualTo("2.0.0");
    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING);
  }

  @Test
  void disablingBreaksAnUpdateOff() {
    runFirstVersion();
    CompletableFuture<ManagedPlugin> update = updateThatIsOnItsWay("2.0.0");

    ManagedPlugin plugin = get(rig.plugins.disable(ID));

    assertThat(plugin.state()).isEqualTo(PluginState.DISABLED);
    assertThat(plugin.version()).isEqualTo("1.0.0");
    assertThat(failure(update)).hasMessageContaining("stopped while it started");
    assertThat(rig.journal.entries())
        .containsSubsequence(
            "endpoint of " + ID + " is closed",
            ID + " is withdrawn",
            "endpoint of " + ID + " is closed",
            "host releases " + ID + " 1.0.0");
    assertThat(folder.resolve(ID).resolve("2.0.0")).doesNotExist();
  }

  @Test
  void nothingOfAnUpdateStaysWhenWhatItRunsOnGoes() {
    runFirstVersion();
    CompletableFuture<ManagedPlugin> update = updateThatIsOnItsWay("2.0.0");

    rig.surroundings(Surroundings.NONE);

    assertThat(failure(update)).hasMessageContaining("stopped while it started");
    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.WAITING);
    assertThat(rig.journal.entries())
        .containsSubsequence(
            "endpoint of " + ID + " is closed",
            "endpoint of " + ID + " is closed",
            "host releases " + ID + " 1.0.0");
  }

  @Test
  void theLastOfSeveralUpdatesIsTheOneThatStays() {
    runFirstVersion();
    CompletableFuture<ManagedPlugin> second = updateThatIsOnItsWay("2.0.0");
    CompletableFuture<ManagedPlugin> third = update("3.0.0");

    rig.supervisor.gate.complete(null);

    assertThat(get(second).version()).isEqualTo("2.0.0");
    assertThat(get(third).version()).isEqualTo("3.0.0");
    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING);
  }

  @Test
  void aNewVersionOfADisabledPluginIsInUseAtOnce() {
    rig.install(ID, "1.0.0");

    ManagedPlugin plugin = get(update("2.0.0"));

    assertThat(plugin.version()).isEqualTo("2.0.0");
    assertThat(plugin.state()).isEqualTo(PluginState.DISABLED);
  }

  @Test
  void aNewVersionOfAPluginThatHasFailedIsTakenEvenIfItFailsToo() {
    rig.supervisor.broken.addAll(List.of("1.0.0", "2.0.0"));
    rig.install(ID, "1.0.0");
    failure(rig.plugins.enable(ID));

    failure(update("2.0.0"));

    assertThat(rig.plugin(ID).version()).isEqualTo("2.0.0");
    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.FAILED);
  }

  private void runFirstVersion() {
    rig.installAndEnable(ID, "1.0.0");
    eventually(() -> assertThat(rig.journal.entries()).contains(ID + " onInstall"));
    rig.journal.clear();
    rig.events.clear();
  }

  private CompletableFuture<ManagedPlugin> update(String version) {
    return rig.plugins.install(archive(ID, version), true);
  }

  /** The old version is stopped when {@link LifeRig#posting} is done. */
  private CompletableFuture<ManagedPlugin> updateThatWaitsForARunningHook() {
    rig.posting = new CompletableFuture<>();
    CompletionStage<Void> unused = rig.dispatch.async().messageHasBeenPosted(null, null);
    eventually(() -> assertThat(rig.journal.entries()).contains(ID + " messageHasBeenPosted"));
    CompletableFuture<ManagedPlugin> update = update("2.0.0");
    eventually(() -> assertThat(rig.journal.entries()).contains(ID + " is withdrawn"));
    return update;
  }

  private CompletableFuture<List<ServeHttpResponse>> request() {
    return Collected.of(rig.dispatch.async(ID).orElseThrow().serveHttp(nothing -> {}));
  }

  /** Its process comes up when the supervisor's gate is opened. */
  private CompletableFuture<ManagedPlugin> updateThatIsOnItsWay(String version) {
    rig.supervisor.gate = new CompletableFuture<>();
    CompletableFuture<ManagedPlugin> update = update(version);
    eventually(
        () ->
            assertThat(rig.plugin(ID).reason())
                .isEqualTo("version %s starts beside it".formatted(version)));
    return update;
  }
}
