package io.krait.runtime.internal.life;

import static io.krait.api.testing.Eventually.eventually;
import static io.krait.runtime.internal.life.LifeRig.ID;
import static io.krait.runtime.internal.life.LifeRig.failure;
import static io.krait.runtime.internal.life.LifeRig.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginState;
import io.krait.api.model.ServeHttpResponse;
import io.krait.api.testing.Collected;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLifeTest {

  @TempDir Path folder;
  @AutoClose private LifeRig rig;

  @BeforeEach
  void begin() throws Exception {
    rig = LifeRig.begun(folder);
  }

  @Test
  void aNewPluginIsDisabled() {
    ManagedPlugin plugin = rig.install(ID, "1.0.0");

    assertThat(plugin.state()).isEqualTo(PluginState.DISABLED);
    assertThat(plugin.enabled()).isFalse();
    assertThat(rig.journal.entries()).isEmpty();
  }

  @Test
  void aPluginStartsInOrder() {
    ManagedPlugin plugin = rig.installAndEnable(ID, "1.0.0");

    assertThat(plugin.state()).isEqualTo(PluginState.RUNNING);
    assertThat(plugin.process()).isPresent();
    assertThat(plugin.process().get().pid()).contains(1L);
    assertThat(plugin.hooks()).contains(HookName.ON_ACTIVATE);
    eventually(
        () ->
            assertThat(rig.journal.entries())
                .containsExactly(
                    "host opens com.example.hello 1.0.0",
                    "endpoint of com.example.hello is open",
                    "process of com.example.hello is up",
                    "com.example.hello onConfigurationChange",
                    "com.example.hello onActivate",
                    "com.example.hello 1.0.0 is published",
                    "com.example.hello onInstall"));
    assertThat(rig.dispatch.handlersOf(HookName.MESSAGE_HAS_BEEN_POSTED)).containsExactly(ID);
  }

  @Test
  void aPluginStopsInReverseOrder() {
    rig.installAndEnable(ID, "1.0.0");
    eventually(() -> assertThat(rig.journal.entries()).contains("com.example.hello onInstall"));
    rig.journal.clear();

    ManagedPlugin plugin = get(rig.plugins.disable(ID));

    assertThat(plugin.state()).isEqualTo(PluginState.DISABLED);
    assertThat(plugin.enabled()).isFalse();
    assertThat(rig.journal.entries())
        .containsExactly(
            "com.example.hello is withdrawn",
            "com.example.hello onDeactivate",
            "process of com.example.hello is gone",
            "endpoint of com.example.hello is closed",
            "host releases com.example.hello 1.0.0");
    assertThat(rig.dispatch.handlersOf(HookName.MESSAGE_HAS_BEEN_POSTED)).isEmpty();
  }

  @Test
  void aPluginThatRefusesToBeActivatedHasFailedWithItsOwnWords() {
    rig.refusals.put(
        "process 1 onActivate", AppError.of("no.licence", "no licence for this server", 400));
    rig.install(ID, "1.0.0");

    ManagementException failure = failure(rig.plugins.enable(ID));

    assertThat(failure.problem()).isEqualTo(Problem.START_FAILED);
    assertThat(failure)
        .hasMessage(
            "cannot start plugin " + ID + ": OnActivate failed: no licence for this server");
    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.FAILED);
    assertThat(rig.plugin(ID).reason()).isEqualTo(failure.getMessage());
    assertThat(rig.plugin(ID).lastLines()).containsExactly("last words of " + ID);
    assertThat(rig.journal.entries()).endsWith("host releases com.example.hello 1.0.0");
    assertThat(rig.services).isEmpty();
  }

  @Test
  void aPluginThatDoesNotTakeItsSettingsStartsAllTheSame() {
    rig.refusals.put("process 1 onConfigurationChange", AppError.of("bad", "bad settings", 400));

    assertThat(rig.installAndEnable(ID, "1.0.0").state()).isEqualTo(PluginState.RUNNING);
  }

  @Test
  void aCrashedPluginIsWithdrawnAtOnceAndBackAfterItsRestart() {
    rig.installAndEnable(ID, "1.0.0");

    rig.supervisor.plugin(ID).crash();
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.BACKING_OFF));
    assertThat(rig.plugin(ID).reason()).contains("exit code 1");
    eventually(
        () ->
            assertThat(rig.logs.recent(ID, 1))
                .singleElement()
                .satisfies(
                    entry -> {
                      assertThat(entry.source()).isEqualTo("krait");
                      assertThat(entry.message()).contains("RUNNING -> BACKING_OFF", "exit code 1");
                    }));
    assertThat(rig.services).isEmpty();
    assertThat(rig.dispatch.handlersOf(HookName.MESSAGE_HAS_BEEN_POSTED)).isEmpty();

    rig.supervisor.plugin(ID).comeBack();
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING));
    assertThat(rig.plugin(ID).restarts()).isEqualTo(1);
    assertThat(rig.services).containsKey(ID);
  }

  @Test
  void aPluginThatHasFailedForGoodWaitsForAnAdministrator() {
    rig.installAndEnable(ID, "1.0.0");
    rig.supervisor.plugin(ID).crash();
    rig.supervisor.plugin(ID).giveUp();
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.FAILED));
    assertThat(rig.journal.entries()).endsWith("host releases com.example.hello 1.0.0");

    assertThat(get(rig.plugins.restart(ID)).state()).isEqualTo(PluginState.RUNNING);
    assertThat(rig.plugin(ID).restarts()).isZero();
  }

  @Test
  void aStartThatTakesLongIsBrokenOffWhenThePluginIsDisabled() {
    CompletableFuture<Void> never = new CompletableFuture<>();
    rig.supervisor.gate = never;
    rig.install(ID, "1.0.0");
    CompletableFuture<ManagedPlugin> start = rig.plugins.enable(ID);
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.STARTING));
    eventually(() -> assertThat(rig.supervisor.plugin(ID)).isNotNull());

    ManagedPlugin plugin = get(rig.plugins.disable(ID));

    assertThat(plugin.state()).isEqualTo(PluginState.DISABLED);
    assertThat(failure(start)).hasMessageContaining("stopped while it started");
    assertThat(rig.journal.entries()).endsWith("host releases com.example.hello 1.0.0");
  }

  @Test
  void progressOfAStartIsTheReason() {
    rig.supervisor.gate = new CompletableFuture<>();
    rig.install(ID, "1.0.0");
    CompletableFuture<ManagedPlugin> start = rig.plugins.enable(ID);
    eventually(() -> assertThat(rig.supervisor.plugin(ID)).isNotNull());

    rig.supervisor.plugin(ID).progress("its environment is made");

    eventually(() -> assertThat(rig.plugin(ID).reason()).isEqualTo("its environment is made"));
    rig.supervisor.gate.complete(null);
    assertThat(get(start).reason()).isEmpty();
  }

  @Test
  void aStopWaitsForRunningHooks() throws Exception {
    rig.installAndEnable(ID, "1.0.0");
    rig.posting = new CompletableFuture<>();
    CompletableFuture<Void> told =
        rig.dispatch.async().messageHasBeenPosted(null, null).toCompletableFuture();
    eventually(() -> assertThat(rig.journal.entries()).contains(ID + " messageHasBeenPosted"));

    CompletableFuture<ManagedPlugin> stop = rig.plugins.disable(ID);
    eventually(() -> assertThat(rig.journal.entries()).contains(ID + " is withdrawn"));
    assertThat(rig.journal.entries()).doesNotContain(ID + " onDeactivate");
    rig.posting.complete(null);

    assertThat(get(stop).state()).isEqualTo(PluginState.DISABLED);
    assertThat(told).succeedsWithin(Duration.ofSeconds(30));
    assertThat(rig.journal.entries()).contains(ID + " onDeactivate");
  }

  @Test
  void aStopWaitsForHttpRequestsWhileNewOnesFindNoPlugin() {
    rig.installAndEnable(ID, "1.0.0");
    CompletableFuture<List<ServeHttpResponse>> answer = request();

    CompletableFuture<ManagedPlugin> stop = rig.plugins.disable(ID);
    eventually(() -> assertThat(rig.journal.entries()).contains(ID + " is withdrawn"));
    assertThat(rig.dispatch.async(ID)).isEmpty();
    rig.answers.submit(ServeHttpResponse.builder().bodyChunk(Bytes.utf8("late")).build());
    assertThat(rig.journal.entries()).doesNotContain(ID + " onDeactivate");
    rig.answers.close();

    assertThat(get(stop).state()).isEqualTo(PluginState.DISABLED);
    assertThat(answer)
        .succeedsWithin(Duration.ofSeconds(30))
        .satisfies(all -> assertThat(all).hasSize(1));
  }

  @Test
  void aStopCutsStreamsThatDoNotEnd() {
    rig.installAndEnable(ID, "1.0.0");
    CompletableFuture<List<ServeHttpResponse>> events = request();

    CompletableFuture<ManagedPlugin> stop = rig.plugins.disable(ID);

    assertThat(get(stop).state()).isEqualTo(PluginState.DISABLED);
    assertThat(events)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isInstanceOfSatisfying(
            AppError.class,
            error -> {
              assertThat(error.id()).isEqualTo(HookDispatcher.STOPPED);
              assertThat(error.statusCode()).isEqualTo(503);
              assertThat(error.message()).isEqualTo("plugin %s was stopped meanwhile", ID);
            });
    assertThat(rig.answers.hasSubscribers()).isFalse();
    assertThat(rig.journal.entries()).contains(ID + " onDeactivate");
  }

  @Test
  void aStreamThatIsNotSubscribedToBeforeItsPluginStopsIsCutAtOnce() {
    rig.installAndEnable(ID, "1.0.0");
    var late = rig.dispatch.async(ID).orElseThrow().serveHttp(nothing -> {});
    get(rig.plugins.disable(ID));

    assertThat(Collected.of(late))
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining("plugin %s was stopped meanwhile".formatted(ID));
    assertThat(rig.answers.hasSubscribers()).isFalse();
  }

  private CompletableFuture<List<ServeHttpResponse>> request() {
    return Collected.of(rig.dispatch.async(ID).orElseThrow().serveHttp(nothing -> {}));
  }

  @Test
  void aPluginIsDebuggedFromItsNextStartOn() {
    rig.installAndEnable(ID, "1.0.0");
    rig.choices.changeFromOutside(ID, choice -> choice.withDebugPort(5678));
    assertThat(rig.plugins.find(ID).orElseThrow().debugging()).isFalse();

    assertThat(get(rig.plugins.restart(ID)).debugging()).isTrue();

    var description = rig.supervisor.plugin(ID).description;
    assertThat(description.debugPort()).contains(5678);
    assertThat(description.hookTimeout()).isGreaterThan(Duration.ofDays(1));
    assertThat(rig.logs.recent(ID, 10))
        .extracting(PluginLogs.Entry::level, PluginLogs.Entry::message)
        .containsOnlyOnce(
            tuple(
                Level.WARNING,
                "plugin com.example.hello is in debug mode: it has no deadlines, its health is not"
                    + " looked after, and who waits for it waits for as long as it stands still;"
                    + " set debug of io.krait.plugin~com.example.hello to false and restart it to"
                    + " end that"));
    assertThat(get(rig.plugins.disable(ID)).debugging()).isFalse();
  }

  @Test
  void thePluginIsToldWhoItIsAndWhereTheApiIs() {
    rig.installAndEnable(ID, "1.0.0");

    var description = rig.supervisor.plugin(ID).description;

    assertThat(description.id()).isEqualTo(ID);
    assertThat(description.script()).isEqualTo("plugin.py");
    assertThat(description.apiTarget()).contains("unix:/nowhere/" + ID);
    assertThat(description.apiToken()).contains("secret");
    assertThat(description.hookTimeout()).isEqualTo(Duration.ofSeconds(30));
  }
}
