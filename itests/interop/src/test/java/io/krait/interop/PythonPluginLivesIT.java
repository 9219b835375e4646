package io.krait.interop;

import static io.krait.api.testing.Eventually.eventually;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.HookName;
import io.krait.api.PluginApi;
import io.krait.api.PluginHooks;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpRequestInit;
import io.krait.api.model.ServeHttpResponse;
import io.krait.api.testing.Collected;
import io.krait.protocol.Transport;
import io.krait.supervisor.OutputRecord;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.SupervisedPlugin;
import io.krait.supervisor.SupervisionStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A plugin in Python, run by the supervisor, calls the API and takes part in the dispatch. */
@ParameterizedClass
@EnumSource(PythonPluginLivesIT.Way.class)
class PythonPluginLivesIT {

  private static final String ID = "com.example.moderator";

  @TempDir Path folder;
  @TempDir Path cache;
  @TempDir Path environment;
  private final Map<String, Bytes> entries = new ConcurrentHashMap<>();
  @AutoClose private LivePlugins plugins;
  private SupervisedPlugin plugin;
  private final Way way;

  PythonPluginLivesIT(Way way) {
    this.way = way;
  }

  /** How it is called, and with which packages. */
  enum Way {
    GRPC,
    LANE,
    LANE_WITHOUT_GRPC;

    Transport transport() {
      return this == GRPC ? Transport.GRPC : Transport.LANE;
    }

    Path interpreter(Path place) throws Exception {
      return this == LANE_WITHOUT_GRPC ? LeanPython.withProtobuf(place) : PythonPeer.interpreter();
    }
  }

  @BeforeEach
  void start() throws Exception {
    Files.writeString(
        folder.resolve("plugin.py"),
        """
        from mattermost_plugin import HookName, Plugin, hook


        class Moderator(Plugin):
            @hook(HookName.OnActivate)
            def activate(self):
                print("the moderator is awake")
                self.logger.warning("one ear is open")
                self.api.kv_set("version", self.api.get_server_version().encode())

            @hook(HookName.MessageWillBePosted)
            def moderate(self, context, post):
                count = int(self.api.kv_get("count") or b"0") + 1
                self.api.kv_set("count", b"%d" % count)
                if "spam" in post.message:
                    return "no spam, please"
                post.message = post.message.replace("heck", "h***")
                return post

            @hook(HookName.ServeHTTP)
            def serve(self, context, response, request):
                response.set_header("X-Method", request.method)
                response.write_header(201)
                response.write(b"you sent " + request.body)

            @hook(HookName.ServeMetrics)
            def metrics(self, context, response, request):
                count = int(self.api.kv_get("count") or b"0")
                response.write(f"moderated_posts_total {count}\\n")


        if __name__ == "__main__":
            from mattermost_plugin.server import run_plugin

            run_plugin(Moderator)
        """);
    plugins = new LivePlugins(cache, new Host(), way.transport());
    plugin = plugins.supervise(ID, folder, "plugin.py", way.interpreter(environment));
    plugin.start().get(LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  /** A host with a key-value store. */
  private final class Host implements PluginApi {
    @Override
    public String getServerVersion() {
      return "10.11.0";
    }

    @Override
    public Bytes kvGet(String key) {
      return entries.getOrDefault(key, Bytes.EMPTY);
    }

    @Override
    public void kvSet(String key, Bytes value) {
      entries.put(key, value);
    }
  }

  @Test
  void messagesAreChangedAndRejectedAndCounted() throws Exception {
    assertThat(plugins.opened().hooks())
        .containsExactlyInAnyOrder(
            HookName.ON_ACTIVATE,
            HookName.MESSAGE_WILL_BE_POSTED,
            HookName.SERVE_HTTP,
            HookName.SERVE_METRICS);

    assertThat(post("what the heck").modifiedPost().map(Post::message)).contains("what the h***");
    assertThat(post("buy spam").rejectionReason()).isEqualTo("no spam, please");

    assertThat(entries.get("version").toUtf8()).isEqualTo("10.11.0");
    assertThat(entries.get("count").toUtf8()).isEqualTo("2");
  }

  @Test
  void aPluginThatIsKilledComesBackAndGoesOn() throws Exception {
    PluginConnection first = plugins.opened();
    post("one");

    processes().forEach(ProcessHandle::destroyForcibly);
    PluginConnection second = plugins.opened();

    assertThat(second.process()).isNotEqualTo(first.process());
    assertThat(post("the heck").modifiedPost().map(Post::message)).contains("the h***");
    assertThat(entries.get("count").toUtf8()).isEqualTo("2");
  }

  @Test
  void aStoppedPluginLeavesNoProcess() throws Exception {
    plugins.opened();
    assertThat(processes()).hasSize(1);

    plugin.stop().get(LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS);

    assertThat(processes()).isEmpty();
    assertThat(plugin.status().state()).isEqualTo(SupervisionStatus.State.STOPPED);
  }

  @Test
  void whatThePluginPrintsIsInItsStatus() throws Exception {
    plugins.opened();

    // What is printed comes by another way than the news that the plugin is there.
    eventually(
        () -> assertThat(plugin.status().lastLines()).anyMatch(line -> line.contains("is awake")));
  }

  @Test
  void whatThePluginLogsArrivesWithItsLevel() throws Exception {
    OutputRecord record = plugins.printed();
    while (!record.message().contains("one ear is open")) {
      record = plugins.printed();
    }

    assertThat(record.level()).isEqualTo(System.Logger.Level.WARNING);
  }

  @Test
  void requestsAndAnswersOfHttpAreStreams() throws Exception {
    plugins.opened();
    ServeHttpRequestInit init =
        ServeHttpRequestInit.builder().method("PUT").url("/echo").contentLength(-1).build();
    List<ServeHttpRequest> request =
        List.of(
            ServeHttpRequest.builder().init(init).bodyChunk(Bytes.utf8("one, ")).build(),
            ServeHttpRequest.builder().bodyChunk(Bytes.utf8("two")).bodyComplete(true).build());

    List<ServeHttpResponse> answer =
        Collected.of(
                plugins
                    .dispatch()
                    .blocking(ID)
                    .orElseThrow()
                    .serveHttp(Collected.publisherOf(request)))
            .get(LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS);

    var first = answer.get(0).init().orElseThrow();
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.headers())
        .anyMatch(
            header -> header.key().equals("X-Method") && header.values().equals(List.of("PUT")));
    assertThat(body(answer)).isEqualTo("you sent one, two");
    assertThat(answer.get(answer.size() - 1).bodyComplete()).isTrue();
  }

  @Test
  void metricsAreServedBesideThePages() throws Exception {
    plugins.opened();
    post("hello");
    List<ServeHttpRequest> request =
        List.of(
            ServeHttpRequest.builder()
                .init(ServeHttpRequestInit.builder().method("GET").url("/").build())
                .bodyComplete(true)
                .build());

    List<ServeHttpResponse> answer =
        Collected.of(
                plugins
                    .dispatch()
                    .blocking(ID)
                    .orElseThrow()
                    .serveMetrics(Collected.publisherOf(request)))
            .get(LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS);

    assertThat(answer.get(0).init().orElseThrow().statusCode()).isEqualTo(200);
    assertThat(body(answer)).isEqualTo("moderated_posts_total 1\n");
  }

  private static String body(List<ServeHttpResponse> answer) {
    return answer.stream().map(part -> part.bodyChunk().toUtf8()).collect(joining());
  }

  private MessageWillBePostedResult post(String message) {
    PluginHooks all = plugins.dispatch().blocking();
    return all.messageWillBePosted(
        PluginContext.builder().requestId("r").build(),
        Post.builder().channelId("c").message(message).build());
  }

  private Stream<ProcessHandle> processes() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("plugin.py"));
  }
}
