package io.krait.hostkit.internal;

import static io.krait.hostkit.internal.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginState;
import io.krait.api.model.Manifest;
import io.krait.hostkit.PluginAdministration;
import io.krait.hostkit.testing.FakeHostedPlugin;
import io.krait.hostkit.testing.FakePluginManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginAdministrationTest {

  @TempDir Path folder;

  private final FakePluginManager manager = new FakePluginManager();
  private final PluginAdministration administration = new PluginAdministration();
  private PluginApi api;

  @BeforeEach
  void open() {
    api =
        new PluginsApi(
            new FakeHostedPlugin("one", folder, Map.of()), administration, Optional::empty);
  }

  @Test
  void withoutAManagerPluginsAreSwitchedOff() {
    assertFails(501, () -> api.getPlugins());
    assertFails(501, () -> api.enablePlugin("one"));

    administration.bindManager(manager.objects());
    assertThat(api.getPlugins()).isEmpty();
    assertThat(manager.inUse()).isZero();

    administration.unbindManager(manager.objects());
    assertFails(501, () -> api.getPlugins());
  }

  @Test
  void allOfAManifestIsTold() {
    ManagedPlugin plugin =
        ManagedPlugin.builder("one", "1.2.3", folder)
            .name("One")
            .description("does something")
            .homepageUrl("https://example.com")
            .supportUrl("https://example.com/help")
            .releaseNotesUrl("https://example.com/news")
            .iconPath("icon.svg")
            .minServerVersion("7.0.0")
            .build();

    assertThat(PluginAdministration.manifest(plugin))
        .isEqualTo(
            Manifest.builder()
                .id("one")
                .name("One")
                .description("does something")
                .homepageUrl("https://example.com")
                .supportUrl("https://example.com/help")
                .releaseNotesUrl("https://example.com/news")
                .iconPath("icon.svg")
                .version("1.2.3")
                .minServerVersion("7.0.0")
                .build());
  }

  @Test
  void pluginsThatRunAreNamedFirst() {
    administration.bindManager(manager.objects());
    manager.has("a", PluginState.DISABLED);
    manager.has("b", PluginState.RUNNING);
    manager.has("c", PluginState.FAILED);

    assertThat(api.getPlugins()).extracting("id").containsExactly("b", "a", "c");
    assertThat(api.getPluginStatus("b").state()).isEqualTo(2);
    assertThat(api.getPluginStatus("c").state()).isEqualTo(3);
    assertFails(404, () -> api.getPluginStatus("nobody"));
    assertFails(404, () -> api.enablePlugin("nobody"));
    assertFails(404, () -> api.disablePlugin("nobody"));
    assertFails(404, () -> api.removePlugin("nobody"));
  }

  @Test
  void aPluginThatEndsItselfDoesNotWaitForItsEnd() {
    administration.bindManager(manager.objects());
    manager.has("one", PluginState.RUNNING);
    CompletableFuture<ManagedPlugin> never = new CompletableFuture<>();
    manager.answersWith(never);

    api.enablePlugin("one");
    api.disablePlugin("one");
    api.removePlugin("one");

    assertThat(manager.asked()).containsExactly("enable one", "disable one", "remove one");
  }

  @Test
  void whatTakesTooLongIsNotWaitedForForever() {
    administration.bindManager(manager.objects());
    manager.has("two", PluginState.RUNNING);
    manager.answersWith(new CompletableFuture<>());

    administration.disable("two", Duration.ofMillis(1));

    assertThat(manager.asked()).containsExactly("disable two");
    assertFails(
        504,
        () ->
            administration.install(
                new java.io.ByteArrayInputStream(new byte[0]), true, Duration.ofMillis(1)));
  }

  @Test
  void failuresHaveTheStatusThatFits() {
    administration.bindManager(manager.objects());
    Map.of(
            Problem.INVALID, 400,
            Problem.CONFLICT, 409,
            Problem.UNKNOWN_PLUGIN, 404,
            Problem.START_FAILED, 500,
            Problem.SYSTEM, 500)
        .forEach(
            (problem, status) -> {
              manager.answersWith(
                  CompletableFuture.failedFuture(
                      new ManagementException(problem, "cannot: " + problem)));

              assertFails(status, () -> api.installPlugin(Bytes.utf8("x"), false))
                  .hasMessageContaining("cannot: " + problem);
            });
  }
}
