package io.krait.hostkit.internal;

import static io.krait.api.testing.Eventually.eventually;
import static io.krait.hostkit.internal.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HostedPlugin;
import io.krait.api.KeyValueStore;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import io.krait.api.PluginHooks;
import io.krait.api.PluginHttpClient;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterMessage;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.KeyValuePair;
import io.krait.api.model.PluginClusterEvent;
import io.krait.api.model.PluginClusterEventSendOptions;
import io.krait.api.model.PluginContext;
import io.krait.api.model.PluginHttpResult;
import io.krait.api.model.Post;
import io.krait.api.testing.cluster.ClusterInMemory;
import io.krait.hostkit.PluginAdministration;
import io.krait.hostkit.testing.FakeHostedPlugin;
import io.krait.testing.HooksInMemory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostKitTest {

  @TempDir Path folder;

  private final CommandRegistry commands = new CommandRegistry();
  private final ClusterMessages cluster = new ClusterMessages();
  private final List<String> told = new CopyOnWriteArrayList<>();
  @AutoClose private FileEntries entries;
  private HostKit kit;
  private FakeHostedPlugin plugin;

  @BeforeEach
  void open() {
    entries = new FileEntries(folder.resolve("entries"), new MovableClock());
    kit = new HostKit(new PluginAdministration(), commands, cluster, entries);
    plugin = new FakeHostedPlugin("one", folder, Map.of("colour", "red"));
  }

  private PluginApi over(PluginApi host) {
    return kit.complete(any -> host).open(plugin);
  }

  @Test
  void aHostWithoutAnyMethodHasWhatKraitKnows() {
    PluginApi api = over(new PluginApi() {});

    assertThat(api.loadPluginConfiguration().toUtf8()).isEqualTo("{\"colour\":\"red\"}");
    api.savePluginConfig(Map.of("colour", "green"));
    assertThat(api.getPluginConfig()).containsEntry("colour", "green");
    api.logWarn("careful", List.of(KeyValuePair.builder().key("why").value("heat").build()));
    assertThat(plugin.logged()).containsExactly("WARNING careful{why=heat}");
    assertThat(api.getPluginId()).isEqualTo("one");
    assertThat(api.getBundlePath()).isEqualTo(folder.toAbsolutePath().toString());
    api.kvSet("key", Bytes.utf8("value"));
    assertThat(api.kvGet("key").toUtf8()).isEqualTo("value");
    api.registerCollectionAndTopic("run", "task");
    assertFails(501, () -> api.createPost(Post.builder().build()))
        .hasMessageContaining("CreatePost");
  }

  @Test
  void theHostsOwnMethodGoesFirst() {
    PluginApi api =
        over(
            new PluginApi() {
              @Override
              public Bytes kvGet(String key) {
                return Bytes.utf8("the host's " + key);
              }

              @Override
              public void kvDelete(String key) {
                throw AppError.of("desk.locked", "locked", 423);
              }
            });

    assertThat(api.kvGet("key").toUtf8()).isEqualTo("the host's key");
    assertFails(423, () -> api.kvDelete("key"));
  }

  @Test
  void aHostsMethodThatSaysItIsNotThereIsAnsweredByKrait() {
    PluginApi api =
        over(
            new PluginApi() {
              @Override
              public Bytes kvGet(String key) {
                throw AppError.notImplemented("KVGet");
              }

              @Override
              public String getPluginId() {
                throw AppError.notImplemented("GetLicense");
              }
            });

    assertThat(api.kvGet("key").isEmpty()).isTrue();
    assertFails(501, api::getPluginId).hasMessageContaining("GetLicense");
  }

  @Test
  void aHostThatKeepsEntriesItselfIsGivenThem() {
    FileEntries own = new FileEntries(folder.resolve("own"), new MovableClock());
    PluginApiProvider host =
        new PluginApiProvider() {
          @Override
          public PluginApi open(HostedPlugin opened) {
            return new PluginApi() {};
          }

          @Override
          public Optional<KeyValueStore> keyValueStore() {
            return Optional.of(own);
          }
        };

    kit.complete(host).open(plugin).kvSet("key", Bytes.utf8("value"));

    assertThat(own.get("one", "key").toUtf8()).isEqualTo("value");
    assertThat(entries.get("one", "key").isEmpty()).isTrue();
    own.close();
  }

  @Test
  void commandsAreKnownAndRunUntilTheirPluginIsReleased() {
    PluginApiProvider host = kit.complete(any -> new PluginApi() {});
    PluginApi api = host.open(plugin);
    api.registerCommand(Command.builder().trigger("Count").build());
    runs(
        new PluginHooks() {
          @Override
          public Optional<CommandResponse> executeCommand(PluginContext context, CommandArgs args) {
            assertThat(context.requestId()).isNotEmpty();
            return Optional.of(CommandResponse.builder().text("ran " + args.command()).build());
          }
        });

    assertThat(api.listCommands("")).extracting(Command::trigger).containsExactly("count");
    assertThat(api.executeSlashCommand(line("/COUNT to 3")).orElseThrow().text())
        .isEqualTo("ran /COUNT to 3");
    assertFails(404, () -> api.executeSlashCommand(line("/other")));
    assertFails(400, () -> api.executeSlashCommand(line("count")));
    assertFails(400, () -> api.registerCommand(Command.builder().trigger("two words").build()));
    PluginApi other = host.open(new FakeHostedPlugin("two", folder, Map.of()));
    assertFails(409, () -> other.registerCommand(Command.builder().trigger("count").build()));
    commands.bindDispatcher(new HooksInMemory("two", new PluginHooks() {}));
    assertFails(503, () -> api.executeSlashCommand(line("/count")));

    host.release(plugin);

    assertThat(commands.list("")).isEmpty();
  }

  private static CommandArgs line(String command) {
    return CommandArgs.builder().command(command).build();
  }

  @Test
  void requestsToOtherPluginsAreCarriedWhileThereIsSomebodyWhoDoes() {
    PluginApi api = over(new PluginApi() {});
    assertFails(501, () -> api.pluginHttp("GET", "/two/path", Map.of(), Bytes.EMPTY))
        .hasMessageContaining("io.krait.http");
    PluginHttpClient http =
        (caller, method, url, headers, body) ->
            PluginHttpResult.builder().statusCode(200).body(Bytes.utf8(caller + url)).build();

    kit.bindHttp(http);
    assertThat(api.pluginHttp("GET", "/two/path", Map.of(), Bytes.EMPTY).body().toUtf8())
        .isEqualTo("one/two/path");

    kit.unbindHttp(http);
    assertFails(501, () -> api.pluginHttp("GET", "/two/path", Map.of(), Bytes.EMPTY));
  }

  @Test
  void onAServerOfOneNodeAnEventReachesNobody() {
    PluginApi api = over(new PluginApi() {});
    PluginClusterEvent event = PluginClusterEvent.builder().id("tick").build();
    runs(receiver());

    api.publishPluginClusterEvent(event, null);

    assertThat(told).isEmpty();
    assertFails(404, () -> api.publishPluginClusterEvent(event, to("elsewhere")));
    assertFails(
        400, () -> api.publishPluginClusterEvent(PluginClusterEvent.builder().build(), null));
  }

  @Test
  void anEventIsCarriedToOtherNodesAndTheirsReachThePlugin() {
    PluginApi api = over(new PluginApi() {});
    try (ClusterInMemory nodes = new ClusterInMemory()) {
      ClusterEvents here = nodes.join("a").events();
      ClusterEvents there = nodes.join("b").events();
      List<ClusterEvent> heard = new CopyOnWriteArrayList<>();
      there.subscribe("plugin/one", heard::add);
      runs(receiver());
      cluster.bindEvents(here);

      api.publishPluginClusterEvent(
          PluginClusterEvent.builder().id("tick").data(Bytes.utf8("1")).build(), to("b"));
      eventually(() -> assertThat(heard).hasSize(1));
      assertThat(heard.get(0).name()).isEqualTo("tick");
      assertThat(heard.get(0).data().toUtf8()).isEqualTo("1");
      assertThat(told).isEmpty();

      there.publish(ClusterMessage.reliable("plugin/other", "tock", Bytes.utf8("2")));
      there.publish(ClusterMessage.reliable("plugin/one", "tock", Bytes.utf8("3")));
      eventually(() -> assertThat(told).containsExactly("tock 3"));
      cluster.unbindEvents(here);
      List<String> marks = new CopyOnWriteArrayList<>();
      here.subscribe("plugin/one", event -> marks.add(event.name()));
      there.publish(ClusterMessage.reliable("plugin/one", "late", Bytes.utf8("4")));
      eventually(() -> assertThat(marks).containsExactly("late"));
      assertThat(told).hasSize(1);
    }
  }

  @Test
  void anEventThatIsTooLargeIsRefused() {
    PluginApi api = over(new PluginApi() {});
    try (ClusterInMemory nodes = new ClusterInMemory()) {
      cluster.bindEvents(nodes.join("a").events());
      Bytes large = Bytes.owning(new byte[ClusterMessage.MOST_BYTES + 1]);
      assertFails(
          413,
          () ->
              api.publishPluginClusterEvent(
                  PluginClusterEvent.builder().id("tick").data(large).build(), null));
    }
  }

  private PluginHooks receiver() {
    return new PluginHooks() {
      @Override
      public void onPluginClusterEvent(PluginContext context, PluginClusterEvent event) {
        told.add(event.id() + " " + event.data().toUtf8());
      }
    };
  }

  private void runs(PluginHooks hooks) {
    HooksInMemory dispatcher = new HooksInMemory("one", hooks);
    commands.bindDispatcher(dispatcher);
    cluster.bindDispatcher(dispatcher);
  }

  private static PluginClusterEventSendOptions to(String node) {
    return PluginClusterEventSendOptions.builder().targetId(node).build();
  }
}
