package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.supervisor.PluginDescription;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChildEnvironmentTest {

  private static final Map<String, String> HOST =
      Map.of(
          "PATH", "/usr/bin",
          "LC_ALL", "C.UTF-8",
          "DATABASE_PASSWORD", "secret",
          "PYTHONPATH", "/host/lib",
          "HTTPS_PROXY", "http://user:password@proxy",
          "MATTERMOST_PLUGIN_API_TARGET", "unix:/of/another",
          "PLUGIN_CLIENT_CERT", "of another");

  private final PluginDescription.Builder plugin =
      PluginDescription.builder("a.b", Path.of("/plugins/a.b"), "plugin.py");

  @Test
  void onlyHarmlessVariablesOfTheHostArePassedOn() {
    assertThat(new ChildEnvironment(HOST, Set.of()).inherited()).containsOnlyKeys("PATH", "LC_ALL");
  }

  @Test
  void whatTheAdministratorNamesIsPassedOnToo() {
    assertThat(of(HOST, Set.of("HTTPS_PROXY"), plugin.build()))
        .containsEntry("HTTPS_PROXY", "http://user:password@proxy")
        .doesNotContainKey("DATABASE_PASSWORD");
  }

  @Test
  void theTokenOfASocketIsToldByTheInputAndThatOfAPortByTheEnvironment() {
    PluginDescription.Builder withToken =
        plugin.variable("KRAIT_API_TOKEN", "of another").apiToken("a-secret-of-its-own");
    ChildEnvironment environment = new ChildEnvironment(HOST, Set.of());

    PluginDescription onSocket = withToken.apiTarget("unix:/run/api").build();
    assertThat(of(HOST, Set.of(), onSocket))
        .containsEntry("KRAIT_API_TOKEN_FROM", "stdin")
        .doesNotContainKey("KRAIT_API_TOKEN");
    assertThat(environment.inputOf(onSocket)).isEqualTo("KRAIT_API_TOKEN=a-secret-of-its-own\n");

    PluginDescription onPort = withToken.apiTarget("127.0.0.1:4711").build();
    assertThat(of(HOST, Set.of(), onPort))
        .containsEntry("KRAIT_API_TOKEN", "a-secret-of-its-own")
        .doesNotContainKey("KRAIT_API_TOKEN_FROM");
    assertThat(environment.inputOf(onPort)).isEmpty();
  }

  @Test
  void thePluginLearnsAboutItself() {
    assertThat(
            of(
                Map.of(),
                Set.of(),
                plugin
                    .apiTarget("unix:/run/api")
                    .hookTimeout(Duration.ofMillis(2500))
                    .logLevel("DEBUG")
                    .variable("PYTHONPATH", "/mine")
                    .build()))
        .containsEntry("MATTERMOST_PLUGIN_ID", "a.b")
        .containsEntry("MATTERMOST_PLUGIN_PATH", "/plugins/a.b")
        .containsEntry("MATTERMOST_PLUGIN_API_TARGET", "unix:/run/api")
        .containsEntry("MATTERMOST_PLUGIN_HOOK_TIMEOUT", "2.5")
        .containsEntry("MATTERMOST_PLUGIN_LOG_LEVEL", "DEBUG")
        .containsEntry("KRAIT_EXIT_ON_STDIN_EOF", "1")
        .containsEntry("PYTHONPATH", "/mine" + File.pathSeparator + "/bundle/sdk");
  }

  @Test
  void onlyAPluginThatIsDebuggedHearsOfIt() {
    Map<String, String> usual = Map.of("KRAIT_DEBUG", "1", "KRAIT_DEBUG_PORT", "1");
    assertThat(of(usual, usual.keySet(), plugin.build())).doesNotContainKeys("KRAIT_DEBUG");

    assertThat(of(usual, usual.keySet(), plugin.debugPort(5678).build()))
        .containsEntry("KRAIT_DEBUG", "1")
        .containsEntry("KRAIT_DEBUG_PORT", "5678");
  }

  @Test
  void wholeSecondsAreWrittenAsSuch() {
    assertThat(of(Map.of(), Set.of(), plugin.build()))
        .containsEntry("MATTERMOST_PLUGIN_HOOK_TIMEOUT", "30")
        .containsEntry("PYTHONPATH", "/bundle/sdk");
  }

  @Test
  void withoutAnApiThereIsNoAddressOfOne() {
    assertThat(
            of(
                HOST,
                Set.of("MATTERMOST_PLUGIN_API_TARGET"),
                plugin.variable("MATTERMOST_PLUGIN_API_TARGET", "unix:/other").build()))
        .doesNotContainKey("MATTERMOST_PLUGIN_API_TARGET");
  }

  private static Map<String, String> of(
      Map<String, String> host, Set<String> allowed, PluginDescription plugin) {
    return new ChildEnvironment(host, allowed)
        .of(
            plugin,
            new PluginScript(plugin.folder(), plugin.folder().resolve(plugin.script())),
            List.of(Path.of("/bundle/sdk")));
  }
}
