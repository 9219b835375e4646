package io.krait.supervisor.internal;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.krait.api.HookName;
import io.krait.protocol.Transport;
import io.krait.supervisor.OutputRecord;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.PluginStartException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLaunchTest {

  private static final String NOT_ENCRYPTED = "no encrypted connection to it comes about: ";

  @AutoClose private SupervisorRig rig;
  private final Queue<OutputRecord> records = new ConcurrentLinkedQueue<>();
  private final Queue<String> doing = new ConcurrentLinkedQueue<>();
  @TempDir Path temporary;
  private PluginFolder folder;

  @BeforeEach
  void createPlugin() {
    rig = new SupervisorRig(temporary.resolve("cache"));
    folder = new PluginFolder(temporary.resolve("plugin"));
    FakePlugin.install(folder);
  }

  @Test
  void aPluginIsBroughtUpUntilItAnswers() throws Exception {
    folder.file("plugin.py", "");

    LivePlugin live = launch(SupervisorRig.LONG).result().get(60, TimeUnit.SECONDS);

    assertThat(live.connection().hooks())
        .containsExactlyInAnyOrder(HookName.ON_ACTIVATE, HookName.ON_CONFIGURATION_CHANGE);
    assertThat(live.connection().channel().isServing("plugin", SupervisorRig.LONG))
        .succeedsWithin(SupervisorRig.LONG)
        .isEqualTo(true);
    eventually(
        () ->
            assertThat(records)
                .extracting(OutputRecord::message)
                .containsExactlyInAnyOrder(
                    "fake plugin com.example.hello", "a library says hello"));

    live.process().kill();
    assertThat(live.process().onExit()).succeedsWithin(SupervisorRig.LONG);
    live.release();
    assertThat(live.sockets().path()).doesNotExist();
  }

  @Test
  void aPluginThatTakesTheLaneIsSpokenToThere() throws Exception {
    folder.file("plugin.py", "lane");

    LivePlugin live = launch(SupervisorRig.LONG).result().get(60, TimeUnit.SECONDS);

    assertThat(live.connection().channel().transport()).isEqualTo(Transport.LANE);
    assertThat(live.connection().hooks())
        .containsExactlyInAnyOrder(HookName.ON_ACTIVATE, HookName.ON_CONFIGURATION_CHANGE);
    assertThat(live.connection().channel().isServing("plugin", SupervisorRig.LONG))
        .succeedsWithin(SupervisorRig.LONG)
        .isEqualTo(true);
    live.process().kill();
    assertThat(live.process().onExit()).succeedsWithin(SupervisorRig.LONG);
    live.release();
    assertThat(live.sockets().path()).doesNotExist();
  }

  @Test
  void aPluginThatTakesTheLaneAndIsNotServingIsEndedWhenItsTimeIsOver() throws Exception {
    folder.file("plugin.py", "lane not-serving");
    ManualTimers timers = new ManualTimers();
    PluginLaunch launch =
        PluginLaunch.begin(
            folder.plugin().build(),
            rig.tools(timers, Duration.ofDays(1)),
            records::add,
            doing::add);
    eventually(() -> assertThat(timers.all()).anyMatch(due -> due.equals(Duration.ofMillis(50))));

    timers.advance(Duration.ofDays(1));

    assertThat(failure(launch)).hasMessageContaining("its health service says that it does not");
    assertAllHaveEnded();
  }

  @Test
  void aPluginIsNotOfferedALaneThatIsOff() throws Exception {
    folder.file("plugin.py", "lane");

    LivePlugin live = launchWithoutLane().result().get(60, TimeUnit.SECONDS);

    assertThat(live.connection().channel().transport()).isEqualTo(Transport.GRPC);
    assertThat(live.connection().hooks()).contains(HookName.ON_ACTIVATE);
    live.process().kill();
    assertThat(live.process().onExit()).succeedsWithin(SupervisorRig.LONG);
    live.release();
  }

  @Test
  void aLaneThatWasNotOfferedIsAnotherProtocol() throws Exception {
    interpreter("echo '1|1|unix|/nowhere/s|lane'", "exec /bin/sleep 600");

    assertThat(failure(launchWithoutLane()))
        .hasMessageContaining("it speaks \"lane\", and this host only grpc; use an SDK");
    assertAllHaveEnded();
  }

  @Test
  void aLaneWhereNobodyIsIsNotReady() throws Exception {
    interpreter("echo '1|1|unix|/nowhere/s|lane'", "exec /bin/sleep 600");

    assertThat(failure(launch(Duration.ofMillis(500))))
        .hasMessageContaining("it is not ready after 500 ms");
    assertAllHaveEnded();
  }

  @Test
  void aPluginThatIsNotServingIsEndedWhenItsTimeIsOver() throws Exception {
    folder.file("plugin.py", "not-serving");
    ManualTimers timers = new ManualTimers();
    PluginLaunch launch =
        PluginLaunch.begin(
            folder.plugin().build(),
            rig.tools(timers, Duration.ofDays(1)),
            records::add,
            doing::add);

    eventually(
        () -> {
          // One check is due at a time; only after the handshake there are any.
          assertThat(timers.all()).anyMatch(due -> due.equals(Duration.ofMillis(50)));
        });
    timers.advance(Duration.ofDays(1));

    assertThat(failure(launch))
        .hasMessage(
            "cannot start plugin com.example.hello: it is not ready after 86400 s, its health"
                + " service says that it does not serve; see its output, or allow it more time");
    assertAllHaveEnded();
  }

  @Test
  void aPluginThatSaysNothingIsEndedWhenItsTimeIsOver() throws Exception {
    interpreter("echo loading", "exec /bin/sleep 600");

    assertThat(failure(launch(Duration.ofMillis(500))))
        .hasMessageStartingWith(
            "cannot start plugin com.example.hello: it has not printed its handshake within 500"
                + " ms");
    assertAllHaveEnded();
  }

  @Test
  void aVariableThatNoProcessCanHaveIsAFailureToStart() throws Exception {
    folder.file("plugin.py", "");
    PluginLaunch launch =
        PluginLaunch.begin(
            folder.plugin().variable("GREETING", "hello\0there").build(),
            rig.tools(new ManualTimers(), SupervisorRig.LONG),
            records::add,
            doing::add);

    assertThat(failure(launch))
        .hasMessageStartingWith(
            "cannot start plugin com.example.hello: its process cannot be started: ");
  }

  @Test
  void aPluginThatEndsAtOnceIsSaidWithWhatItPrinted() throws Exception {
    interpreter("echo one", "echo 'ImportError: two' >&2", "exit 4");

    PluginStartException failure = failure(launch(SupervisorRig.LONG));

    assertThat(failure)
        .hasMessageStartingWith(
            "cannot start plugin com.example.hello: it has ended with code 4 before its handshake"
                + " but \"one\"; its last line is ");
    assertThat(failure.lastLines()).containsExactlyInAnyOrder("one", "ImportError: two");
  }

  @Test
  void whatPythonSaysOfAFailureIsSaidWithFileAndLine() throws Exception {
    interpreter(
        "cat >&2 <<END",
        "Traceback (most recent call last):",
        "  File \"$(pwd -P)/plugin.py\", line 3, in <module>",
        "    import helper",
        "  File \"$(pwd -P)/helper.py\", line 7, in <module>",
        "    json.loads('x')",
        "  File \"/usr/lib/python3/json/decoder.py\", line 355, in raw_decode",
        "json.decoder.JSONDecodeError: Expecting value",
        "END",
        "exit 1");

    assertThat(failure(launch(SupervisorRig.LONG)))
        .hasMessageStartingWith(
            "cannot start plugin com.example.hello: it has ended with code 1:"
                + " json.decoder.JSONDecodeError: Expecting value (helper.py, line 7)");
  }

  @Test
  void aFileThatHidesAModuleIsNamed() throws Exception {
    interpreter("echo \"ModuleNotFoundError: No module named 'google.protobuf'\" >&2", "exit 1");
    folder.file("google/__init__.py", "");

    assertThat(failure(launch(SupervisorRig.LONG)))
        .hasMessageContaining(
            "google/ in the plugin's folder hides the module google that it needs; give it another"
                + " name");
  }

  @Test
  void aScriptThatServesNothingIsToldWhatItLacks() throws Exception {
    interpreter("exit 0");

    assertThat(failure(launch(SupervisorRig.LONG)))
        .hasMessageContaining(
            "plugin.py serves nothing; end it with: if __name__ == \"__main__\":"
                + " run_plugin(YourPlugin)");
  }

  @Test
  void aHundredMegabytesOfOutputTakeNoMemoryAndFillNoLog() throws Exception {
    interpreter(
        "/usr/bin/yes 'one more line of a plugin that says a lot' | /usr/bin/head -c 104857600 >&2",
        "echo >&2",
        "echo 'and this is the end' >&2",
        "exit 4");
    long before = heap();

    PluginStartException failure = failure(launch(SupervisorRig.LONG.multipliedBy(5)));

    assertThat(failure).hasMessageContaining("its last line is \"and this is the end\"");
    assertThat(failure.lastLines()).hasSize(200);
    // 2.5 million lines were printed.
    assertThat(records).hasSizeLessThan(60_000);
    assertThat(records)
        .extracting(OutputRecord::message)
        .anyMatch(
            message ->
                message.endsWith("left out: the plugin prints or logs more than 200 in a second"));
    records.clear();
    assertThat(heap() - before).isLessThan(16L << 20);
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void whatAPluginStreamsIsOutputToo() throws Exception {
    folder.file("plugin.py", "streams");

    LivePlugin live = launch(SupervisorRig.LONG).result().get(60, TimeUnit.SECONDS);

    eventually(
        () ->
            assertThat(records)
                .extracting(OutputRecord::level, OutputRecord::message)
                .contains(tuple(Level.ERROR, "streamed")));
    assertThat(live.tail().lines()).contains("[ERROR] streamed");
    live.process().kill();
    assertThat(live.process().onExit()).succeedsWithin(SupervisorRig.LONG);
    live.release();
  }

  @Test
  void aPluginThatEndsAfterItsHandshakeIsSaidWithItsCode() throws Exception {
    interpreter("echo '1|1|unix|/nowhere/s|grpc'", "exit 5");

    assertThat(failure(launch(SupervisorRig.LONG)))
        .hasMessageContaining(
            "it has ended with code 5 before it was ready; its last line is \"\"");
  }

  @Test
  void aPluginOfAnotherProtocolIsEndedAtOnce() throws Exception {
    interpreter("echo '1|1|tcp|127.0.0.1:4711|netrpc'", "exec /bin/sleep 600");

    assertThat(failure(launch(SupervisorRig.LONG)))
        .hasMessageContaining("it speaks \"netrpc\", and this host only grpc; use an SDK");
    assertAllHaveEnded();
  }

  @Test
  void aPluginThatEncryptsUnaskedIsEndedAtOnce() throws Exception {
    interpreter("echo '1|1|tcp|127.0.0.1:4711|grpc|MIIB'", "exec /bin/sleep 600");

    assertThat(
            failure(
                PluginLaunch.begin(
                    folder.plugin().build(),
                    rig.tools(rig.threads, SupervisorRig.LONG, false),
                    records::add,
                    doing::add)))
        .hasMessageContaining("it wants to encrypt, which it was not asked to");
    assertAllHaveEnded();
  }

  @Test
  void aPluginThatAnswersWithACertificateIsSpokenToWithMutualTls() throws Exception {
    folder.file("plugin.py", "encrypts");

    LivePlugin live = launch(SupervisorRig.LONG).result().get(60, TimeUnit.SECONDS);

    assertThat(live.connection().hooks()).contains(HookName.ON_ACTIVATE);
    live.process().kill();
    assertThat(live.process().onExit()).succeedsWithin(SupervisorRig.LONG);
    live.release();
  }

  @Test
  void aPluginThatShowsAnotherCertificateThanItAnnouncedIsEndedAtOnce() throws Exception {
    folder.file("plugin.py", "encrypts as-another");

    assertThat(failure(launch(SupervisorRig.LONG)))
        .hasMessageContaining(NOT_ENCRYPTED)
        .hasMessageContaining("it has to show the certificate of its handshake");
    assertAllHaveEnded();
  }

  @Test
  void aPluginThatTakesOnlyTheCertificateOfAnotherHostIsEndedAtOnce() throws Exception {
    folder.file("plugin.py", "encrypts for-another");

    assertThat(failure(launch(SupervisorRig.LONG))).hasMessageContaining(NOT_ENCRYPTED);
    assertAllHaveEnded();
  }

  @Test
  void aCertificateThatCannotBeReadIsSaid() throws Exception {
    interpreter("echo '1|1|tcp|127.0.0.1:4711|grpc|MIIB'", "exec /bin/sleep 600");

    assertThat(failure(launch(SupervisorRig.LONG)))
        .hasMessageContaining("the certificate in its handshake cannot be read");
    assertAllHaveEnded();
  }

  @Test
  void aLaunchCanBeAborted() throws Exception {
    interpreter("exec /bin/sleep 600");
    PluginLaunch launch = launch(SupervisorRig.LONG);
    eventually(() -> assertThat(rig.processes).hasSize(1));

    launch.abort("it was stopped while it started");

    assertThat(failure(launch))
        .hasMessage("cannot start plugin com.example.hello: it was stopped while it started");
    assertAllHaveEnded();
  }

  @Test
  void withoutAScriptNothingIsStarted() throws Exception {
    Files.deleteIfExists(folder.path().resolve("plugin.py"));

    assertThat(failure(launch(SupervisorRig.LONG))).hasMessageContaining("does not exist in");
    assertThat(rig.processes).isEmpty();
  }

  private void interpreter(String... lines) {
    folder.file("plugin.py", "");
    folder.shell(
        "venv/bin/python",
        "if [ \"$3\" = -c ]; then echo Python 3.11.2; exit 0; fi",
        String.join("\n", lines));
  }

  private PluginLaunch launch(Duration startLimit) {
    PluginDescription plugin = folder.plugin().build();
    return PluginLaunch.begin(plugin, rig.tools(rig.threads, startLimit), records::add, doing::add);
  }

  private PluginLaunch launchWithoutLane() {
    return PluginLaunch.begin(
        folder.plugin().build(),
        rig.tools(rig.threads, SupervisorRig.LONG, true, false),
        records::add,
        doing::add);
  }

  private static PluginStartException failure(PluginLaunch launch)
      throws InterruptedException, TimeoutException {
    try {
      throw new AssertionError("started: " + launch.result().get(5, TimeUnit.MINUTES));
    } catch (ExecutionException e) {
      return (PluginStartException) e.getCause();
    }
  }

  private void assertAllHaveEnded() {
    assertThat(rig.processes)
        .isNotEmpty()
        .extracting(PluginProcess::onExit)
        .allMatch(exit -> exit.isDone());
  }
}
