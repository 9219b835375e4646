package io.krait.itests;

import static io.krait.itests.ContainerOptions.tools;
import static io.krait.testing.exam.KraitOptions.components;
import static io.krait.testing.exam.KraitOptions.krait;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ops4j.pax.exam.CoreOptions.options;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.CheckedFile;
import io.krait.api.FileUploads;
import io.krait.api.HookDispatcher;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import io.krait.api.PluginHooks;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.FileInfo;
import io.krait.api.model.FileWillBeUploadedResult;
import io.krait.api.model.PluginContext;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A plugin in a container whose bundles and services come and go. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class RuntimeInContainerIT {
  private static final long PATIENCE_SECONDS = 120;

  private final Container container = Container.ofThisTest();
  private ServiceRegistration<PluginApiProvider> host;
  private PluginManager manager;

  @Configuration
  public Option[] container() {
    FakePluginArchive.write();
    return options(krait(), components(), tools());
  }

  @Before
  public void runPlugin() throws Exception {
    container.allowSlowStarts();
    host = container.register(PluginApiProvider.class, plugin -> new Host());
    manager = container.service(PluginManager.class);
    try (var archive = Files.newInputStream(FakePluginArchive.path())) {
      manager.install(archive, true).get(PATIENCE_SECONDS, SECONDS);
    }
    var plugin = manager.enable(FakePluginArchive.ID).get(PATIENCE_SECONDS, SECONDS);
    assertThat(plugin.state()).as(plugin.reason()).isEqualTo(PluginState.RUNNING);
  }

  @After
  public void removePlugin() throws Exception {
    container
        .service(PluginManager.class)
        .remove(FakePluginArchive.ID)
        .get(PATIENCE_SECONDS, SECONDS);
    if (host != null) {
      host.unregister();
    }
  }

  @Test
  public void aRunningPluginIsAServiceAndTakesPartInTheDispatch() throws Exception {
    var reference = container.reference(PluginHooks.class, "(plugin.id=com.example.fake)");

    assertThat(reference).isNotNull();
    assertThat(reference.getProperty("plugin.version")).isEqualTo("1.0.0");
    assertThat((String[]) reference.getProperty("plugin.hooks"))
        .contains("MessageWillBePosted", "OnActivate");
    assertThat(new HookedPosts(container).posted("trust in me")).isEqualTo("trust in me!");
  }

  @Test
  public void thePluginStopsWithItsHostAndIsBackWithIt() throws Exception {
    host.unregister();
    host = null;

    assertThat(plugin().state()).isEqualTo(PluginState.WAITING);
    assertThat(plugin().reason()).contains("PluginApiProvider");
    assertThat(FakePluginArchive.processes()).isEmpty();
    assertThat(container.reference(PluginHooks.class, "(plugin.id=com.example.fake)")).isNull();

    host = container.register(PluginApiProvider.class, plugin -> new Host());
    awaitRunning();
  }

  @Test
  public void theApiServerIsUpdatedUnderARunningPlugin() throws Exception {
    updateUnderAPlugin("io.krait.apiserver");
  }

  @Test
  public void theSupervisorIsUpdatedUnderARunningPlugin() throws Exception {
    updateUnderAPlugin("io.krait.supervisor");
  }

  @Test
  public void theRuntimeIsUpdatedUnderARunningPlugin() throws Exception {
    updateUnderAPlugin("io.krait.runtime");
  }

  private void updateUnderAPlugin(String name) throws Exception {
    Bundle bundle = container.bundles(name).get(0);
    long before = pid();

    try (var jar =
        Files.newInputStream(Path.of(System.getProperty("krait.bundles"), name + ".jar"))) {
      bundle.update(jar);
    }

    awaitRunningAnew();
    assertThat(pid()).isNotEqualTo(before);
    assertThat(FakePluginArchive.processes()).hasSize(1);
  }

  @Test
  public void thePluginIsDisabledAndEnabledThroughItsConfiguration() throws Exception {
    var configuration =
        container
            .service(ConfigurationAdmin.class)
            .getFactoryConfiguration("io.krait.plugin", FakePluginArchive.ID, "?");
    assertThat(configuration.getProperties().get("enabled")).isEqualTo(true);

    configuration.update(
        new Hashtable<>(Map.of("enabled", false, "settings", "{\"colour\": \"green\"}")));
    await(PluginState.DISABLED);
    assertThat(FakePluginArchive.processes()).isEmpty();
    assertThat(manager.settings(FakePluginArchive.ID)).containsEntry("colour", "green");

    configuration.update(new Hashtable<>(Map.of("enabled", true)));
    awaitRunning();
  }

  @Test
  public void anotherDeadlineCountsAtOnceAndThePluginRunsOn() throws Exception {
    long before = pid();
    var deadlines = container.configuration("io.krait.runtime.deadlines");
    try {
      deadlines.update(new Hashtable<>(Map.of("hooks.seconds", "ExecuteCommand=0.1")));
      assertThat(failureOfACommand())
          .isInstanceOfSatisfying(
              AppError.class, error -> assertThat(error.statusCode()).isEqualTo(504));
    } finally {
      deadlines.delete();
    }
    assertThat(pid()).isEqualTo(before);
  }

  @Test
  public void aConfigurationWithTheSameSettingsRestartsNothing() throws Exception {
    var configuration = container.configuration("io.krait.runtime");
    configuration.update(new Hashtable<>(Map.of("log.level", "WARNING")));
    container.awaitConfigured();
    awaitRunningAnew();
    long before = pid();

    configuration.update(
        new Hashtable<>(Map.of("log.level", "WARNING", "felix.fileinstall.filename", "some.cfg")));
    container.awaitConfigured();
    assertThat(container.service(PluginManager.class)).isSameAs(manager);
    assertThat(pid()).isEqualTo(before);

    configuration.delete();
    container.awaitConfigured();
    awaitRunningAnew();
    assertThat(pid()).isNotEqualTo(before);
  }

  @Test
  public void aManifestInYamlAsksForTheBundleThatReadsItWhereThatIsMissing() throws Exception {
    try (var archive = Files.newInputStream(FakePluginArchive.pathInYaml())) {
      var installation = manager.install(archive, true);

      assertThatThrownBy(() -> installation.get(PATIENCE_SECONDS, SECONDS))
          .hasMessageContaining("plugin.yaml")
          .hasMessageContaining("install the bundle org.yaml.snakeyaml");
    }
    assertThat(new HookedPosts(container).posted("trust in me")).isEqualTo("trust in me!");
  }

  private void awaitRunningAnew() throws Exception {
    manager = container.service(PluginManager.class);
    awaitRunning();
  }

  private long pid() {
    return plugin().process().orElseThrow().pid().orElseThrow();
  }

  /**
   * Of a command that the plugin does not answer before its host has answered it, which is never.
   */
  private Throwable failureOfACommand() throws Exception {
    var hooks = container.service(HookDispatcher.class).async(FakePluginArchive.ID).orElseThrow();
    long end = System.nanoTime() + SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      CompletableFuture<?> call =
          hooks
              .executeCommand(
                  PluginContext.builder().build(), CommandArgs.builder().command("x").build())
              .toCompletableFuture();
      try {
        call.get(5, SECONDS);
      } catch (ExecutionException e) {
        return e.getCause();
      } catch (TimeoutException e) {
        // The configuration has not arrived yet.
        call.cancel(true);
      }
    }
    throw new AssertionError("the command is still waited for");
  }

  @Test
  public void aFileOnItsWayIsSeenByTheHooksOfJavaBundles() throws Exception {
    var hooks =
        container.register(
            PluginHooks.class,
            new PluginHooks() {
              @Override
              public FileWillBeUploadedResult fileWillBeUploaded(
                  PluginContext context, FileInfo info, Bytes content) {
                return FileWillBeUploadedResult.builder()
                    .modifiedContent(Bytes.utf8(content.toUtf8() + "!"))
                    .build();
              }
            },
            Map.of("plugin.id", "com.example.java"));

    Path stored;
    try (CheckedFile file =
        container
            .service(FileUploads.class)
            .fileWillBeUploaded(
                PluginContext.builder().build(),
                FileInfo.builder().name("note.txt").build(),
                new ByteArrayInputStream("trust in me".getBytes(UTF_8)))) {
      stored = file.content();
      assertThat(stored).hasContent("trust in me!");
      assertThat(file.isReplaced()).isTrue();
      assertThat(file.info().size()).isEqualTo(12);
    } finally {
      hooks.unregister();
    }
    assertThat(stored).doesNotExist();
  }

  /** A host that takes entries, does nothing with them, and never finds one. */
  private static final class Host implements PluginApi {
    @Override
    public void kvSet(String key, Bytes value) {
      assertThat(key).isNotEmpty();
    }

    @Override
    public Bytes kvGet(String key) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Bytes.EMPTY;
    }
  }

  private ManagedPlugin plugin() {
    return manager.find(FakePluginArchive.ID).orElseThrow();
  }

  private void awaitRunning() throws Exception {
    await(PluginState.RUNNING);
    assertThat(new HookedPosts(container).posted("trust in me")).isEqualTo("trust in me!");
  }

  private void await(PluginState state) {
    long deadline = System.nanoTime() + SECONDS.toNanos(PATIENCE_SECONDS);
    while (plugin().state() != state && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    assertThat(plugin().state()).as(plugin().reason()).isEqualTo(state);
  }
}
