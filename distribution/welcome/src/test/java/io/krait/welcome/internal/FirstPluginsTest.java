package io.krait.welcome.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.PluginState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPluginsTest {

  @TempDir private Path folder;
  private final FakeManager manager = new FakeManager();

  @Test
  void anArchiveIsInstalledAndEnabled() throws Exception {
    List<String> lines = start(archive("hello.tar.gz", "hello"));

    assertThat(manager.asked()).containsExactly("install hello", "enable hello");
    assertThat(lines).containsExactly("plugin hello 1.0.0 runs");
  }

  @Test
  void aPluginThatIsAboutToBeEnabledIsWaitedFor() throws Exception {
    manager.enableLater();

    assertThat(start(archive("hello.tar.gz", "hello"))).containsExactly("plugin hello 1.0.0 runs");
  }

  @Test
  void anArchiveIsNotInstalledAgainAtTheNextStart() throws Exception {
    Path archive = archive("hello.tar.gz", "hello");
    start(archive);
    manager.asked().clear();
    manager.put("hello", PluginState.DISABLED, "");

    List<String> lines = start(archive);

    assertThat(manager.asked()).isEmpty();
    assertThat(lines).containsExactly("plugin hello 1.0.0 is disabled");
  }

  @Test
  void anArchiveThatHasChangedIsInstalledButADisabledPluginIsNotEnabled() throws Exception {
    manager.put("hello", PluginState.DISABLED, "");

    start(archive("hello.tar.gz", "hello"));

    assertThat(manager.asked()).containsExactly("install hello");
  }

  @Test
  void theStartGoesOnWhereAnArchiveCannotBeInstalled() throws Exception {
    Path bad = archive("bad.tar.gz", "");
    Path gone = folder.resolve("gone.tar.gz");

    List<String> lines = start(bad, gone, archive("hello.tar.gz", "hello"));

    assertThat(lines)
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo(bad + " is not installed: the archive is empty"),
            line -> assertThat(line).contains("gone.tar.gz is not installed", "NoSuchFile"),
            line -> assertThat(line).isEqualTo("plugin hello 1.0.0 runs"));
  }

  @Test
  void pluginsThatAreOnTheirWayAreWaitedFor() throws Exception {
    manager.put("a", PluginState.WAITING, "");
    manager.atNextLook(
        () -> {
          manager.put("a", PluginState.STARTING, "");
          manager.atNextLook(() -> manager.put("a", PluginState.FAILED, "no Python"));
        });

    assertThat(start()).containsExactly("plugin a 1.0.0 has failed: no Python");
  }

  @Test
  void aPluginThatDoesNotGetReadyIsNotWaitedForForEver() throws Exception {
    manager.put("slow", PluginState.STARTING, "installing requirements");
    var plugins =
        new FirstPlugins(
            manager, new StartedWith(List.of(), folder.resolve("memory"), Duration.ofMillis(1)));

    assertThat(plugins.call())
        .containsExactly("plugin slow 1.0.0 does not run yet: installing requirements");
  }

  private List<String> start(Path... archives) throws InterruptedException {
    return new FirstPlugins(
            manager,
            new StartedWith(List.of(archives), folder.resolve("memory"), Duration.ofSeconds(30)))
        .call();
  }

  private Path archive(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
