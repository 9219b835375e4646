package io.krait.runtime.internal.life;

import static io.krait.api.testing.Eventually.eventually;
import static io.krait.runtime.internal.life.LifeRig.ID;
import static io.krait.runtime.internal.life.LifeRig.archive;
import static io.krait.runtime.internal.life.LifeRig.failure;
import static io.krait.runtime.internal.life.LifeRig.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginEvents;
import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginState;
import io.krait.supervisor.OutputRecord;
import java.io.ByteArrayInputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginManagerTest {

  private static final String OTHER = "com.example.other";

  @TempDir Path folder;
  @AutoClose private LifeRig rig;

  @BeforeEach
  void begin() throws Exception {
    rig = LifeRig.begun(folder);
  }

  @Test
  void anInstalledPluginIsNotReplacedUnasked() {
    rig.install(ID, "1.0.0");

    ManagementException failure = failure(rig.plugins.install(archive(ID, "2.0.0"), false));

    assertThat(failure.problem()).isEqualTo(Problem.CONFLICT);
    assertThat(rig.plugin(ID).version()).isEqualTo("1.0.0");
  }

  @Test
  void whatIsNoArchiveIsInvalid() {
    ManagementException failure =
        failure(rig.plugins.install(new ByteArrayInputStream(new byte[] {1, 2, 3}), true));

    assertThat(failure.problem()).isEqualTo(Problem.INVALID);
    assertThat(rig.plugins.list()).isEmpty();
  }

  @Test
  void aRemovedPluginKeepsItsSettingsAndIsDisabledWhenItIsBack() throws Exception {
    rig.installAndEnable(ID, "1.0.0");
    rig.plugins.saveSettings(ID, Map.of("greeting", "good day"));

    ManagedPlugin last = get(rig.plugins.remove(ID));

    assertThat(last.state()).isEqualTo(PluginState.DISABLED);
    assertThat(rig.plugins.list()).isEmpty();
    assertThat(folder.resolve(ID)).doesNotExist();
    assertThat(failure(rig.plugins.enable(ID)).problem()).isEqualTo(Problem.UNKNOWN_PLUGIN);
    assertThat(rig.install(ID, "1.0.0").state()).isEqualTo(PluginState.DISABLED);
    assertThat(rig.plugins.settings(ID)).containsEntry("greeting", "good day");
  }

  @Test
  void pluginsWaitForTheHostAndStopWhenItGoes() {
    rig.installAndEnable(ID, "1.0.0");
    rig.install(OTHER, "1.0.0");
    Surroundings complete = rig.complete();
    rig.surroundings(complete);
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING));
    rig.journal.clear();

    rig.surroundings(new Surroundings(null, complete.apiServer(), complete.supervisor()));

    assertThat(rig.journal.entries()).endsWith("host releases " + ID + " 1.0.0");
    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.WAITING);
    assertThat(rig.plugin(ID).reason()).contains("PluginApiProvider");
    assertThat(rig.plugin(OTHER).state()).isEqualTo(PluginState.DISABLED);

    rig.surroundings(complete);
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING));
    assertThat(rig.plugin(OTHER).state()).isEqualTo(PluginState.DISABLED);
  }

  @Test
  void aPluginThatIsEnabledWithoutAHostWaitsForOne() {
    rig.surroundings(Surroundings.NONE);
    rig.install(ID, "1.0.0");

    ManagedPlugin plugin = get(rig.plugins.enable(ID));

    assertThat(plugin.state()).isEqualTo(PluginState.WAITING);
    assertThat(plugin.enabled()).isTrue();
    rig.surroundings(rig.complete());
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING));
  }

  @Test
  void aHostThatGoesWhileAPluginStartsDoesNotWaitForIt() {
    rig.supervisor.gate = new CompletableFuture<>();
    rig.install(ID, "1.0.0");
    CompletableFuture<ManagedPlugin> start = rig.plugins.enable(ID);
    eventually(() -> assertThat(rig.supervisor.plugin(ID)).isNotNull());

    rig.surroundings(Surroundings.NONE);

    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.WAITING);
    assertThat(failure(start).problem()).isEqualTo(Problem.START_FAILED);
    rig.supervisor.gate = CompletableFuture.completedFuture(null);
    rig.surroundings(rig.complete());
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING));
  }

  @Test
  void theFirstCauseOfAnEndIsTheOneThatIsTold() {
    rig.installAndEnable(ID, "1.0.0");

    get(rig.plugins.close("the server stops"));
    rig.surroundings(Surroundings.NONE);
    get(rig.plugins.close("the runtime stops"));

    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.WAITING);
    assertThat(rig.plugin(ID).reason()).isEqualTo("the server stops");
  }

  @Test
  void enabledPluginsStartWithTheManager() throws Exception {
    rig.close();
    LifeRig second = new LifeRig(folder);
    second.putInPlace("hello", LifeRig.MANIFEST.formatted(ID, "1.0.0"));
    second.putInPlace("other", LifeRig.MANIFEST.formatted(OTHER, "1.0.0"));
    second.choices.change(ID, choice -> choice.withEnabled(true));
    second.plugins.begin();
    second.surroundings(second.complete());

    eventually(() -> assertThat(second.plugin(ID).state()).isEqualTo(PluginState.RUNNING));
    assertThat(second.plugin(OTHER).state()).isEqualTo(PluginState.DISABLED);
    rig = second;
  }

  @Test
  void foldersThatAreNoPluginsDisturbNobody() {
    rig.putInPlace("bad", "{\"name\": \"no id\"}");
    rig.putInPlace("one", LifeRig.MANIFEST.formatted(OTHER, "1.0.0"));
    rig.putInPlace("two", LifeRig.MANIFEST.formatted(OTHER, "1.0.0"));
    rig.putInPlace("good", LifeRig.MANIFEST.formatted(ID, "1.0.0"));

    get(rig.plugins.rescan());

    assertThat(rig.plugins.list()).extracting(ManagedPlugin::id).containsExactly(ID);
    assertThat(get(rig.plugins.enable(ID)).state()).isEqualTo(PluginState.RUNNING);
  }

  @Test
  void anotherLookTakesInWhatIsNewAndStopsWhatIsGone() throws Exception {
    rig.putInPlace("hello", LifeRig.MANIFEST.formatted(ID, "1.0.0"));
    get(rig.plugins.rescan());
    get(rig.plugins.enable(ID));

    Files.delete(folder.resolve("hello/plugin.json"));
    get(rig.plugins.rescan());

    assertThat(rig.plugins.list()).isEmpty();
    assertThat(rig.journal.entries()).endsWith("host releases " + ID + " 1.0.0");
    assertThat(rig.services).isEmpty();
  }

  @Test
  void aPluginThatIsNotPythonIsNotStarted() {
    rig.putInPlace(
        "go",
        """
        {"id": "%s", "name": "Go", "server": {"executable": "plugin.exe"}}\
        """
            .formatted(ID));
    get(rig.plugins.rescan());

    assertThat(failure(rig.plugins.enable(ID))).hasMessageContaining("not written in Python");
    assertThat(rig.journal.entries()).isEmpty();
  }

  @Test
  void aPluginThatNeedsANewerServerIsNotStarted() {
    rig.putInPlace(
        "new",
        """
        {"id": "%s", "name": "New", "min_server_version": "11.2.0",
         "server": {"runtime": "python", "executable": "plugin.py"}}\
        """
            .formatted(ID));
    get(rig.plugins.rescan());
    rig.serverVersion = "11.1.9";
    assertThat(failure(rig.plugins.enable(ID)))
        .hasMessageContaining("requires server version 11.2.0")
        .hasMessageContaining("11.1.9");
    assertThat(rig.journal.entries()).endsWith("host releases " + ID + " ");

    rig.serverVersion = "11.2.0";
    assertThat(get(rig.plugins.enable(ID)).state()).isEqualTo(PluginState.RUNNING);
    get(rig.plugins.disable(ID));

    rig.serverVersion = "";
    assertThat(get(rig.plugins.enable(ID)).state()).isEqualTo(PluginState.RUNNING);
  }

  @Test
  void settingsHaveDefaultsAndAreChecked() throws Exception {
    rig.install(ID, "1.0.0");

    assertThat(rig.plugins.settings(ID)).isEqualTo(Map.of("greeting", "hello"));
    rig.plugins.saveSettings(ID, Map.of("Times", 3, "Tone", "low", "own", List.of(1, 2)));
    assertThat(rig.plugins.settings(ID))
        .isEqualTo(Map.of("greeting", "hello", "times", 3, "tone", "low", "own", List.of(1, 2)));

    for (Map<String, Object> bad :
        List.<Map<String, Object>>of(
            Map.of("times", "many"),
            Map.of("loud", "yes"),
            Map.of("tone", "middle"),
            Map.of("greeting", 1),
            Map.of("own", new Object()))) {
      String key = bad.keySet().iterator().next();
      assertThatThrownBy(() -> rig.plugins.saveSettings(ID, bad))
          .isInstanceOf(ManagementException.class)
          .hasMessageContaining(ID)
          .hasMessageContaining(key);
    }
    assertThat(rig.plugins.settings(ID)).containsEntry("times", 3);
  }

  @Test
  void aKeyThatIsThereTwiceHasTheValueThatIsNew() throws Exception {
    rig.installAndEnable(ID, "1.0.0");
    rig.plugins.saveSettings(ID, Map.of("greeting", "hi", "times", 3));

    // As a plugin does that changes what it was given, by another spelling of a key.
    rig.hosted
        .get(ID)
        .saveSettings(Map.of("greeting", "hi", "Greeting", "hey", "Times", 3.0, "times", 4.0));

    assertThat(rig.hosted.get(ID).savedSettings())
        .isEqualTo(Map.of("greeting", "hey", "times", 4.0));
    assertThatThrownBy(
            () -> rig.plugins.saveSettings(ID, Map.of("Greeting", "one", "GREETING", "two")))
        .hasMessageContaining("greeting is there twice with different values");
  }

  @Test
  void aPluginGetsWhatWasSavedWithoutDefaults() throws Exception {
    rig.installAndEnable(ID, "1.0.0");

    assertThat(rig.hosted.get(ID).savedSettings()).isEmpty();
    assertThat(rig.hosted.get(ID).settings()).isEqualTo(Map.of("greeting", "hello"));
  }

  @Test
  void whoeverSavesSettingsHearsWhyThePluginDoesNotTakeThem() throws Exception {
    rig.installAndEnable(ID, "1.0.0");
    rig.refusals.put("process 1 onConfigurationChange", AppError.of("bad", "no such channel", 400));

    assertThat(rig.plugins.applySettings(ID, Map.of("greeting", "hi")).toCompletableFuture())
        .succeedsWithin(Duration.ofMinutes(1))
        .isEqualTo(Optional.of("no such channel"));
    assertThat(rig.plugins.settings(ID)).containsEntry("greeting", "hi");
    assertThat(rig.logs.recent(ID, 10))
        .extracting(PluginLogs.Entry::message)
        .contains("plugin com.example.hello does not take its settings: no such channel");

    rig.refusals.clear();
    assertThat(rig.plugins.applySettings(ID, Map.of("greeting", "ho")).toCompletableFuture())
        .succeedsWithin(Duration.ofMinutes(1))
        .isEqualTo(Optional.empty());
  }

  @Test
  void settingsAreLookedAtWithoutBeingSaved() throws Exception {
    rig.installAndEnable(ID, "1.0.0");

    rig.plugins.checkSettings(ID, Map.of("greeting", "hi"));
    assertThatThrownBy(() -> rig.plugins.checkSettings(ID, Map.of("greeting", 1)))
        .hasMessageContaining("greeting must be a text");
    assertThat(rig.plugins.settings(ID)).containsEntry("greeting", "hello");
  }

  @Test
  void aRunningPluginIsToldOfItsSettingsWhoeverChangesThem() throws Exception {
    rig.installAndEnable(ID, "1.0.0");
    eventually(() -> assertThat(rig.journal.entries()).contains(ID + " onInstall"));
    rig.journal.clear();

    rig.plugins.saveSettings(ID, Map.of("greeting", "hi"));
    eventually(
        () -> assertThat(rig.journal.entries()).containsExactly(ID + " onConfigurationChange"));

    rig.hosted.get(ID).saveSettings(Map.of("greeting", "hey"));
    eventually(() -> assertThat(rig.journal.entries()).hasSize(2));
    assertThat(rig.hosted.get(ID).settings()).containsEntry("greeting", "hey");

    rig.choices.changeFromOutside(ID, choice -> choice.withSettings(Map.of("greeting", "ho")));
    eventually(() -> assertThat(rig.journal.entries()).hasSize(3));
    assertThat(rig.plugins.settings(ID)).containsEntry("greeting", "ho");

    rig.choices.changeFromOutside(ID, choice -> choice.withSettings(Map.of("times", "many")));
    assertThat(rig.plugins.settings(ID)).containsEntry("greeting", "ho");
    assertThatThrownBy(() -> rig.hosted.get(ID).saveSettings(Map.of("times", "many")))
        .isInstanceOfSatisfying(
            AppError.class, error -> assertThat(error.statusCode()).isEqualTo(400));
  }

  @Test
  void aPluginIsEnabledAndDisabledInConfigurationAdminToo() {
    rig.install(ID, "1.0.0");

    rig.choices.changeFromOutside(ID, choice -> choice.withEnabled(true));
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING));

    rig.choices.changeFromOutside(ID, choice -> choice.withEnabled(false));
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.DISABLED));
  }

  @Test
  void everyChangeOfStateIsAnEvent() {
    rig.installAndEnable(ID, "1.0.0");
    get(rig.plugins.disable(ID));

    assertThat(rig.events)
        .filteredOn(event -> event.get("topic").equals(PluginEvents.STATE_CHANGED))
        .allSatisfy(
            event ->
                assertThat(event)
                    .containsEntry(PluginEvents.PLUGIN_ID, ID)
                    .containsEntry(PluginEvents.PLUGIN_VERSION, "1.0.0")
                    .containsKey(PluginEvents.REASON))
        .extracting(event -> event.get(PluginEvents.STATE))
        .containsExactly("STARTING", "RUNNING", "STOPPING", "DISABLED");
    assertThat(rig.events.get(0)).containsEntry("topic", PluginEvents.INSTALLED);
  }

  @Test
  void whatAPluginPrintsIsKeptAndPassedOn() throws Exception {
    rig.installAndEnable(ID, "1.0.0");
    BlockingQueue<PluginLogs.Entry> heard = new LinkedBlockingQueue<>();
    PluginLogs.Following following = rig.logs.follow(ID, heard::add);

    for (int i = 0; i < 900; i++) {
      rig.supervisor
          .plugin(ID)
          .print(new OutputRecord(Level.WARNING, "ears", "line " + i, Map.of("a", "b")));
    }
    following.close();
    rig.supervisor.plugin(ID).print(new OutputRecord(Level.INFO, "", "the end", Map.of()));

    assertThat(heard).hasSize(900);
    assertThat(heard.peek().level()).isEqualTo(Level.WARNING);
    assertThat(heard.peek().source()).isEqualTo("ears");
    assertThat(rig.logs.recent(ID, 2))
        .extracting(PluginLogs.Entry::message)
        .containsExactly("line 899", "the end");
    assertThat(rig.logs.recent(OTHER, 10)).isEmpty();
  }

  @Test
  void requestsForOnePluginAreDoneInTheirOrder() {
    rig.install(ID, "1.0.0");

    CompletableFuture<ManagedPlugin> first = rig.plugins.enable(ID);
    CompletableFuture<ManagedPlugin> second = rig.plugins.restart(ID);
    CompletableFuture<ManagedPlugin> third = rig.plugins.install(archive(ID, "2.0.0"), true);

    assertThat(get(third).version()).isEqualTo("2.0.0");
    assertThat(second).isDone();
    assertThat(first).isDone();
    assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING);
  }

  @Test
  void onePluginDoesNotWaitForAnother() {
    CompletableFuture<Void> never = new CompletableFuture<>();
    rig.supervisor.gate = never;
    rig.install(ID, "1.0.0");
    CompletableFuture<ManagedPlugin> stuck = rig.plugins.enable(ID);
    eventually(() -> assertThat(rig.supervisor.plugin(ID)).isNotNull());
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.STARTING));
    eventually(
        () ->
            assertThat(rig.supervisor.plugin(ID).status().state())
                .isEqualTo(io.krait.supervisor.SupervisionStatus.State.STARTING));
    rig.supervisor.gate = CompletableFuture.completedFuture(null);

    assertThat(rig.installAndEnable(OTHER, "1.0.0").state()).isEqualTo(PluginState.RUNNING);
    assertThat(stuck).isNotDone();
  }

  @Test
  void aDisabledPluginIsNotRestarted() {
    rig.install(ID, "1.0.0");

    assertThat(failure(rig.plugins.restart(ID)).problem()).isEqualTo(Problem.CONFLICT);
  }
}
