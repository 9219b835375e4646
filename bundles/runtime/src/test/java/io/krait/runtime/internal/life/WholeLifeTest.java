package io.krait.runtime.internal.life;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HookName;
import io.krait.api.PluginHooks;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.PluginState;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.apiserver.internal.ApiServerConfiguration;
import io.krait.apiserver.internal.GrpcApiServer;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.calls.AsyncRemotePluginHooks;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.convert.Disclosure;
import io.krait.runtime.fake.LoudPlugin;
import io.krait.runtime.internal.dispatch.DispatchSettings;
import io.krait.runtime.internal.dispatch.HookDispatch;
import io.krait.runtime.internal.plugins.ArchiveLimits;
import io.krait.runtime.internal.plugins.ArchiveUnpacker;
import io.krait.runtime.internal.plugins.InstalledPlugins;
import io.krait.runtime.manifest.ManifestReader;
import io.krait.supervisor.internal.SupervisorComponent;
import io.krait.supervisor.internal.SupervisorConfiguration;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins with processes of their own, from their start to their end, and all that is between. */
class WholeLifeTest {

  private static final String ID = "com.example.fake";
  private static final PluginContext CONTEXT = PluginContext.builder().requestId("r").build();
  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path temporary;
  private final EntriesHost host = new EntriesHost();
  private final PluginLogBook logs = new PluginLogBook();
  private final MemoryChoices choices = new MemoryChoices();
  private final TransportRuntime transport = TransportRuntime.create();
  private final HookDispatch dispatch = new HookDispatch(DispatchSettings.DEFAULT);
  private final ExecutorService executor = Executors.newFixedThreadPool(4);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private Path folder;
  private GrpcApiServer apiServer;
  private SupervisorComponent supervisor;
  private Plugins plugins;

  @BeforeEach
  void prepare() throws Exception {
    folder = temporary.resolve("plugins");
    apiServer = new GrpcApiServer(defaults(ApiServerConfiguration.class, Map.of()));
    supervisor =
        new SupervisorComponent(
            // For a busy machine.
            defaults(SupervisorConfiguration.class, Map.of("start_seconds", 60)),
            configured -> temporary.resolve("cache"),
            null);
    ManifestReader manifests = new ManifestReader();
    FlowCalls streams = new FlowCalls(transport);
    plugins =
        new Plugins(
            new LifeTools(
                executor,
                timer,
                InstantSource.system(),
                new LifeSettings(
                    Duration.ofSeconds(30), "INFO", Duration.ofSeconds(5), Duration.ofSeconds(30)),
                manifests,
                new InstalledPlugins(folder, manifests, new ArchiveUnpacker(ArchiveLimits.DEFAULT)),
                choices,
                dispatch,
                (connection, debugging) ->
                    new AsyncRemotePluginHooks(
                        RemoteCalls.over(connection.channel(), streams), Disclosure.TO_PLUGIN),
                connection -> Optional.empty(),
                (id, version, handled, hooks) -> () -> {},
                logs,
                (topic, properties) -> {}),
            new Surroundings(host, apiServer, supervisor));
  }

  private static <T> T defaults(Class<T> type, Map<String, Object> other) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                other.getOrDefault(method.getName(), method.getDefaultValue())));
  }

  @AfterEach
  void stopAll() throws Exception {
    plugins.close("the runtime stops").get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    supervisor.close();
    apiServer.stop();
    dispatch.close();
    transport.close();
    timer.shutdownNow();
    executor.shutdown();
    assertThat(executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(processes()).isEmpty();
  }

  private ManagedPlugin begin(String... words) throws Exception {
    LoudPlugin.plugin(ID, "1.0.0", words).build().writeTo(folder.resolve("fake"));
    return enable();
  }

  private ManagedPlugin enable() throws Exception {
    plugins.begin();
    return plugins.enable(ID).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static ManagementException failure(CompletableFuture<?> future) throws Exception {
    try {
      return new ManagementException(
          ManagementException.Problem.SYSTEM,
          "it should have failed, and came to " + future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return (ManagementException) e.getCause();
    }
  }

  private MessageWillBePostedResult post(String message) {
    return dispatch
        .blocking()
        .messageWillBePosted(CONTEXT, Post.builder().channelId("c").message(message).build());
  }

  private PluginHooks hooks() {
    return dispatch.blocking(ID).orElseThrow();
  }

  private static CommandArgs command(String text) {
    return CommandArgs.builder().command(text).build();
  }

  private List<ProcessHandle> processes() {
    return LoudPlugin.plugin(ID, "1.0.0").build().processes().toList();
  }

  @Test
  void itStartsConfiguredThenActivatedThenInstalledAndStopsLeavingNothing() throws Exception {
    choices.change(ID, choice -> choice.withInstalling(true));

    ManagedPlugin plugin = begin();

    assertThat(plugin.state()).isEqualTo(PluginState.RUNNING);
    assertThat(plugin.process().flatMap(ManagedPlugin.ProcessFacts::pid))
        .contains(processes().get(0).pid());
    eventually(
        () ->
            assertThat(logs.recent(ID, 10))
                .anyMatch(entry -> entry.message().equals("activated, configured before: true")));
    eventually(() -> assertThat(host.entries).containsKey("installed"));

    ManagedPlugin stopped = plugins.disable(ID).get(PATIENCE_SECONDS, TimeUnit.SECONDS);

    assertThat(stopped.state()).isEqualTo(PluginState.DISABLED);
    assertThat(processes()).isEmpty();
    assertThat(host.entries).containsEntry("activated", Bytes.utf8("no more"));
  }

  @Test
  void messagesAreChangedRejectedAndDismissed() throws Exception {
    begin();

    assertThat(post("hello").modifiedPost().map(Post::message)).contains("hello!");
    assertThat(post("spam").rejectionReason()).isEqualTo("no spam, please");
    assertThat(post("nothing").rejectionReason())
        .isEqualTo("plugin.message_will_be_posted.dismiss_post");
  }

  @Test
  void hooksThatItDoesNotImplementAreNotCalled() throws Exception {
    ManagedPlugin plugin = begin("silent");

    assertThat(plugin.hooks()).containsExactly(HookName.ON_ACTIVATE);
    assertThat(dispatch.handlersOf(HookName.MESSAGE_WILL_BE_POSTED)).isEmpty();
    assertThat(post("hello").modifiedPost()).isEmpty();
  }

  @Test
  void itCallsTheApiAndErrorsTravelBothWays() throws Exception {
    begin();
    host.entries.put("greeting", Bytes.utf8("good day"));

    assertThat(hooks().executeCommand(CONTEXT, command("greeting")).map(CommandResponse::text))
        .contains("good day");
    assertThatThrownBy(() -> hooks().executeCommand(CONTEXT, command("farewell")))
        .isInstanceOfSatisfying(
            AppError.class,
            error -> {
              assertThat(error.id()).isEqualTo("app.entry.missing");
              assertThat(error.message()).isEqualTo("there is no entry farewell");
              assertThat(error.statusCode()).isEqualTo(404);
              assertThat(error.params()).containsEntry("key", "farewell");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100})
  void manyHooksRunAtOnce(int calls) throws Exception {
    begin();

    List<CompletableFuture<MessageWillBePostedResult>> answers = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      answers.add(
          dispatch
              .async()
              .messageWillBePosted(CONTEXT, Post.builder().message("post " + i).build())
              .toCompletableFuture());
    }

    for (int i = 0; i < calls; i++) {
      assertThat(
              answers
                  .get(i)
                  .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                  .modifiedPost()
                  .map(Post::message))
          .contains("post " + i + "!");
    }
  }

  @Test
  void thatItCannotBeActivatedIsToldInItsOwnWords() throws Exception {
    LoudPlugin.plugin(ID, "1.0.0", "refuses").build().writeTo(folder.resolve("fake"));
    plugins.begin();

    ManagementException failure = failure(plugins.enable(ID));

    assertThat(failure).hasMessageContaining(ID).hasMessageContaining("no licence");
    assertThat(plugins.find(ID).orElseThrow().state()).isEqualTo(PluginState.FAILED);
    assertThat(processes()).isEmpty();
  }

  @Test
  void whatItPrintedBeforeItEndedTooEarlyIsInItsStatus() throws Exception {
    LoudPlugin.plugin(ID, "1.0.0", "exits").build().writeTo(folder.resolve("fake"));
    plugins.begin();

    ManagementException failure = failure(plugins.enable(ID));

    assertThat(failure).hasMessageContaining("ended with code 3");
    ManagedPlugin plugin = plugins.find(ID).orElseThrow();
    assertThat(plugin.state()).isEqualTo(PluginState.FAILED);
    assertThat(plugin.lastLines()).anyMatch(line -> line.contains("there is a module missing"));
  }

  @Test
  void aCrashIsSurvivedByTheHostAndThePluginIsBack() throws Exception {
    ManagedPlugin first = begin();

    // Fails open: the post is as it was.
    assertThat(post("die").modifiedPost()).isEmpty();

    eventually(
        () -> {
          ManagedPlugin now = plugins.find(ID).orElseThrow();
          assertThat(now.state()).isEqualTo(PluginState.RUNNING);
          assertThat(now.restarts()).isEqualTo(1);
          assertThat(now.process().flatMap(ManagedPlugin.ProcessFacts::pid))
              .isPresent()
              .isNotEqualTo(first.process().flatMap(ManagedPlugin.ProcessFacts::pid));
        });
    assertThat(post("hello").modifiedPost().map(Post::message)).contains("hello!");
  }

  @Test
  void aManifestThatNamesNoRuntimeButAPythonScriptIsEnough() throws Exception {
    LoudPlugin.plugin(ID, "0.1.0")
        .manifest(
            "plugin.yaml",
            """
            id: %s
            name: Old
            version: 0.1.0
            server:
              executable: plugin.py
            """
                .formatted(ID))
        .build()
        .writeTo(folder.resolve("fake"));

    assertThat(enable().state()).isEqualTo(PluginState.RUNNING);
  }

  @Test
  void aChangedManifestIsTakenInByAnotherLook() throws Exception {
    begin();
    long pid = processes().get(0).pid();

    // The same folder with other content, as somebody who works on a plugin has it.
    LoudPlugin.plugin(ID, "2.0.0").build().writeTo(folder.resolve("fake"));
    plugins.rescan().get(PATIENCE_SECONDS, TimeUnit.SECONDS);

    assertThat(plugins.find(ID).orElseThrow().version()).isEqualTo("2.0.0");
    assertThat(processes()).singleElement().matches(process -> process.pid() != pid);
    assertThat(post("hello").modifiedPost().map(Post::message)).contains("hello!");
  }
}
