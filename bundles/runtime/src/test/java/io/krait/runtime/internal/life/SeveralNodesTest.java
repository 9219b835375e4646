package io.krait.runtime.internal.life;

import static io.krait.api.testing.Eventually.eventually;
import static io.krait.runtime.internal.life.LifeRig.ID;
import static io.krait.runtime.internal.life.LifeRig.archive;
import static io.krait.runtime.internal.life.LifeRig.failure;
import static io.krait.runtime.internal.life.LifeRig.get;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.HookName;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginState;
import io.krait.runtime.internal.cluster.ClusterSettings;
import io.krait.runtime.internal.life.Choices.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralNodesTest {

  private static final ClusterSettings ROLLING =
      new ClusterSettings(true, false, Duration.ofHours(1));
  private static final ClusterSettings CAREFUL =
      new ClusterSettings(true, true, Duration.ofHours(1));
  private static final ClusterSettings LOOKING =
      new ClusterSettings(true, false, Duration.ofMillis(50));

  @TempDir Path folder;
  private final MemoryCluster cluster = new MemoryCluster();
  private final List<LifeRig> started = new ArrayList<>();
  private LifeRig one;
  private LifeRig two;

  @BeforeEach
  void start() throws Exception {
    one = node("one", ROLLING);
    two = node("two", ROLLING);
  }

  private LifeRig node(String name, ClusterSettings settings) throws Exception {
    return node(name, settings, Choice.NONE);
  }

  private LifeRig node(String name, ClusterSettings settings, Choice before) throws Exception {
    LifeRig rig = new LifeRig(Files.createDirectories(folder.resolve(name)), settings);
    rig.choices.change(ID, nothing -> before);
    rig.plugins.begin();
    rig.membership.hears(cluster.node(name));
    rig.membership.takesTurns(cluster);
    rig.membership.shares(cluster);
    rig.membership.begin();
    rig.surroundings(rig.complete());
    started.add(rig);
    return rig;
  }

  private void stop(LifeRig rig, String name) throws Exception {
    started.remove(rig);
    cluster.leave(name);
    rig.close();
  }

  @AfterEach
  void end() throws Exception {
    for (LifeRig rig : started) {
      rig.close();
    }
    cluster.close();
  }

  private static void runs(LifeRig rig, String version) {
    eventually(
        () -> {
          assertThat(rig.node.find(ID)).isPresent();
          assertThat(rig.node.find(ID).orElseThrow().version()).isEqualTo(version);
          assertThat(rig.node.find(ID).orElseThrow().state()).isEqualTo(PluginState.RUNNING);
        });
  }

  private static void install(LifeRig rig, String version) {
    get(rig.node.install(archive(ID, version), true, "ann"));
  }

  private void runEverywhere(String version) {
    install(one, version);
    get(one.node.enable(ID));
    started.forEach(rig -> runs(rig, version));
  }

  @Test
  void aNodeByItselfHasNoThreadsForOthers() throws Exception {
    LifeRig alone = new LifeRig(Files.createDirectories(folder.resolve("alone")), LOOKING);
    started.add(alone);
    alone.plugins.begin();
    alone.membership.begin();

    // The one thread of the timer comes to this after it has looked.
    CountDownLatch looks = new CountDownLatch(3);
    var ticks =
        alone.timer.scheduleWithFixedDelay(
            looks::countDown, LOOKING.poll().toMillis(), LOOKING.poll().toMillis(), MILLISECONDS);

    assertThat(looks.await(10, SECONDS)).isTrue();
    assertThat(alone.threadsForOthers).hasValue(0);
    ticks.cancel(true);
  }

  @Test
  void whatIsInstalledAndEnabledOnOneNodeRunsOnAll() {
    runEverywhere("1.0.0");

    get(two.node.disable(ID));
    eventually(() -> assertThat(one.plugin(ID).state()).isEqualTo(PluginState.DISABLED));
  }

  @Test
  void aPluginIsToldOnceThatItWasInstalledWhicheverNodeItRunsOnFirst() {
    install(one, "1.0.0");
    eventually(() -> assertThat(two.plugins.find(ID)).isPresent());
    get(two.node.enable(ID));
    started.forEach(rig -> runs(rig, "1.0.0"));
    install(two, "2.0.0");
    started.forEach(rig -> runs(rig, "2.0.0"));

    eventually(
        () ->
            assertThat(
                    started.stream()
                        .mapToInt(
                            rig -> Collections.frequency(rig.journal.entries(), ID + " onInstall"))
                        .sum())
                .isEqualTo(2));
  }

  @Test
  void settingsReachEachNodeAndItsPluginIsToldOnce() throws Exception {
    runEverywhere("1.0.0");
    started.forEach(rig -> rig.journal.clear());

    two.node.saveSettings(ID, Map.of("greeting", "good day"));

    for (LifeRig rig : started) {
      eventually(
          () -> assertThat(rig.hosted.get(ID).settings()).containsEntry("greeting", "good day"));
      eventually(
          () -> assertThat(rig.journal.entries()).containsOnlyOnce(ID + " onConfigurationChange"));
    }
    // What the plugin saves itself goes for all as well.
    one.hosted.get(ID).saveSettings(Map.of("greeting", "hi"));
    eventually(() -> assertThat(two.choices.of(ID).settings()).containsEntry("greeting", "hi"));
    started.forEach(rig -> eventually(() -> assertThat(rig.journal.entries()).hasSize(2)));
  }

  @Test
  void aChangeOfTheConfigurationOnOneNodeReachesTheOthers() {
    runEverywhere("1.0.0");

    one.choices.changeFromOutside(
        ID, choice -> choice.withEnabled(false).withSettings(Map.of("times", 3)));

    eventually(() -> assertThat(two.plugin(ID).state()).isEqualTo(PluginState.DISABLED));
    eventually(() -> assertThat(two.choices.of(ID).settings()).containsEntry("times", 3));
  }

  @Test
  void whatIsRemovedIsRemovedEverywhereWithItsArchive() {
    runEverywhere("1.0.0");

    get(two.node.remove(ID));

    eventually(() -> assertThat(one.node.list()).isEmpty());
    assertThat(two.node.list()).isEmpty();
    assertThat(cluster.archives).isEmpty();
    assertThat(folder.resolve("one").resolve(ID)).doesNotExist();
    assertThat(get(two.node.install(archive(ID, "1.0.0"), false)).enabled()).isFalse();
  }

  @Test
  void aNodeThatWasAwayHasAllBeforeItsPluginsRun() throws Exception {
    runEverywhere("1.0.0");
    stop(two, "two");
    install(one, "2.0.0");
    one.node.saveSettings(ID, Map.of("greeting", "new"));
    get(one.node.install(archive("com.example.other", "1.0.0"), false));
    get(one.node.enable("com.example.other"));

    two = node("two", ROLLING);

    runs(two, "2.0.0");
    eventually(
        () -> assertThat(two.plugin("com.example.other").state()).isEqualTo(PluginState.RUNNING));
    assertThat(two.hosted.get(ID).settings()).containsEntry("greeting", "new");
    assertThat(two.journal.entries())
        .noneMatch(entry -> entry.contains("1.0.0 is published") && entry.startsWith(ID));
    assertThat(two.journal.entries()).doesNotContain(ID + " onInstall");
  }

  @Test
  void aNodeThatWasNotToldLooksForItself() throws Exception {
    LifeRig looking = new LifeRig(Files.createDirectories(folder.resolve("deaf")), LOOKING);
    started.add(looking);
    looking.plugins.begin();
    looking.membership.shares(cluster);
    looking.membership.begin();
    looking.surroundings(looking.complete());

    runEverywhere("1.0.0");
  }

  @Test
  void aNewNodeKnowsWhatAPluginGuardsBeforeThatHasEverRunThere() throws Exception {
    started.forEach(rig -> rig.supervisor.hooks = Set.of(HookName.MESSAGE_WILL_BE_POSTED));
    runEverywhere("1.0.0");
    eventually(() -> assertThat(cluster.plugins.get(ID).details()).contains("MessageWillBePosted"));

    LifeRig three = new LifeRig(Files.createDirectories(folder.resolve("three")), ROLLING);
    started.add(three);
    three.plugins.begin();
    three.membership.shares(cluster);
    three.membership.begin();

    eventually(() -> assertThat(three.plugins.find(ID)).isPresent());
    assertThat(three.choices.of(ID).hooks()).contains(Set.of(HookName.MESSAGE_WILL_BE_POSTED));
  }

  @Test
  void eachNodeTellsHowThePluginIsOnAll() {
    two.supervisor.broken.add("1.0.0");
    install(one, "1.0.0");
    get(one.node.enable(ID));

    for (LifeRig rig : started) {
      eventually(
          () ->
              assertThat(rig.node.nodes())
                  .extracting(NodePlugin::nodeId, NodePlugin::version, NodePlugin::state)
                  .containsExactly(
                      org.assertj.core.groups.Tuple.tuple("one", "1.0.0", PluginState.RUNNING),
                      org.assertj.core.groups.Tuple.tuple("two", "1.0.0", PluginState.FAILED)));
    }
    assertThat(one.node.nodes().get(1).reason()).contains("exit code 3");
    cluster.leave("two");
    assertThat(one.node.nodes()).hasSize(1);
  }

  @Test
  void aNodeThatCannotHaveAVersionSaysSoAndTheOthersGoOn() {
    runEverywhere("1.0.0");
    two.supervisor.broken.add("2.0.0");

    install(one, "2.0.0");

    runs(one, "2.0.0");
    eventually(
        () ->
            assertThat(one.node.nodes())
                .filteredOn(plugin -> plugin.nodeId().equals("two"))
                .singleElement()
                .satisfies(
                    plugin -> {
                      assertThat(plugin.version()).isEqualTo("1.0.0");
                      assertThat(plugin.state()).isEqualTo(PluginState.RUNNING);
                      assertThat(plugin.reason())
                          .contains("version 2.0.0 cannot be had on this node")
                          .contains("exit code 3");
                    }));
    two.supervisor.broken.clear();
    install(one, "3.0.0");
    started.forEach(rig -> runs(rig, "3.0.0"));
    eventually(() -> assertThat(two.node.find(ID).orElseThrow().reason()).isEmpty());
  }

  @Test
  void aVersionThatDidNotStartIsTriedAgain() throws Exception {
    LifeRig three = node("three", LOOKING);
    runEverywhere("1.0.0");
    three.supervisor.brokenOnce.add("2.0.0");

    install(one, "2.0.0");

    runs(three, "2.0.0");
    assertThat(three.supervisor.brokenOnce).isEmpty();
  }

  @Test
  void anArchiveThatIsAnotherThanItShouldBeIsNotUsed() throws Exception {
    LifeRig three = new LifeRig(Files.createDirectories(folder.resolve("three")), LOOKING);
    install(one, "1.0.0");
    byte[] right = cluster.archives.values().iterator().next();
    String hash = cluster.archives.keySet().iterator().next();
    byte[] wrong = right.clone();
    wrong[wrong.length / 2] ^= 1;
    cluster.archives.put(hash, wrong);
    get(one.node.install(archive("com.example.other", "1.0.0"), false));
    get(one.node.enable("com.example.other"));
    started.add(three);
    three.plugins.begin();
    three.membership.hears(cluster.node("three"));
    three.membership.shares(cluster);
    three.membership.begin();
    three.surroundings(three.complete());

    eventually(
        () ->
            assertThat(one.node.nodes())
                .filteredOn(plugin -> plugin.nodeId().equals("three"))
                .filteredOn(plugin -> plugin.pluginId().equals(ID))
                .singleElement()
                .satisfies(
                    plugin ->
                        assertThat(plugin.reason()).contains("should have the SHA-256 " + hash)));
    assertThat(three.plugins.find(ID)).isEmpty();
    assertThat(folder.resolve("three").resolve(ID)).doesNotExist();
    eventually(
        () -> assertThat(three.plugin("com.example.other").state()).isEqualTo(PluginState.RUNNING));

    cluster.archives.put(hash, right);
    eventually(() -> assertThat(three.plugins.find(ID)).isPresent());
  }

  @Test
  void nodesUpdateOneAfterTheOther() throws Exception {
    LifeRig three = node("three", ROLLING);
    runEverywhere("1.0.0");
    cluster.leases.clear();
    CompletableFuture<Void> gate = new CompletableFuture<>();
    two.supervisor.gate = gate;
    three.supervisor.gate = gate;

    install(one, "2.0.0");

    eventually(() -> assertThat(cluster.leases).hasSize(2));
    gate.complete(null);
    started.forEach(rig -> runs(rig, "2.0.0"));
    assertThat(cluster.leases).hasSize(3).containsOnly("runtime/plugin/" + ID);
  }

  @Test
  void noFurtherNodeTakesAVersionThatHasFailedWhereThatIsWanted() throws Exception {
    stop(one, "one");
    stop(two, "two");
    one = node("one", CAREFUL);
    two = node("two", CAREFUL);
    LifeRig three = node("three", CAREFUL);
    runEverywhere("1.0.0");
    two.supervisor.broken.add("2.0.0");
    three.supervisor.broken.add("2.0.0");

    install(one, "2.0.0");

    eventually(
        () ->
            assertThat(one.node.nodes())
                .extracting(NodePlugin::version)
                .containsExactly("2.0.0", "1.0.0", "1.0.0"));
    eventually(
        () ->
            assertThat(one.node.nodes())
                .filteredOn(plugin -> plugin.reason().contains("as it has failed elsewhere"))
                .hasSize(1));
    eventually(
        () ->
            assertThat(one.node.nodes())
                .filteredOn(plugin -> plugin.reason().contains("cannot be had on this node"))
                .hasSize(1));
  }

  @Test
  void aVersionThatFailsWhereItIsInstalledReachesNoOtherNode() {
    runEverywhere("1.0.0");
    one.supervisor.broken.add("2.0.0");

    assertThat(failure(one.node.install(archive(ID, "2.0.0"), true)).problem())
        .isEqualTo(Problem.START_FAILED);

    runs(one, "1.0.0");
    runs(two, "1.0.0");
    assertThat(cluster.plugins.get(ID).version()).isEqualTo("1.0.0");
    assertThat(cluster.archives).hasSize(1);
  }

  @Test
  void whileWhatNodesShareIsAwayNothingIsChangedAndPluginsGoOn() throws Exception {
    runEverywhere("1.0.0");
    cluster.away = true;

    assertThat(failure(one.node.disable(ID)).problem()).isEqualTo(Problem.SYSTEM);
    assertThat(failure(one.node.remove(ID)).problem()).isEqualTo(Problem.SYSTEM);
    assertThat(failure(one.node.install(archive(ID, "2.0.0"), true)).getMessage())
        .contains("the database is away");
    assertThatThrownBy(() -> one.node.saveSettings(ID, Map.of("times", 3)))
        .hasMessageContaining("the database is away");
    started.forEach(rig -> runs(rig, "1.0.0"));
    assertThat(one.node.settings(ID)).doesNotContainKey("times");

    cluster.away = false;
    install(one, "2.0.0");
    started.forEach(rig -> runs(rig, "2.0.0"));
  }

  @Test
  void pluginsWaitWhileItIsNotKnownWhatTheOthersHave() throws Exception {
    runEverywhere("1.0.0");
    stop(two, "two");
    cluster.away = true;
    two = node("two", ROLLING, Choice.NONE.withEnabled(true));

    assertThat(two.plugin(ID).state()).isEqualTo(PluginState.WAITING);
    assertThat(two.plugin(ID).reason()).contains("has what the others have");

    cluster.away = false;
    runs(two, "1.0.0");
  }

  @Test
  void aPluginThatWasPutInPlaceByHandIsEachNodesOwn() throws Exception {
    one.putInPlace("by-hand", LifeRig.MANIFEST.formatted(ID, "1.0.0"));
    get(one.node.rescan());
    get(one.node.enable(ID));

    runs(one, "1.0.0");
    assertThat(two.node.list()).isEmpty();
    get(one.node.remove(ID));
    assertThat(one.node.list()).isEmpty();
  }
}
