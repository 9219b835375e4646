package io.krait.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.krait.protocol.Transport;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.PluginStartException;
import io.krait.supervisor.SupervisedPlugin;
import io.krait.supervisor.internal.SupervisorComponent;
import io.krait.supervisor.internal.SupervisorConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A real Python finds the SDK that the supervisor brings along, or the plugin's own. */
@ParameterizedClass
@EnumSource(Transport.class)
class PythonSdkTravelsIT {

  private static final long DEADLINE_SECONDS = 60;

  @TempDir Path folder;
  @TempDir Path cache;
  private SupervisorComponent supervisor;
  private final Transport transport;

  PythonSdkTravelsIT(Transport transport) {
    this.transport = transport;
  }

  @BeforeEach
  void start() throws IOException {
    Files.writeString(
        folder.resolve("plugin.py"),
        """
        import mattermost_plugin
        from mattermost_plugin.server import run_plugin


        class Hello(mattermost_plugin.Plugin):
            pass


        if __name__ == "__main__":
            print("the SDK is", mattermost_plugin.__file__)
            run_plugin(Hello)
        """);
    supervisor =
        new SupervisorComponent(
            Configurations.with(
                SupervisorConfiguration.class, Map.of("lane", transport == Transport.LANE)),
            configured -> cache,
            null);
  }

  @AfterEach
  void stop() {
    supervisor.close();
  }

  @Test
  void theSdkOfTheBundleComesBeforeThatOfTheMachine() throws Exception {
    assertThat(sdkOf(plugin().interpreter(PythonPeer.interpreter()))).startsWith(cache);
  }

  @Test
  void aCopyBesideTheScriptComesFirst() throws Exception {
    copySdk(folder.resolve("mattermost_plugin"));

    assertThat(sdkOf(plugin().interpreter(PythonPeer.interpreter())))
        .startsWith(folder.toRealPath());
  }

  @Test
  void anInterpreterWithoutPackagesIsSaidWithWhatToDo() throws Exception {
    Path python = LeanPython.empty(folder.resolve("venv"));

    assertThatStartFailsFor(
        python, "google", transport == Transport.LANE ? "protobuf" : "grpcio protobuf");
  }

  @Test
  void onTheLaneAPluginNeedsProtobufAndNoGrpc() throws Exception {
    assumeThat(transport).isEqualTo(Transport.LANE);
    LeanPython.withProtobuf(folder.resolve("venv"));

    assertThat(sdkOf(plugin())).startsWith(cache);
  }

  @Test
  void withoutTheLaneItNeedsGrpcToo() throws Exception {
    assumeThat(transport).isEqualTo(Transport.GRPC);
    Path python = LeanPython.withProtobuf(folder.resolve("venv"));

    assertThatStartFailsFor(python, "grpc", "grpcio protobuf");
  }

  private void assertThatStartFailsFor(Path python, String module, String packages) {
    assertThat(supervisor.supervise(plugin().build(), new PluginObserver() {}).start())
        .failsWithin(DEADLINE_SECONDS, TimeUnit.SECONDS)
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(PluginStartException.class)
        .withMessageContaining("%s (3.", python)
        .withMessageEndingWith(
            ") has no module \"%s\", which plugins need to talk to their host; install it with %s -m"
                + " pip install %s, or set dependency_mode to venv in plugin.json",
            module, python, packages);
  }

  private PluginDescription.Builder plugin() {
    return PluginDescription.builder("com.example.hello", folder, "plugin.py");
  }

  /** Starts the plugin and reads from its output which SDK it has. */
  private Path sdkOf(PluginDescription.Builder plugin) throws Exception {
    SupervisedPlugin running = supervisor.supervise(plugin.build(), new PluginObserver() {});
    running.start().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    return running.status().lastLines().stream()
        .filter(line -> line.startsWith("the SDK is "))
        .map(line -> Path.of(line.substring("the SDK is ".length())))
        .findFirst()
        .orElseThrow();
  }

  private void copySdk(Path target) throws IOException {
    Path source = PythonPeer.root().resolve("python-sdk/src/mattermost_plugin");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, target.resolve(source.relativize(file).toString()));
      }
    }
  }
}
