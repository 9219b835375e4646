package io.krait.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.apiserver.ApiEndpoint;
import io.krait.apiserver.internal.ApiServerConfiguration;
import io.krait.apiserver.internal.GrpcApiServer;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.calls.AsyncRemotePluginHooks;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.convert.Disclosure;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.internal.SupervisorComponent;
import io.krait.supervisor.internal.SupervisorConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plugin that knows where another one calls the API cannot call there, though one user runs both.
 */
class PluginsKeepApartIT {

  private static final String OWNER =
      """
      from mattermost_plugin import HookName, Plugin, hook
      from mattermost_plugin.server import run_plugin


      class Owner(Plugin):
          @hook(HookName.OnActivate)
          def activate(self):
              pass


      if __name__ == "__main__":
          run_plugin(Owner)
      """;

  private static final String THIEF =
      """
      import os
      import subprocess
      import sys

      import grpc
      from mattermost_plugin import HookName, Plugin, PluginAPIClient, hook
      from mattermost_plugin.grpc.api_pb2_grpc import PluginAPIStub
      from mattermost_plugin.grpc.api_kv_config_pb2 import KVSetRequest
      from mattermost_plugin.server import run_plugin

      TARGET, LANE = "MATTERMOST_PLUGIN_API_TARGET", "KRAIT_API_LANE"
      CHILD = "from mattermost_plugin import PluginAPIClient\\n" \\
          "with PluginAPIClient() as api: api.kv_set('child', b'1')\\n"


      class Thief(Plugin):
          @hook(HookName.OnActivate)
          def activate(self):
              self.attempt("stub", self.by_stub)
              subprocess.run([sys.executable, "-c", CHILD], check=True)
              os.environ[TARGET] = os.environ["OWNERS_TARGET"]
              del os.environ[LANE]
              self.attempt("grpc", self.by_client)
              os.environ[LANE] = os.environ["OWNERS_LANE"]
              self.attempt("wrong", self.by_client)
              del os.environ["KRAIT_API_TOKEN"]
              self.attempt("none", self.by_client)

          def attempt(self, name, way):
              try:
                  way()
                  self.api.kv_set(name, b"has acted as another plugin")
              except Exception as error:
                  self.api.kv_set(name, str(error).encode())

          def by_client(self):
              with PluginAPIClient() as client:
                  client.kv_set("stolen", b"1")

          def by_stub(self):
              with grpc.insecure_channel(os.environ["OWNERS_TARGET"]) as channel:
                  PluginAPIStub(channel).KVSet(KVSetRequest(key="stolen", value=b"1"))


      if __name__ == "__main__":
          run_plugin(Thief)
      """;

  @TempDir Path folder;
  private final Map<String, Bytes> owners = new ConcurrentHashMap<>();
  private final Map<String, Bytes> thiefs = new ConcurrentHashMap<>();
  private GrpcApiServer apiServer;
  private SupervisorComponent supervisor;
  private TransportRuntime transport;

  @BeforeEach
  void open() throws Exception {
    apiServer = new GrpcApiServer(Configurations.defaults(ApiServerConfiguration.class));
    supervisor =
        new SupervisorComponent(
            Configurations.defaults(SupervisorConfiguration.class),
            configured -> folder.resolve("cache"),
            null);
    transport = TransportRuntime.create();
  }

  @AfterEach
  void close() {
    supervisor.close();
    apiServer.stop();
    transport.close();
  }

  @Test
  void theEndpointOfAPluginTakesItsOwnProcessAlone() throws Exception {
    ApiEndpoint owner = apiServer.open("com.example.owner", entries(owners));
    ApiEndpoint thief = apiServer.open("com.example.thief", entries(thiefs));
    run(OWNER, plugin(owner, "com.example.owner"));

    run(
        THIEF,
        plugin(thief, "com.example.thief")
            .variable("OWNERS_TARGET", owner.target())
            .variable("OWNERS_LANE", owner.lane().orElseThrow().toString()));

    assertThat(owners).isEmpty();
    assertThat(thiefs).containsOnlyKeys("stub", "child", "grpc", "wrong", "none");
    assertThat(thiefs.get("stub").toUtf8()).contains("access token is missing");
    assertThat(thiefs.get("grpc").toUtf8()).contains("access token is not right");
    assertThat(thiefs.get("wrong").toUtf8()).contains("access token is not right");
    assertThat(thiefs.get("none").toUtf8()).contains("access token is missing");
  }

  @Test
  void theTokenIsNotInTheEnvironmentThatOtherProcessesSee() throws Exception {
    ApiEndpoint owner = apiServer.open("com.example.owner", entries(owners));

    long pid = run(OWNER, plugin(owner, "com.example.owner"));

    Path environment = Path.of("/proc", String.valueOf(pid), "environ");
    assertThat(Files.readString(environment))
        .contains("KRAIT_API_TOKEN_FROM=stdin")
        .doesNotContain(owner.token());
  }

  private PluginDescription.Builder plugin(ApiEndpoint endpoint, String id) {
    return PluginDescription.builder(id, folder.resolve(id), "plugin.py")
        .interpreter(PythonPeer.interpreter())
        .apiTarget(endpoint.target())
        .apiLane(endpoint.lane().orElseThrow())
        .apiToken(endpoint.token());
  }

  private long run(String script, PluginDescription.Builder described) throws Exception {
    PluginDescription plugin = described.build();
    Files.createDirectory(plugin.folder());
    Files.writeString(plugin.folder().resolve("plugin.py"), script);
    var supervised =
        supervisor.supervise(
            plugin,
            new PluginObserver() {
              @Override
              public CompletionStage<Void> opened(PluginConnection connection) {
                return new AsyncRemotePluginHooks(
                        RemoteCalls.over(connection.channel(), new FlowCalls(transport)),
                        Disclosure.TO_PLUGIN)
                    .onActivate();
              }
            });
    supervised.start().get(60, TimeUnit.SECONDS);
    return supervised.status().process().orElseThrow().pid().orElseThrow();
  }

  private static PluginApi entries(Map<String, Bytes> entries) {
    return new PluginApi() {
      @Override
      public void kvSet(String key, Bytes value) {
        entries.put(key, value);
      }
    };
  }
}
