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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the API is on a port, plugins show the token that their process was given. */
class PythonCallsOverTcpIT {

  private static final String ID = "com.example.hello";

  @TempDir Path folder;
  @TempDir Path cache;
  private final Map<String, Bytes> entries = new ConcurrentHashMap<>();

  @Test
  void bothClientsAreKnownByTheToken() throws Exception {
    Files.writeString(
        folder.resolve("plugin.py"),
        """
        from mattermost_plugin import AsyncPluginAPIClient, HookName, Plugin, PluginAPIClient, hook
        from mattermost_plugin.server import run_plugin


        class Hello(Plugin):
            @hook(HookName.OnActivate)
            async def activate(self):
                self.api.kv_set("blocking", b"1")
                await self.api.as_async().kv_set("awaited", b"2")
                async with AsyncPluginAPIClient() as client:
                    await client.kv_set("own", b"3")
                # Not the host's address as the host has written it: nothing is shown there.
                with PluginAPIClient("ipv4:" + client.target) as stranger:
                    try:
                        stranger.kv_set("stranger", b"4")
                    except Exception as error:
                        self.api.kv_set("refused", str(error).encode())


        if __name__ == "__main__":
            run_plugin(Hello)
        """);
    GrpcApiServer apiServer =
        new GrpcApiServer(
            Configurations.with(ApiServerConfiguration.class, Map.of("transport", "tcp")));
    SupervisorComponent supervisor =
        new SupervisorComponent(
            Configurations.defaults(SupervisorConfiguration.class), configured -> cache, null);
    try (TransportRuntime transport = TransportRuntime.create()) {
      ApiEndpoint endpoint =
          apiServer.open(
              ID,
              new PluginApi() {
                @Override
                public void kvSet(String key, Bytes value) {
                  entries.put(key, value);
                }
              });
      assertThat(endpoint.target()).startsWith("127.0.0.1:");

      supervisor
          .supervise(
              PluginDescription.builder(ID, folder, "plugin.py")
                  .interpreter(PythonPeer.interpreter())
                  .apiTarget(endpoint.target())
                  .apiToken(endpoint.token())
                  .build(),
              new PluginObserver() {
                @Override
                public CompletionStage<Void> opened(PluginConnection connection) {
                  return new AsyncRemotePluginHooks(
                          RemoteCalls.over(connection.channel(), new FlowCalls(transport)),
                          Disclosure.TO_PLUGIN)
                      .onActivate();
                }
              })
          .start()
          .get(60, TimeUnit.SECONDS);

      assertThat(entries).containsOnlyKeys("blocking", "awaited", "own", "refused");
      assertThat(entries.get("refused").toUtf8()).contains("access token is missing");
    } finally {
      supervisor.close();
      apiServer.stop();
    }
  }
}
