package io.krait.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.protocol.Transport;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginDescription.DependencyMode;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.PluginStartException;
import io.krait.supervisor.SupervisedPlugin;
import io.krait.supervisor.SupervisionStatus;
import io.krait.supervisor.internal.SupervisorComponent;
import io.krait.supervisor.internal.SupervisorConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A real pip installs what a plugin requires, with the SDK that the supervisor brings along. */
@ParameterizedClass
@EnumSource(Transport.class)
class PythonEnvironmentIT {

  private static final long DEADLINE_MINUTES = 10;

  @TempDir Path folder;
  @TempDir Path cache;
  private final Queue<String> reasons = new ConcurrentLinkedQueue<>();
  private SupervisorComponent supervisor;
  private final Transport transport;

  PythonEnvironmentIT(Transport transport) {
    this.transport = transport;
  }

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(folder.resolve("lib/greeting"));
    Files.writeString(
        folder.resolve("lib/pyproject.toml"),
        """
        [build-system]
        requires = []
        build-backend = "backend"
        backend-path = ["."]
        """);
    // A package of the plugin's own, which is built without anything from elsewhere.
    Files.writeString(
        folder.resolve("lib/backend.py"),
        """
        import zipfile


        def build_wheel(folder, config_settings=None, metadata_directory=None):
            name = "greeting-1.0-py3-none-any.whl"
            with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
                wheel.writestr("greeting.py", "TEXT = 'good morning'")
                info = "greeting-1.0.dist-info"
                wheel.writestr(
                    f"{info}/METADATA", "Metadata-Version: 2.1\\nName: greeting\\nVersion: 1.0\\n"
                )
                wheel.writestr(
                    f"{info}/WHEEL",
                    "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
                )
                wheel.writestr(f"{info}/RECORD", "")
            return name
        """);
    Files.writeString(folder.resolve("requirements.txt"), "mattermost-plugin-sdk\n./lib\n");
    Files.writeString(
        folder.resolve("plugin.py"),
        """
        import greeting
        import mattermost_plugin
        from mattermost_plugin.server import run_plugin


        class Hello(mattermost_plugin.Plugin):
            pass


        if __name__ == "__main__":
            print(greeting.TEXT, "from", mattermost_plugin.__file__)
            run_plugin(Hello)
        """);
    supervisor =
        new SupervisorComponent(
            // A first start with modules that nobody has loaded before takes its time.
            Configurations.with(
                SupervisorConfiguration.class,
                Map.of("start_seconds", 60, "lane", transport == Transport.LANE)),
            configured -> cache,
            null);
  }

  @AfterEach
  void stop() {
    supervisor.close();
  }

  @Test
  void requirementsAreInstalledOnceWithTheSdk() throws Exception {
    SupervisedPlugin plugin = supervise("requirements.txt");

    plugin.start().get(DEADLINE_MINUTES, TimeUnit.MINUTES);

    assertThat(plugin.status().lastLines())
        .anyMatch(
            line ->
                line.startsWith("good morning from " + cache.resolve("venv"))
                    && line.contains("site-packages"));
    assertThat(reasons).anyMatch(reason -> reason.startsWith("installing requirements: "));

    plugin.stop().get(DEADLINE_MINUTES, TimeUnit.MINUTES);
    reasons.clear();
    plugin.start().get(DEADLINE_MINUTES, TimeUnit.MINUTES);

    assertThat(reasons).noneMatch(reason -> reason.startsWith("installing"));
  }

  @Test
  void whatCannotBeInstalledIsSaidInPipsWords() throws IOException {
    Files.writeString(
        folder.resolve("requirements.txt"), "--no-index\nno-such-package-of-krait==1.0\n");
    SupervisedPlugin plugin = supervise("requirements.txt");

    assertThat(plugin.start())
        .failsWithin(DEADLINE_MINUTES, TimeUnit.MINUTES)
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(PluginStartException.class)
        .withMessageStartingWith(
            "cannot start plugin com.example.hello: its requirements cannot be installed: pip says"
                + " \"No matching distribution found for ");
    assertThat(plugin.status().state()).isEqualTo(SupervisionStatus.State.FAILED);
  }

  private SupervisedPlugin supervise(String requirements) {
    return supervisor.supervise(
        PluginDescription.builder("com.example.hello", folder, "plugin.py")
            .interpreter(PythonPeer.interpreter())
            .dependencyMode(DependencyMode.VENV)
            .requirementsPath(requirements)
            .build(),
        new PluginObserver() {
          @Override
          public void changed(SupervisionStatus status) {
            reasons.add(status.reason());
          }
        });
  }
}
