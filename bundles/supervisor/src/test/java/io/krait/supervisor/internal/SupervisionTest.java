package io.krait.supervisor.internal;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.protocol.Transport;
import io.krait.protocol.calls.AsyncRemotePluginHooks;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.convert.Disclosure;
import io.krait.supervisor.OutputRecord;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginDescription.DependencyMode;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.PluginStartException;
import io.krait.supervisor.SupervisionStatus;
import io.krait.supervisor.SupervisionStatus.State;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Transport.class)
class SupervisionTest {

  private static final Duration HALF_FIRST_BACK_OFF = Duration.ofSeconds(1);

  @AutoClose private SupervisorRig rig;
  private final ManualTimers timers = new ManualTimers();
  private final Recorder observer = new Recorder();
  @TempDir Path temporary;
  private PluginFolder folder;
  private Supervision plugin;
  private final Transport transport;

  SupervisionTest(Transport transport) {
    this.transport = transport;
  }

  @BeforeEach
  void createPlugin() {
    rig = new SupervisorRig(temporary.resolve("cache"));
    folder = new PluginFolder(temporary.resolve("plugin"));
    FakePlugin.install(folder);
    folder.file("plugin.py", transport == Transport.LANE ? "lane" : "");
    plugin = supervision(folder.plugin().build());
  }

  private Supervision supervision(PluginDescription description) {
    RandomGenerator noChance = () -> 0;
    return new Supervision(
        description,
        observer,
        rig.tools(timers, Duration.ofDays(1)),
        new ProcessTerminator(timers, rig.threads, Duration.ofSeconds(2), Duration.ofSeconds(5)),
        SupervisionRules.defaults(),
        noChance);
  }

  @Test
  void aPluginIsStartedAndStopped() {
    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);
    assertThat(plugin.status().state()).isEqualTo(State.RUNNING);
    assertThat(observer.connection.channel().transport()).isEqualTo(transport);
    ProcessFacts process = plugin.status().process().orElseThrow();
    assertThat(process.name()).isEqualTo(newest().name());
    assertThat(process.pid()).isEqualTo(newest().pid()).isPresent();
    assertThat(process.started()).isEqualTo(timers.now());
    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);

    assertThat(plugin.stop()).succeedsWithin(SupervisorRig.LONG);

    assertThat(newest().onExit()).isDone();
    assertThat(rig.processes).hasSize(1);
    assertThat(plugin.stop()).succeedsWithin(SupervisorRig.LONG);
    assertThat(observer.events)
        .containsExactly("STARTING", "opened", "RUNNING", "STOPPING", "closing", "STOPPED");
    assertThat(plugin.status().lastLines()).contains("a library says hello");
  }

  @Test
  void whatTheObserverRefusesHasFailedToStart() {
    observer.answer = CompletableFuture.failedFuture(new IllegalStateException("no licence"));

    assertThat(plugin.start())
        .failsWithin(SupervisorRig.LONG)
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(PluginStartException.class)
        .withMessage("cannot start plugin com.example.hello: no licence");

    assertThat(newest().onExit()).isDone();
    assertThat(plugin.status().state()).isEqualTo(State.FAILED);
    assertThat(plugin.status().reason()).endsWith("no licence");
    assertThat(observer.events).doesNotContain("RUNNING", "BACKING_OFF");
  }

  @Test
  void aPluginThatCannotBeStartedCanBeStartedOnceItIsMended() {
    folder.shell("venv/bin/python", "echo broken", "exit 1");
    assertThat(plugin.start()).failsWithin(SupervisorRig.LONG);
    assertThat(plugin.status().state()).isEqualTo(State.FAILED);
    FakePlugin.install(folder);

    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);
  }

  @Test
  void aCrashIsFoundAndThePluginIsRestartedAfterAPause() {
    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);

    newest().kill();
    awaitState(State.BACKING_OFF);
    assertThat(plugin.status().reason())
        .isEqualTo(
            "its process has ended with code 137 (signal 9); it is started again after a pause of"
                + " 1.0 s");
    assertThat(timers.all()).contains(HALF_FIRST_BACK_OFF);
    timers.advance(HALF_FIRST_BACK_OFF);
    awaitState(State.RUNNING);

    assertThat(rig.processes).hasSize(2);
    assertThat(observer.events)
        .containsExactly(
            "STARTING",
            "opened",
            "RUNNING",
            "lost",
            "BACKING_OFF",
            "STARTING",
            "opened",
            "RUNNING");
  }

  @Test
  void theThirdFailureWithinAnHourIsTheLast() {
    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);
    crashAndComeBack(HALF_FIRST_BACK_OFF);
    crashAndComeBack(HALF_FIRST_BACK_OFF.multipliedBy(2));

    newest().kill();
    awaitState(State.FAILED);

    assertThat(plugin.status().reason())
        .isEqualTo(
            "it has failed 3 times within 60 minutes, the last time because its process has ended"
                + " with code 137 (signal 9)");
    assertThat(plugin.status().failures()).isEqualTo(3);
    assertThat(plugin.status().restarts()).isEqualTo(2);

    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);
    assertThat(plugin.status().failures()).isZero();
    assertThat(plugin.status().restarts()).isZero();
  }

  @Test
  void failuresOfLongAgoDoNotCount() {
    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);
    crashAndComeBack(HALF_FIRST_BACK_OFF);
    crashAndComeBack(HALF_FIRST_BACK_OFF.multipliedBy(2));
    timers.advance(Duration.ofMinutes(61));

    crashAndComeBack(HALF_FIRST_BACK_OFF);

    assertThat(plugin.status().failures()).isEqualTo(1);
  }

  @Test
  void aPluginThatIsIllIsRestarted() {
    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);
    PluginProcess first = newest();
    makeIll();

    timers.advance(Duration.ofSeconds(30));
    eventually(
        () -> {
          timers.advance(Duration.ofSeconds(1));
          assertThat(first.onExit()).isDone();
        });
    eventually(
        () -> {
          timers.advance(Duration.ofSeconds(1));
          assertThat(rig.processes).hasSize(2);
          assertThat(plugin.status().state()).isEqualTo(State.RUNNING);
        });

    assertThat(observer.reasons).containsExactly("its health service says that it does not serve");
  }

  @Test
  void answersThatAreMissedWhileTheServerItselfHasPausedDoNotCount() throws Exception {
    plugin =
        new Supervision(
            folder.plugin().build(),
            observer,
            rig.tools(timers, Duration.ofDays(1)),
            new ProcessTerminator(
                timers, rig.threads, Duration.ofSeconds(2), Duration.ofSeconds(5)),
            SupervisionRules.defaults().withHealth(Duration.ofSeconds(30), Duration.ofMillis(200)),
            () -> 0);
    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);
    signal("STOP");
    timers.advance(Duration.ofSeconds(30));

    for (int i = 0; i < SupervisionRules.defaults().healthTries() + 2; i++) {
      // It has been asked, and does not answer.
      eventually(() -> assertThat(timers.all()).contains(PauseWatch.TICK));
      timers.pause(Duration.ofSeconds(10));
      eventually(() -> assertThat(timers.all()).containsExactly(Duration.ofSeconds(1)));
      if (i > SupervisionRules.defaults().healthTries()) {
        signal("CONT");
      }
      timers.advance(Duration.ofSeconds(1));
    }

    eventually(() -> assertThat(timers.all()).containsExactly(Duration.ofSeconds(30)));
    assertThat(observer.events).doesNotContain("lost");
    assertThat(rig.processes).hasSize(1);
  }

  @Test
  void aPluginThatIsDebuggedMayStandStill() throws Exception {
    plugin = supervision(folder.plugin().debugPort(0).build());
    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);

    signal("STOP");

    // Neither its start nor its health has a limit; what it prints may be waited for.
    assertThat(timers.all()).allMatch(due -> due.compareTo(Duration.ofSeconds(1)) < 0);
    timers.advance(Duration.ofDays(2));
    assertThat(plugin.status().state()).isEqualTo(State.RUNNING);
    signal("CONT");
    assertThat(plugin.stop()).succeedsWithin(SupervisorRig.LONG);
  }

  private void signal(String name) throws Exception {
    assertThat(
            new ProcessBuilder("/bin/kill", "-" + name, newest().pid().orElseThrow().toString())
                .start()
                .waitFor())
        .isZero();
  }

  @Test
  void aPluginThatIsWellIsLeftAlone() {
    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);

    for (int i = 0; i < 10; i++) {
      eventually(() -> assertThat(timers.all()).contains(Duration.ofSeconds(30)));
      timers.advance(Duration.ofSeconds(30));
    }

    assertThat(plugin.status().state()).isEqualTo(State.RUNNING);
    assertThat(rig.processes).hasSize(1);
  }

  @Test
  void aStopEndsAStart() {
    folder.shell(
        "venv/bin/python",
        "if [ \"$3\" = -c ]; then echo Python 3.11.2; exit 0; fi",
        "exec /bin/sleep 600");
    CompletableFuture<Void> start = plugin.start();
    eventually(() -> assertThat(rig.processes).hasSize(1));

    assertThat(plugin.stop()).succeedsWithin(SupervisorRig.LONG);

    assertThat(newest().onExit()).isDone();
    assertThat(start)
        .failsWithin(SupervisorRig.LONG)
        .withThrowableThat()
        .havingCause()
        .withMessage("cannot start plugin com.example.hello: it was stopped while it started");
    assertThat(plugin.status().state()).isEqualTo(State.STOPPED);
  }

  @Test
  void whatIsInstalledForAPluginIsSaidWhileItIsBeingDone() {
    Supervision installed = supervision(withEnvironment());
    CompletableFuture<Void> start = installed.start();
    eventually(
        () ->
            assertThat(installed.status())
                .extracting(SupervisionStatus::state, SupervisionStatus::reason)
                .containsExactly(State.STARTING, "installing requirements: one"));

    folder.file("go", "");

    assertThat(start).succeedsWithin(SupervisorRig.LONG);
    assertThat(installed.status().state()).isEqualTo(State.RUNNING);
    assertThat(installed.status().reason()).isEmpty();
    assertThat(installed.status().lastLines()).contains("Collecting one");
    assertThat(observer.records)
        .contains(new OutputRecord(Level.INFO, "pip", "Collecting one", Map.of()));
    assertThat(installed.stop()).succeedsWithin(SupervisorRig.LONG);
  }

  @Test
  void aStopEndsAnInstallation() {
    Supervision installed = supervision(withEnvironment());
    CompletableFuture<Void> start = installed.start();
    eventually(() -> assertThat(installed.status().reason()).contains("one"));

    assertThat(installed.stop()).succeedsWithin(SupervisorRig.LONG);

    assertThat(start).isCompletedExceptionally();
    assertThat(installed.status().state()).isEqualTo(State.STOPPED);
    assertThat(temporary.resolve("cache/venv")).isDirectoryNotContaining(Files::isDirectory);
    assertThat(rig.processes).isEmpty();
  }

  /** A plugin whose environment has to be made, by a pip that goes on until a file is there. */
  private PluginDescription withEnvironment() {
    PluginFolder machine = new PluginFolder(temporary.resolve("machine"));
    FakePlugin.install(machine);
    Path python =
        machine.shell(
            "bin/python3",
            "if [ \"$2\" = venv ]; then"
                + " /bin/mkdir -p \"$3/bin\"; /bin/cp \"$0\" \"$3/bin/python\"; exit; fi",
            "if [ \"$2\" = pip ]; then echo Collecting one",
            "while [ ! -e go ]; do /bin/sleep 0.05; done; exit; fi",
            "exec '%s' \"$@\"".formatted(machine.path().resolve("venv/bin/python")));
    return folder.plugin().dependencyMode(DependencyMode.VENV).interpreter(python).build();
  }

  @Test
  void aStopEndsAPause() {
    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);
    newest().kill();
    awaitState(State.BACKING_OFF);

    assertThat(plugin.stop()).succeedsWithin(SupervisorRig.LONG);
    timers.advance(Duration.ofHours(1));

    assertThat(plugin.status().state()).isEqualTo(State.STOPPED);
    assertThat(rig.processes).hasSize(1);
  }

  @Test
  void anObserverThatNeverAnswersDoesNotKeepAPluginFromStopping() {
    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);
    observer.answer = new CompletableFuture<>();

    CompletableFuture<Void> stop = plugin.stop();
    eventually(() -> assertThat(observer.events).contains("closing"));
    assertThat(stop).isNotDone();
    timers.advance(Duration.ofSeconds(10));

    assertThat(stop).succeedsWithin(SupervisorRig.LONG);
  }

  private void crashAndComeBack(Duration pause) {
    newest().kill();
    awaitState(State.BACKING_OFF);
    assertThat(timers.all()).contains(pause);
    timers.advance(pause);
    awaitState(State.RUNNING);
  }

  private void makeIll() {
    assertThat(
            new AsyncRemotePluginHooks(
                    RemoteCalls.over(observer.connection.channel(), rig.streams()),
                    Disclosure.TO_PLUGIN)
                .onConfigurationChange()
                .toCompletableFuture())
        .succeedsWithin(SupervisorRig.LONG);
  }

  private void awaitState(State state) {
    eventually(() -> assertThat(plugin.status().state()).isEqualTo(state));
  }

  private PluginProcess newest() {
    return List.copyOf(rig.processes).get(rig.processes.size() - 1);
  }

  private static final class Recorder implements PluginObserver {
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final Queue<OutputRecord> records = new ConcurrentLinkedQueue<>();
    private final Queue<String> reasons = new ConcurrentLinkedQueue<>();
    private volatile CompletionStage<Void> answer = CompletableFuture.completedFuture(null);
    private volatile PluginConnection connection;

    @Override
    public CompletionStage<Void> opened(PluginConnection opened) {
      connection = opened;
      events.add("opened");
      return answer;
    }

    @Override
    public CompletionStage<Void> closing(PluginConnection closing) {
      events.add("closing");
      return answer;
    }

    @Override
    public void lost(PluginConnection lost, String reason) {
      events.add("lost");
      reasons.add(reason);
    }

    @Override
    public void printed(OutputRecord line) {
      records.add(line);
    }

    @Override
    public void changed(SupervisionStatus status) {
      events.add(status.state().toString());
    }
  }
}
